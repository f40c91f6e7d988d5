import type { Day } from '../platform/clock';
import { percentage } from '../platform/messages/percentage';
import type { Bilingual } from '../platform/messages/words';
import type { ModuleKind } from './module-kinds';

/** Half-days of a module, of the whole class when the module has none of its own, and how many of them were missed so far. */
export interface Absence {
  readonly absent: number;
  readonly halfDays: number;
}

/** The decision that lets somebody sit an examination all the same. */
export interface ExamPermission {
  readonly id: string;
  /** The decision, which may be one for several modules: what a scan of it is kept with. */
  readonly paperId: string;
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  readonly reason: string;
}

/** Too much absence before an examination; it bars from it unless a decision lifts it. */
export interface ExamBar extends Absence {
  readonly maximumAbsentShare: number;
  readonly liftedBy: ExamPermission | null;
}

/**
 * Whether absence bars somebody from the examination of a module. Counted over all half-days planned, so that one early
 * absence bars nobody; excused absence counts as well, a half-day nobody marked does not. A field report is no examination.
 */
export function examBarOf(
  kind: ModuleKind,
  { absent, halfDays }: Absence,
  maximumAbsentShare: number | null,
  permission: ExamPermission | null,
): ExamBar | null {
  if (kind === 'field_report' || maximumAbsentShare === null || halfDays === 0) return null;
  // Shares have four decimals at most: whole numbers keep a person exactly at the limit on the right side of it.
  if (absent * 10_000 <= Math.round(maximumAbsentShare * 10_000) * halfDays) return null;
  return { absent, halfDays, maximumAbsentShare, liftedBy: permission };
}

export const isBarred = (bar: ExamBar | null) => bar !== null && bar.liftedBy === null;

/** Why somebody is barred, and what would let them in. */
export function barSentence({ absent, halfDays, maximumAbsentShare }: ExamBar): Bilingual {
  return {
    vi: `Chưa được dự thi: vắng ${absent}/${halfDays} buổi (${percentage(absent / halfDays, 'vi')}), quá mức ${percentage(maximumAbsentShare, 'vi')}. Muốn nhập điểm cần có quyết định cho phép dự thi.`,
    en: `Barred from the examination: absent from ${absent} of ${halfDays} half-days (${percentage(absent / halfDays, 'en')}), over the limit of ${percentage(maximumAbsentShare, 'en')}. A mark needs a decision that lets the person sit it.`,
  };
}
