import { Injectable } from '@nestjs/common';
import type { ClassItem } from '../classes/classes.queries';
import type { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { found, NotFound } from '../platform/problems/refusals';
import type { Participation } from './participation.queries';
import { participationWorkbook, unitRollWorkbook } from './participation-workbook';
import { unitsFound, type ParticipationFilter } from './participation-list';
import { RollsQueries } from './rolls.queries';
import { type StudyOverview, StudyOverviews } from './study-overviews';
import { studyActions } from './study-sessions.words';

const wholeRoll = 20_000;

export interface UnitOfStudy {
  readonly item: ClassItem;
  readonly unit: Participation;
}

/** Participation as somebody may see it, unit by unit, and as sheets to take away. */
@Injectable()
export class UnitRolls {
  constructor(
    private readonly overviews: StudyOverviews,
    private readonly rolls: RollsQueries,
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @throws NotFound when no unit of the study is the actor's to see */
  async overview(actor: Actor, classId: string): Promise<StudyOverview> {
    const overview = await this.overviews.of(actor, classId);
    if (!overview.showsUnits) throw new NotFound();
    return overview;
  }

  /** @throws NotFound for a unit that is not called, or not the actor's to see */
  async unit(actor: Actor, classId: string, unitId: string): Promise<UnitOfStudy> {
    const { item, units } = await this.overviews.of(actor, classId);
    const unit = found(units.find((candidate) => candidate.unitId === unitId));
    return { item, unit };
  }

  async workbook(actor: Actor, classId: string, filter: ParticipationFilter): Promise<Buffer> {
    const { item, units } = await this.overview(actor, classId);
    return participationWorkbook(item, unitsFound(units, filter), actor.locale);
  }

  /** The people of one unit; taking them away is journalled. */
  async unitWorkbook(actor: Actor, classId: string, unitId: string): Promise<Buffer> {
    const { item, unit } = await this.unit(actor, classId, unitId);
    const { items } = await this.rolls.people(classId, unitId, { limit: wholeRoll });
    await this.database.inTransaction((tx) =>
      this.journal.write(tx, actor, {
        action: studyActions.roll_downloaded,
        subject: { type: 'class', id: classId },
        classId,
        unitId,
        facts: { people: items.length },
      }),
    );
    return unitRollWorkbook(item, unit, items, actor.locale);
  }
}
