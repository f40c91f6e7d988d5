import type { CourseKind } from '../courses/course.entity';

/** What can be printed about a class, in the order it is needed. */
export const sheets = ['opening-decision', 'roster', 'attendance', 'marks', 'summary-decision'] as const;
export type Sheet = (typeof sheets)[number];

export const paperFormats = ['pdf', 'xlsx', 'docx'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** Blank, to be signed by hand: once at each half-day, or coming and leaving; or filled with what is recorded. */
export const attendanceFillings = ['sign_once', 'sign_in_and_out', 'recorded'] as const;
export type AttendanceFilling = (typeof attendanceFillings)[number];

/** Marks are given in theory classes only; a resolution study is held without an opening decision. */
export function isSheetOf(sheet: Sheet, kind: CourseKind): boolean {
  if (sheet === 'marks') return kind === 'theory';
  if (sheet === 'opening-decision' || sheet === 'summary-decision') return kind !== 'study_session';
  return true;
}
