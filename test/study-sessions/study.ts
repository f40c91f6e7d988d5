import type { Builders, BuiltClass, BuiltHalfDay, BuiltPerson, BuiltUnit } from '../builders';
import type { Mark } from '../builders/enrollments';

export type BuiltStudy = BuiltClass & { readonly halfDay: BuiltHalfDay; readonly siteId: string };

/** The study whose day every spec here speaks of. */
export const studyDay = '2026-02-07';

/** An announced study of one morning with one central site, to which these units are called. */
export async function aStudy(a: Builders, units: readonly BuiltUnit[], capacity = 100): Promise<BuiltStudy> {
  const course = await a.course({ kind: 'study_session', award: 'none' });
  const study = await a.trainingClass({ course, seats: capacity, closesOn: studyDay });
  const halfDay = await a.halfDay(study, studyDay);
  const { bloc } = await a.organization();
  const siteId = await a.site(study, bloc, { name: 'Hội trường Khối', address: '12 Nguyễn Huệ', capacity });
  for (const unit of units) await study.calls(unit, siteId);
  return Object.assign(study, { halfDay, siteId });
}

/** Marks these people at a half-day of a study, as if somebody had taken the attendance. */
export async function mark(
  a: Builders,
  halfDay: BuiltHalfDay,
  attendance: Mark,
  ...people: readonly BuiltPerson[]
): Promise<void> {
  const whose = { halfDayId: halfDay.id, personId: people.map(({ id }) => id) };
  await a.change('attendance_lines', whose, { mark: attendance });
}
