import { Injectable } from '@nestjs/common';
import { maySeeClass } from '../classes/classes.policy';
import { ClassesQueries, type ClassItem } from '../classes/classes.queries';
import type { Actor } from '../platform/access/actor';
import { NotFound } from '../platform/problems/refusals';
import { addUp, type StudyTotals } from './participation';
import { type Participation, ParticipationQueries } from './participation.queries';
import { participationShownTo } from './study-sessions.policy';
import { type SiteItem, StudySessionsQueries } from './study-sessions.queries';

/** One study as somebody may see it: everybody what is studied and where, a unit its own participation. */
export interface StudyOverview {
  readonly item: ClassItem;
  readonly documents: readonly string[];
  readonly sites: readonly SiteItem[];
  readonly units: readonly Participation[];
  /** Whether participation is the actor's to see at all, be it of no unit called so far. */
  readonly showsUnits: boolean;
  /** Over the units shown. */
  readonly totals: StudyTotals;
}

@Injectable()
export class StudyOverviews {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly studies: StudySessionsQueries,
    private readonly participation: ParticipationQueries,
  ) {}

  /** @throws NotFound for a class that is not a study, or not the actor's to see */
  async of(actor: Actor, classId: string): Promise<StudyOverview> {
    const item = await this.classes.class(classId);
    if (item?.courseKind !== 'study_session' || !maySeeClass(actor, item)) throw new NotFound();
    const shown = participationShownTo(actor, classId);
    const [documents, sites, units] = await Promise.all([
      this.studies.documents(classId),
      this.studies.sites(classId),
      this.participation.ofClass(classId, shown),
    ]);
    return { item, documents, sites, units, showsUnits: shown?.length !== 0, totals: addUp(units) };
  }
}
