/** What a scan may be kept with, and nothing else: letters, and decisions with a number. A kind more is a decision of the house. */
export const scanKinds = [
  'unit_letter',
  'group_letter',
  'opening_decision',
  'admission_override',
  'deferral',
  'exam_permission',
  'completion_decision',
  'completion_amendment',
  'class_reopening',
  'roll_correction',
] as const;
export type ScanKind = (typeof scanKinds)[number];

/** So many files show one letter or decision: a paper photographed page by page. */
export const scansOfOnePaper = 10;

/** The most that `SCAN_FILE_MEGABYTES` may be set to. */
export const mostScanMegabytes = 50;
