/** What is marked in a class: of theory a module, the field report, the graduation paper or examination; of other courses a test, practice or the examination. */
export const moduleKinds = [
  'module',
  'field_report',
  'graduation_paper',
  'graduation_exam',
  'test',
  'practice',
  'exam',
] as const;
export type ModuleKind = (typeof moduleKinds)[number];
