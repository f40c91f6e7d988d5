import { Injectable } from '@nestjs/common';
import { OrganizationQueries, type UnitToday } from '../../organization/organization.queries';
import { likelyKind } from '../../people/rosters/likely-kind';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import type { Bilingual } from '../../platform/messages/words';
import type { Admission } from '../admissions.service';
import type { Letter } from '../nomination.entity';
import { meantElsewhere } from './letterhead';

/** Holds the head of a list against the class and the unit it is sent for. */
@Injectable()
export class ListsMeant {
  constructor(
    private readonly organization: OrganizationQueries,
    private readonly clock: Clock,
  ) {}

  async elsewhere(
    tx: Tx,
    { trainingClass: { courseId }, raisesTo }: Admission,
    unitId: string,
    above: readonly string[],
    letter: Letter | null,
  ): Promise<Bilingual[]> {
    const courses = await tx.rows<{ id: string; nameVi: string }>(`SELECT id, name_vi FROM courses`);
    const units = await this.organization.units(tx);
    const own = lineOf(units, unitId);
    const isKin = (unit: UnitToday) => own.includes(unit) || lineOf(units, unit.id).includes(own[0]!);
    return meantElsewhere(above, {
      courseName: courses.find(({ id }) => id === courseId)!.nameVi,
      raisesTo,
      otherCourses: courses.filter(({ id }) => id !== courseId).map(({ nameVi }) => nameVi),
      ownUnits: own.map(({ nameVi }) => nameVi),
      otherUnits: units.filter((unit) => !isKin(unit)).map(({ nameVi }) => nameVi),
      letterDate: letter?.date ?? null,
      isRoster: likelyKind(above) === 'roster',
      today: this.clock.today(),
    });
  }
}

/** A unit and those it stands below, from itself upwards. */
function lineOf(units: readonly UnitToday[], id: string): UnitToday[] {
  const unit = units.find((one) => one.id === id);
  if (!unit) return [];
  return unit.parentId === null ? [unit] : [unit, ...lineOf(units, unit.parentId)];
}
