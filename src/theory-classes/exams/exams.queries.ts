import { Injectable } from '@nestjs/common';
import type { ClassState } from '../../classes/training-class.states';
import type { CourseKind } from '../../courses/course.entity';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day, zone } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { cursorOfAnotherOrder, cursorValues, pageOf, usualPage } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import type { Attempt } from '../mark-sheet';
import type { ExamOutcome } from './exam';
import { type ExamOrder, inExamOrder } from './exam-order';
import { type ExamStage, stageOf } from './exam-stage';
import { mayRecordExams, maySeeExam } from './exams.policy';

interface ExamRoom {
  readonly roomId: string;
  readonly name: string;
  readonly address: string;
  /** How many may sit in it for this examination. */
  readonly places: number;
  /** By whose decision somebody else has it too. */
  readonly sharedReason: string | null;
}

/** Giám thị: a lecturer, or somebody of a roster. */
export interface Invigilator {
  readonly lecturerId: string | null;
  readonly personId: string | null;
  readonly personCode: string | null;
  readonly name: string;
  readonly roomId: string | null;
  readonly phone: string | null;
}

export interface ExamItem {
  readonly id: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly classState: ClassState;
  readonly courseKind: CourseKind;
  readonly moduleId: string | null;
  readonly moduleNumber: number | null;
  readonly moduleName: string | null;
  readonly attempt: Attempt;
  readonly day: Day;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly halfDayId: string | null;
  readonly halfDayNumber: number | null;
  readonly note: string | null;
  readonly rooms: readonly ExamRoom[];
  readonly invigilators: readonly Invigilator[];
  readonly candidates: number;
  readonly sat: number;
  readonly excused: number;
  readonly unexcused: number;
  readonly violations: number;
  /** How many who sat it have a mark of it. */
  readonly marked: number;
  readonly cancelledAt: Date | null;
  readonly cancelledReason: string | null;
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
  readonly papers: number | null;
  readonly sheets: number | null;
  readonly incidents: string | null;
  readonly minutesAt: Date | null;
  readonly minutesByName: string | null;
  readonly stage: ExamStage;
}

export interface ExamListFilter {
  readonly moduleId?: string | undefined;
  readonly stage?: ExamStage | undefined;
  readonly sort?: ExamOrder | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

/** An examination somebody sits or keeps watch over. */
export interface OwnExamItem extends Pick<
  ExamItem,
  'id' | 'classId' | 'className' | 'moduleNumber' | 'moduleName' | 'attempt' | 'day' | 'startsAt' | 'endsAt'
> {
  /** Their number on its list; null for who keeps watch. */
  readonly number: number | null;
  /** Their own room, else all of them; null where none is chosen yet. */
  readonly place: string | null;
}

export interface Candidate {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly birthDate: Day;
  readonly unitName: string;
  /** Their own class, which is another one for a guest. */
  readonly classId: string;
  readonly classCode: string;
  readonly number: number;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly outcome: ExamOutcome | null;
  readonly violation: string | null;
  /** The mark of this examination that is in force. */
  readonly mark: number | null;
}

/** In SQL: the newest line of each mark of the examination `x` of an enrollment. */
export const markOf = (enrollment: string) => `
  (SELECT k.mark::float8 FROM module_marks k WHERE k.exam_id = x.id AND k.enrollment_id = ${enrollment}
     AND NOT EXISTS (SELECT FROM module_marks o WHERE (o.enrollment_id, o.module_id, o.attempt) = (k.enrollment_id, k.module_id, k.attempt) AND o.revision > k.revision)
   ORDER BY k.attempt DESC LIMIT 1)`;

const examItem = `
  SELECT x.id, x.class_id, c.code AS class_code, c.name AS class_name, c.state AS class_state, o.kind AS course_kind, x.module_id,
    m.number AS module_number, m.name AS module_name, x.attempt, (lower(x.during) AT TIME ZONE '${zone}')::date AS day,
    lower(x.during) AS starts_at, upper(x.during) AS ends_at, x.half_day_id, h.number AS half_day_number, x.note,
    x.cancelled_at, x.cancelled_reason, x.begun_at, x.ended_at, x.papers, x.sheets, x.incidents, x.minutes_at, a.name AS minutes_by_name,
    coalesce((SELECT jsonb_agg(jsonb_build_object('roomId', r.id, 'name', r.name, 'address', r.address,
      'places', coalesce(t.places, r.capacity), 'sharedReason', t.shared_reason) ORDER BY t.position)
      FROM exam_rooms t JOIN rooms r ON r.id = t.room_id WHERE t.exam_id = x.id), '[]') AS rooms,
    coalesce((SELECT jsonb_agg(jsonb_build_object('lecturerId', i.lecturer_id, 'personId', i.person_id, 'personCode', p.code,
      'name', coalesce(l.full_name, p.full_name), 'roomId', i.room_id, 'phone', i.phone) ORDER BY i.position)
      FROM exam_invigilators i LEFT JOIN lecturers l ON l.id = i.lecturer_id LEFT JOIN persons p ON p.id = i.person_id
      WHERE i.exam_id = x.id), '[]') AS invigilators,
    n.candidates, n.sat, n.excused, n.unexcused, n.violations, n.marked
  FROM exams x JOIN classes c ON c.id = x.class_id JOIN courses o ON o.id = c.course_id
  LEFT JOIN modules m ON m.id = x.module_id LEFT JOIN half_days h ON h.id = x.half_day_id LEFT JOIN accounts a ON a.id = x.minutes_by
  CROSS JOIN LATERAL (
    SELECT count(*) AS candidates, count(*) FILTER (WHERE outcome = 'sat') AS sat, count(*) FILTER (WHERE outcome = 'excused') AS excused,
      count(*) FILTER (WHERE outcome = 'unexcused') AS unexcused, count(violation) AS violations,
      count(*) FILTER (WHERE outcome = 'sat' AND ${markOf('d.enrollment_id')} IS NOT NULL) AS marked
    FROM exam_candidates d WHERE d.exam_id = x.id) n`;

@Injectable()
export class ExamsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of one class, the cancelled ones too: some dozens at most, so that they are narrowed and put in order here, where their stage is known. */
  async list(classId: string, { moduleId, stage, sort = 'when', limit = usualPage, after }: ExamListFilter) {
    const exams = (await this.items('x.class_id = $1', [classId])).filter(
      (exam) => (!moduleId || exam.moduleId === moduleId) && (!stage || exam.stage === stage),
    );
    const [sorted = sort, last] = cursorValues(after, 2) ?? [];
    if (sorted !== sort) throw cursorOfAnotherOrder();
    const ordered = inExamOrder(exams, sort);
    const from = ordered.findIndex(({ id }) => id === last) + 1;
    return pageOf(ordered.slice(from), limit, ({ id }) => [sort, id]);
  }

