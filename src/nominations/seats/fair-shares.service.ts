import { Injectable } from '@nestjs/common';
import { fairShare } from '../../classes/fair-share';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Database } from '../../platform/database/database';
import { AdmissionsService } from '../admissions.service';
import { CandidatesQueries } from '../candidates.queries';
import { NominationsQueries } from '../nominations.queries';
import type { UnitSeats } from './moves';

/** Suggests how to share out a class's seats; the office edits and applies. */
@Injectable()
export class FairSharesService {
  constructor(
    private readonly database: Database,
    private readonly admissions: AdmissionsService,
    private readonly candidates: CandidatesQueries,
    private readonly nominations: NominationsQueries,
    private readonly organization: OrganizationQueries,
  ) {}

  /** A fair share of all seats: largest remainder over each unit's eligible cadres, at least one each. */
  async suggest(classId: string): Promise<UnitSeats[]> {
    const { trainingClass } = await this.admissions.of(this.database.reader, classId);
    const units = await this.organization.baseUnits();
    // Who is nominated already is no candidate any more, but is still why the unit needs the seat.
    const nominated = await this.nominations.livePerUnit(classId);
    const claims = await Promise.all(
      units.map(async ({ id }) => ({
        unitId: id,
        eligible:
          (await this.candidates.of(classId, id)).filter(({ isEligible }) => isEligible).length +
          (nominated.get(id) ?? 0),
      })),
    );
    return fairShare(claims, trainingClass.capacity);
  }
}
