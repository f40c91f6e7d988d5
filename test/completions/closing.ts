import { setTimeout as delay } from 'node:timers/promises';
import { momentAt } from '../../src/platform/clock';
import type { TestApp } from '../app';
import type { Builders, BuiltAccount, BuiltClass, BuiltEnrollment, BuiltPerson, BuiltUnit } from '../builders';
import type { CourseWords } from '../builders/courses';
import type { ClassWords } from '../builders/classes';
import type { Mark } from '../builders/enrollments';

const halfDays = ['2025-12-15', '2025-12-16', '2025-12-17', '2025-12-18', '2025-12-19'];

/** Classes that are over and wait to be closed, with their people and how they attended. */
export class Closing {
  constructor(
    private readonly app: TestApp,
    private readonly a: Builders,
  ) {}

  /** A course that asks for 80 % attendance and gives a certificate of the register GCN. */
  async course(given: CourseWords = {}): Promise<{ id: string }> {
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
  async class(course?: { id: string }, given: ClassWords = {}): Promise<BuiltClass> {
    const trainingClass = await this.a.trainingClass({
      course: course ?? (await this.course()),
      state: 'confirmed',
      opensOn: '2025-12-15',
      closesOn: '2025-12-19',
      callOpensAt: '2025-11-01T00:00:00+07:00',
      callClosesAt: '2025-12-01T00:00:00+07:00',
      ...given,
    });
    for (const day of halfDays) await this.a.halfDay(trainingClass, day);
    return trainingClass;
  }

  /** A person on the roster from the start; `marks` are those of the half-days in order, present unless told. */
  async enrolled(
    inClass: BuiltClass,
    { person, marks = [], in: unit }: { person?: BuiltPerson; marks?: readonly Mark[]; in?: BuiltUnit } = {},
  ): Promise<BuiltEnrollment> {
    return this.a.enrollment({
      in: inClass,
      person,
      of: unit,
      since: momentAt('2025-12-10', '08:00'),
      marks: halfDays.map((_, index) => marks[index] ?? 'present'),
    });
  }

  /** Many people of one unit, `absent` of whom missed too much. */
  async crowd(inClass: BuiltClass, size: number, absent = 0): Promise<BuiltEnrollment[]> {
    const unit = await this.a.unit();
    const people: BuiltEnrollment[] = [];
    for (let n = 0; n < size; n += 1) {
      const marks: Mark[] = n < absent ? ['unexcused', 'unexcused'] : [];
      // Late in a Vietnamese list, so that a spec can put its own people before them.
      const person = await this.a.person({ in: unit, fullName: `Nguyễn ${n} Vinh` });
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
