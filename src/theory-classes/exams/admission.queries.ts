import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database';
import { examBarOf, type ExamBar, isBarred } from '../exam-bar';
import { ExamBarsQueries, type Sittings } from '../exam-bars.queries';
import { MarksQueries } from '../marks.queries';
import { isSameModule, taughtIn } from '../same-module';
import type { Attempt } from '../mark-sheet';
import type { ModuleKind } from '../module-kinds';
import { type Admission, admissionOf, type Standing } from './exam';

/** Somebody of the class, or of another class of the course that examines the same, before an examination. */
export interface AdmissionRow {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly classId: string;
  readonly classCode: string;
  readonly isGuest: boolean;
  /** The module of their own class. */
  readonly moduleId: string | null;
  readonly first: number | null;
  readonly resit: number | null;
  readonly bar: ExamBar | null;
  readonly admission: Admission;
}

type StoredSeat = Pick<AdmissionRow, 'classId' | 'enrollmentId' | 'moduleId'>;
type StoredRow = Omit<AdmissionRow, 'bar' | 'admission'> &
  Omit<Standing, 'isBarred'> & { readonly kind: ModuleKind | null };

/** In SQL: an examination `e` with its module `q` is of the same as `x` with its module `w`. */
const isSameExam = `${taughtIn('q')} IS NOT DISTINCT FROM ${taughtIn('w')}`;

@Injectable()
export class AdmissionQueries {
  constructor(
    private readonly database: Database,
    private readonly sittings: ExamBarsQueries,
    private readonly marks: MarksQueries,
  ) {}

  /** Everybody who could sit it, in the order of a Vietnamese list, each with whether they are to, or why not. */
  async of(
    exam: { readonly id: string; readonly classId: string; readonly attempt: Attempt },
    tx?: Tx,
  ): Promise<AdmissionRow[]> {
    const rows = await this.database.read<StoredRow>(
      `SELECT DISTINCT ON (p.sort_name, n.id) n.id AS enrollment_id, p.id AS person_id, p.code AS person_code, p.full_name,
         unit_name_on(n.unit_id, c.opens_on) AS unit_name, c.id AS class_id, c.code AS class_code, c.id <> x.class_id AS is_guest,
         o.id AS module_id, o.kind,
         EXISTS (SELECT FROM exam_candidates d WHERE d.exam_id = x.id AND d.enrollment_id = n.id) AS is_listed,
         EXISTS (SELECT FROM attendance_lines l WHERE l.person_id = p.id AND l.live AND l.overlap_reason IS NULL AND l.during && x.during
           AND l.half_day_id IS DISTINCT FROM x.half_day_id)
         OR EXISTS (SELECT FROM exam_hours t WHERE t.what = 'person' AND t.subject_id = p.id AND t.during && x.during AND t.exam_id <> x.id) AS is_busy,
         EXISTS (SELECT FROM exam_candidates d JOIN exams e ON e.id = d.exam_id LEFT JOIN modules q ON q.id = e.module_id
           WHERE d.enrollment_id = n.id AND e.id <> x.id AND e.cancelled_at IS NULL AND e.attempt = x.attempt AND ${isSameExam}
             AND coalesce(d.outcome, 'sat') = 'sat') AS is_elsewhere,
         (SELECT k.mark::float8 FROM marks_in_force k WHERE k.enrollment_id = n.id AND k.module_id = o.id AND k.attempt = 1) AS first,
         (SELECT k.mark::float8 FROM marks_in_force k WHERE k.enrollment_id = n.id AND k.module_id = o.id AND k.attempt = 2) AS resit,
         EXISTS (SELECT FROM exam_candidates d JOIN exams e ON e.id = d.exam_id LEFT JOIN modules q ON q.id = e.module_id
           WHERE d.enrollment_id = n.id AND e.id <> x.id AND ${isSameExam} AND d.outcome IN ('excused', 'unexcused')) AS was_absent
       FROM exams x JOIN classes own ON own.id = x.class_id LEFT JOIN modules w ON w.id = x.module_id
       JOIN classes c ON c.course_id = own.course_id AND (c.id = own.id OR class_is_under_way(c.state))
       LEFT JOIN LATERAL (SELECT o.* FROM modules o, modules m WHERE m.id = x.module_id AND o.class_id = c.id AND ${isSameModule}) o ON true
       JOIN enrollments n ON n.class_id = c.id AND n.ended_at IS NULL JOIN persons p ON p.id = n.person_id
       WHERE x.id = $1 AND (x.module_id IS NULL OR o.id IS NOT NULL) ORDER BY p.sort_name, n.id`,
      [exam.id],
      tx,
    );
    const barOf = await this.bars(rows, tx);
    const { minimum } = await this.marks.rules(exam.classId, tx);
    return rows.map(({ kind, isListed, isBusy, isElsewhere, wasAbsent, ...row }) => {
      const bar = kind === null ? null : barOf(row, kind);
      const standing = { isListed, isBusy, isElsewhere, wasAbsent, ...row, isBarred: isBarred(bar) };
      return { ...row, bar, admission: admissionOf(standing, exam.attempt, minimum) };
    });
  }

  /** Each is barred by the rules and half-days of their own class. */
  private async bars(rows: readonly StoredRow[], tx?: Tx) {
    const judged = new Map<string, { readonly sittings: Sittings; readonly maximum: number | null }>();
    for (const classId of new Set(rows.filter(({ kind }) => kind !== null).map((row) => row.classId))) {
      const own = rows.filter((row) => row.classId === classId).map(({ enrollmentId }) => enrollmentId);
      const { maximumAbsentShare } = await this.marks.rules(classId, tx);
      judged.set(classId, { sittings: await this.sittings.sittings(classId, own, tx), maximum: maximumAbsentShare });
    }
    return ({ classId, enrollmentId, moduleId }: StoredSeat, kind: ModuleKind): ExamBar | null => {
      const { sittings, maximum } = judged.get(classId)!;
      const { absence, permission } = sittings.of(enrollmentId, moduleId!);
      return examBarOf(kind, absence, maximum, permission);
    };
  }
}
