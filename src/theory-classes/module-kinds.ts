/** What is examined in a theory class: a module, the field report, the graduation paper or examination. */
export const moduleKinds = ['module', 'field_report', 'graduation_paper', 'graduation_exam'] as const;
export type ModuleKind = (typeof moduleKinds)[number];
