import type { ClassItem } from '../classes/classes.queries';

/** What can be printed about a class, in the order it is needed. */
export const sheets = [
  'seats',
  'nominations',
  'opening-decision',
  'invitation',
  'roster',
  'attendance',
  'marks',
  'summary-decision',
  'study-report',
] as const;
export type Sheet = (typeof sheets)[number];

export const paperFormats = ['pdf', 'xlsx', 'docx'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** Blank, to be signed by hand: once at each half-day, or coming and leaving; or filled with what is recorded. */
export const attendanceFillings = ['sign_once', 'sign_in_and_out', 'recorded'] as const;
export type AttendanceFilling = (typeof attendanceFillings)[number];

/** To a resolution study nobody is nominated, so it opens without a decision and ends with a report. */
const notOfStudies: readonly Sheet[] = ['seats', 'nominations', 'opening-decision', 'summary-decision'];

export function isSheetOf(sheet: Sheet, { courseKind, hasMarks }: Pick<ClassItem, 'courseKind' | 'hasMarks'>): boolean {
  if (sheet === 'marks') return hasMarks;
  if (sheet === 'study-report') return courseKind === 'study_session';
  return courseKind !== 'study_session' || !notOfStudies.includes(sheet);
}

/** Papers that get a number and may bear another day than today's. */
export const numberedSheets: readonly Sheet[] = ['opening-decision', 'summary-decision', 'invitation', 'study-report'];
