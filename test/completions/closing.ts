import { setTimeout as delay } from 'node:timers/promises';
import { momentAt } from '../../src/platform/clock';
import type { TestApp } from '../app';
import type { Builders, BuiltAccount, BuiltClass, BuiltPerson, BuiltUnit } from '../builders';

type Mark = 'present' | 'excused' | 'unexcused' | 'unmarked';

export interface BuiltEnrollment {
  readonly id: string;
  readonly person: BuiltPerson;
}

/** Classes that are over and wait to be closed, with their people and how they attended. */
export class Closing {
  constructor(
    private readonly app: TestApp,
    private readonly a: Builders,
  ) {}

  /** A course that asks for 80 % attendance and gives a certificate of the register GCN. */
  async course(given: Readonly<Record<string, unknown>> = {}): Promise<{ id: string }> {
    const course = await this.a.course(given);
    await this.a.rule(course, 'completion', 'attendance', { maximumAbsentShare: 0.2 });
    await this.a.rule(course, 'award', 'certificate', {
      series: 'GCN',
      template: '{seq:3}/{year}/GCN-ĐUK',
      validMonths: 60,
    });
    await this.a.rule(course, 'award', 'diploma', { school: 'Học viện Cán bộ' });
    return course;
  }

  /** A confirmed class of five half-days that was over before specs start. */
  async class(course?: { id: string }, given: Readonly<Record<string, unknown>> = {}): Promise<BuiltClass> {
    const trainingClass = await this.a.trainingClass({
      course: course ?? (await this.course()),
      state: 'confirmed',
      opens_on: '2025-12-15',
      closes_on: '2025-12-19',
      call_opens_at: '2025-11-01T00:00:00+07:00',
      call_closes_at: '2025-12-01T00:00:00+07:00',
      ...given,
    });
    for (const day of [15, 16, 17, 18, 19]) await this.a.halfDay(trainingClass, `2025-12-${day}`);
    return trainingClass;
  }

  /** A person on the roster from the start; `marks` are those of the half-days in order, present unless told. */
  async enrolled(
    inClass: BuiltClass,
    { person, marks = [], in: unit }: { person?: BuiltPerson; marks?: readonly Mark[]; in?: BuiltUnit } = {},
  ): Promise<BuiltEnrollment> {
    const who = person ?? (await this.a.person(unit ? { in: unit } : {}));
    const entered = { class_id: inClass.id, reason: 'Bổ sung', entered_at: this.app.clock.now() };
    const id = await this.a.insert('enrollments', {
      class_id: inClass.id,
      person_id: who.id,
      unit_id: who.unitId,
      office_entry_id: await this.a.insert('office_entries', entered),
      enrolled_at: momentAt('2025-12-10', '08:00'),
    });
    await this.app.sql(
      `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during, mark)
       SELECT $1, id, $2, during, coalesce(($4::text[])[number], 'present') FROM half_days WHERE class_id = $3`,
      id,
      who.id,
      inClass.id,
      marks,
    );
    return { id, person: who };
  }

  /** Many people of one unit, `absent` of whom missed too much. */
  async crowd(inClass: BuiltClass, size: number, absent = 0): Promise<BuiltEnrollment[]> {
    const unit = await this.a.unit();
    const people: BuiltEnrollment[] = [];
    for (let n = 0; n < size; n += 1) {
      const marks: Mark[] = n < absent ? ['unexcused', 'unexcused'] : [];
      // Late in a Vietnamese list, so that a spec can put its own people before them.
      const person = await this.a.person({ in: unit, full_name: `Nguyễn ${n} Vinh` });
      people.push(await this.enrolled(inClass, { person, marks }));
    }
    return people;
  }

  /** Asks for a class to be closed; the id of the long job. */
  async ask(office: BuiltAccount, inClass: BuiltClass): Promise<string> {
    const asked = await this.app.as(office).post<{ jobId: string }>(`/api/v1/classes/${inClass.id}/closing`);
    if (asked.status !== 202) throw new Error(asked.text);
    return asked.body.jobId;
  }

  async finished(jobId: string): Promise<JobRow> {
    return until(async () => {
      const [job] = await this.app.sql<JobRow>(`SELECT state, done, total, error FROM long_jobs WHERE id = $1`, jobId);
      return job!.state === 'done' || job!.state === 'failed' ? job! : null;
    });
  }

  async numbers(...classes: readonly BuiltClass[]): Promise<number[]> {
    const rows = await this.app.sql<{ sequence: number }>(
      `SELECT t.sequence FROM certificates t JOIN completions c ON c.id = t.completion_id WHERE c.class_id = ANY ($1) ORDER BY 1`,
      classes.map(({ id }) => id),
    );
    return rows.map(({ sequence }) => sequence);
  }

  async count(table: 'completions' | 'training_records' | 'certificates', inClass: BuiltClass): Promise<number> {
    const of = {
      completions: `completions c WHERE c.class_id = $1`,
      training_records: `training_records r JOIN completions c ON c.id = r.completion_id WHERE c.class_id = $1`,
      certificates: `certificates t JOIN completions c ON c.id = t.completion_id WHERE c.class_id = $1`,
    };
    const [row] = await this.app.sql<{ count: number }>(`SELECT count(*) FROM ${of[table]}`, inClass.id);
    return row!.count;
  }

  async stateOf(inClass: BuiltClass): Promise<string> {
    const [row] = await this.app.sql<{ state: string }>(`SELECT state FROM classes WHERE id = $1`, inClass.id);
    return row!.state;
  }
}

interface JobRow {
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly error: string | null;
}

/** Looks again and again until there is something to return. */
export async function until<T>(look: () => Promise<T | null>, withinSeconds = 20): Promise<T> {
  for (let waited = 0; waited < withinSeconds * 1_000; waited += 25) {
    const found = await look();
    if (found !== null) return found;
    await delay(25);
  }
  throw new Error(`Nothing within ${withinSeconds} seconds.`);
}

export const from1To = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
