import type { TestApp } from '../app';
import type { Builders, BuiltClass, BuiltPerson, BuiltUnit } from '../builders';

export interface BuiltStudy extends BuiltClass {
  readonly halfDay: { readonly id: string };
  readonly siteId: string;
}

/** The study whose day every spec here speaks of. */
export const studyDay = '2026-02-07';

/** An announced study of one morning with one central site, to which these units are called. */
export async function aStudy(
  app: TestApp,
  a: Builders,
  units: readonly BuiltUnit[],
  capacity = 100,
): Promise<BuiltStudy> {
  const course = await a.course({ kind: 'study_session', award: 'none' });
  const study = await a.trainingClass({ course, seats: capacity, closes_on: studyDay });
  const halfDay = await a.halfDay(study, studyDay);
  const siteId = await a.insert('sites', {
    class_id: study.id,
    name: 'Hội trường Khối',
    host_unit_id: (await a.organization()).bloc.id,
    address: '12 Nguyễn Huệ',
    capacity,
    central: true,
  });
  for (const unit of units) await callTo(app, study, siteId, unit);
  return { ...study, halfDay, siteId };
}

export async function callTo(app: TestApp, study: BuiltClass, siteId: string, unit: BuiltUnit): Promise<void> {
  await app.sql(
    `INSERT INTO obliged_units (class_id, unit_id, site_id) VALUES ($1, $2, $3)`,
    study.id,
    unit.id,
    siteId,
  );
}

/** Marks these people at the half-day of the study, as if somebody had taken the attendance. */
export async function mark(
  app: TestApp,
  study: BuiltStudy,
  attendance: 'present' | 'excused' | 'unexcused',
  ...people: readonly BuiltPerson[]
): Promise<void> {
  await app.sql(
    `UPDATE attendance_lines SET mark = $3 WHERE half_day_id = $1 AND person_id = ANY ($2)`,
    study.halfDay.id,
    people.map(({ id }) => id),
    attendance,
  );
}