  async exam(id: string, tx?: Tx): Promise<ExamItem | null> {
    const [item] = await this.items('x.id = $1', [id], tx);
    return item ?? null;
  }

  /**
   * Who sits it or keeps watch is told when and where; who else watches, how to reach them and what the minutes say is for
   * who runs the class. @throws NotFound where it is none of the actor's business
   */
  async seen(actor: Actor, id: string): Promise<ExamItem> {
    const people = await this.database.read<{ personId: string }>(
      `SELECT n.person_id FROM exam_candidates d JOIN enrollments n ON n.id = d.enrollment_id WHERE d.exam_id = $1
       UNION SELECT person_id FROM exam_invigilators WHERE exam_id = $1 AND person_id IS NOT NULL`,
      [id],
    );
    const exam = found(await this.exam(id), ({ classId }) =>
      maySeeExam(actor, { classId, people: people.map(({ personId }) => personId) }),
    );
    return mayRecordExams(actor, exam.classId)
      ? exam
      : {
          ...exam,
          incidents: null,
          minutesByName: null,
          invigilators: exam.invigilators.filter(({ personId }) => actor.is(personId)),
        };
  }

  /** What somebody sits or keeps watch over that is not over, the soonest first. */
  async aheadOf(personId: string): Promise<OwnExamItem[]> {
    return this.database.read(
      `SELECT x.id, x.class_id, c.name AS class_name, m.number AS module_number, m.name AS module_name, x.attempt,
         (lower(x.during) AT TIME ZONE '${zone}')::date AS day, lower(x.during) AS starts_at, upper(x.during) AS ends_at, own.number,
         (SELECT string_agg(concat_ws(', ', r.name, r.address), '; ' ORDER BY t.position) FROM exam_rooms t JOIN rooms r ON r.id = t.room_id
          WHERE t.exam_id = x.id AND (own.room_id IS NULL OR t.room_id = own.room_id)) AS place
       FROM (SELECT d.exam_id, d.number, d.room_id FROM exam_candidates d JOIN enrollments e ON e.id = d.enrollment_id AND e.ended_at IS NULL WHERE e.person_id = $1
         UNION ALL SELECT exam_id, NULL, room_id FROM exam_invigilators WHERE person_id = $1) own
       JOIN exams x ON x.id = own.exam_id AND x.cancelled_at IS NULL AND upper(x.during) > $2
       JOIN classes c ON c.id = x.class_id AND class_is_under_way(c.state) LEFT JOIN modules m ON m.id = x.module_id ORDER BY x.during, x.id`,
      [personId, this.clock.now()],
    );
  }

  /** Who sits it, by their numbers. */
  async candidates(examId: string, tx?: Tx): Promise<Candidate[]> {
    return this.database.read(
      `SELECT d.enrollment_id, p.id AS person_id, p.code AS person_code, p.full_name, p.birth_date,
         unit_name_on(n.unit_id, (lower(x.during) AT TIME ZONE '${zone}')::date) AS unit_name, c.id AS class_id, c.code AS class_code,
         d.number, d.room_id, r.name AS room_name, d.outcome, d.violation, ${markOf('d.enrollment_id')} AS mark
       FROM exam_candidates d JOIN exams x ON x.id = d.exam_id JOIN enrollments n ON n.id = d.enrollment_id JOIN classes c ON c.id = n.class_id
       JOIN persons p ON p.id = n.person_id LEFT JOIN rooms r ON r.id = d.room_id
       WHERE d.exam_id = $1 ORDER BY d.number`,
      [examId],
      tx,
    );
  }

  private async items(place: string, parameters: readonly unknown[], tx?: Tx): Promise<ExamItem[]> {
    const rows = await this.database.read<Omit<ExamItem, 'stage'>>(
      `${examItem} WHERE ${place} ORDER BY lower(x.during), m.number, x.id`,
      parameters,
      tx,
    );
    return rows.map((row) => ({ ...row, stage: stageOf(row, this.clock.now()) }));
  }
}
