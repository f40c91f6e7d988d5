import type { Client } from 'pg';
import type { CompletionFacts } from '../../src/completions/judge.facts';
import { judge, type Judgement } from '../../src/completions/judge';
import { certificateNumber } from '../../src/completions/certificates/number';
import type { CourseRule } from '../../src/courses/course-rules';
import { courseId, courseOf, nameOfClass } from './classes';
import type { Life, LivedClass } from './life';
import { birthDateOf, nameOf, unitName } from './people';
import { markOf, type Place, placesOf } from './places';
import type { Tables } from './tables';

const series = 'GCN';
const letterhead = JSON.stringify({
  superior: 'THÀNH ỦY',
  body: 'ĐẢNG ỦY KHỐI',
  place: 'TP. Hồ Chí Minh',
  signerCapacity: 'T/M BAN THƯỜNG VỤ',
});

/** By the rules of the service, each way to attend judged once. */
class Judge {
  private readonly known = new Map<string, Judgement>();

  of(life: Life, inClass: LivedClass, place: number): Judgement {
    const marks = inClass.halfDays.map((_, halfDay) => markOf(life, place, halfDay));
    const key = `${inClass.course} ${marks.join()}`;
    const found = this.known.get(key) ?? judge(completionRulesOf(inClass), factsOf(marks));
    this.known.set(key, found);
    return found;
  }
}

function factsOf(marks: readonly string[]): CompletionFacts {
  const of = (mark: string) => marks.filter((one) => one === mark).length;
  const absent = { excused: of('excused'), unexcused: of('unexcused'), unmarked: 0, missedBefore: 0, beforeJoining: 0 };
  return { attendance: { present: of('present'), ...absent }, essay: null, modules: [] };
}

/** All rules of the catalogue that hold at present held when the oldest of our classes opened. */
const completionRulesOf = (inClass: LivedClass) =>
  courseOf(inClass)
    .rules.filter(({ purpose, since, until }) => purpose === 'completion' && since < '2022' && until === null)
    .map((rule): CourseRule => ({
      ...rule,
      id: '',
      parameters: { ...rule.parameters },
      validFrom: rule.since,
      validTo: null,
    }));

interface Result extends Place {
  readonly result: Judgement;
}

const closedClasses = (life: Life) => life.classes.filter(({ state }) => state === 'closed');

function* results(life: Life): Generator<Result> {
  const judge = new Judge();
  for (const inClass of closedClasses(life))
    for (const place of placesOf(life, inClass)) yield { ...place, result: judge.of(life, inClass, place.number) };
}

/** Those who get a certificate, with its place in the register of its year. */
class Numbers {
  readonly last = new Map<number, number>();

  next(life: Life, { inClass, result }: Result) {
    if (!result.completed || courseOf(inClass).award !== 'certificate') return null;
    const year = Number(life.day(inClass.settled).slice(0, 4));
    const sequence = (this.last.get(year) ?? 0) + 1;
    this.last.set(year, sequence);
    return { series, year, sequence, number: certificateNumber('{seq:3}/{year}/GCN-ĐUK', { series, year, sequence }) };
  }
}

/** What the certificate and the record both say. */
const said = (life: Life, { who, number, inClass, result }: Result) => ({
  completionId: life.id('completion', number),
  personId: life.id('person', who),
  holderName: nameOf(life, who).fullName,
  unitName: unitName(life.unitOf(who)),
  courseName: courseOf(inClass).nameVi,
  className: nameOfClass(inClass),
  startedOn: life.day(inClass.opens),
  endedOn: life.day(inClass.closes),
  grade: result.grade,
});

export const tablesOfResults = {
  long_jobs: function* (life) {
    for (const { id, n, size, settled } of closedClasses(life)) {
      const at = {
        requestedAt: life.moment(settled),
        requestedBy: life.id('training_officer'),
        finishedAt: life.moment(settled),
      };
      const all = { subjectId: id, classId: id, state: 'done', done: size, total: size };
      yield { id: life.id('closing', n), kind: 'completions.close_class', ...all, ...at };
    }
  },
  completions: function* (life) {
    for (const { inClass, number, who, result } of results(life))
      yield {
        id: life.id('completion', number),
        enrollmentId: life.id('enrollment', number),
        classId: inClass.id,
        personId: life.id('person', who),
        ...result,
        reasons: JSON.stringify(result.reasons),
        judgedAt: life.moment(inClass.settled),
        closingId: life.id('closing', inClass.n),
      };
  },
  certificates: function* (life) {
    const numbers = new Numbers();
    for (const one of results(life)) {
      const number = numbers.next(life, one);
      if (number)
        yield {
          id: life.id('certificate', one.number),
          ...number,
          ...said(life, one),
          birthDate: birthDateOf(life, one.who),
          issuedOn: life.day(one.inClass.settled),
          verificationCode: life.id('code', one.number),
          state: 'issued',
          letterhead,
        };
    }
  },
  training_records: function* (life) {
    const numbers = new Numbers();
    for (const one of results(life)) {
      const awardNumber = numbers.next(life, one)?.number ?? null;
      const [id, recordedAt] = [life.id('record', one.number), life.moment(one.inClass.settled)];
      if (one.result.completed)
        yield { id, courseId: courseId(life, courseOf(one.inClass)), ...said(life, one), awardNumber, recordedAt };
    }
  },
} satisfies Tables;

const linesAtOnce = 200;

/** The registers and their lines, which the database chains one to the other: some in a transaction. @returns how many lines */
export async function enterCertificates(client: Client, life: Life, tell: (count: number) => void): Promise<number> {
  await client.query(
    `INSERT INTO certificate_registers (series, year, last_sequence) SELECT series, year, max(sequence) FROM certificates GROUP BY 1, 2`,
  );
  let count = 0;
  for (let last = { year: 0, sequence: 0 }; ;) {
    const { rows } = await client.query<typeof last>(
      `WITH next AS (SELECT * FROM certificates WHERE series = '${series}' AND (year, sequence) > ($2, $3) ORDER BY year, sequence LIMIT $4),
       entered AS (INSERT INTO certificate_register_lines (certificate_id, event, at, account_id, actor_name)
         SELECT id, 'issued', issued_on + time '10:00', $1, 'Văn phòng' FROM next)
       SELECT year, sequence FROM next ORDER BY year, sequence`,
      [life.id('training_officer'), last.year, last.sequence, linesAtOnce],
    );
    count += rows.length;
    tell(count);
    if (rows.length < linesAtOnce) return count;
    last = rows.at(-1)!;
  }
}
