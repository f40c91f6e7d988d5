import { Injectable } from '@nestjs/common';
import { fairShare } from '../../classes/fair-share';
import { ruleWords } from '../../courses/rules.words';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Database } from '../../platform/database/database';
import type { Bilingual, Locale } from '../../platform/messages/words';
import { AdmissionsService } from '../admissions.service';
import type { Candidate } from '../candidates';
import type { Check } from '../checks';
import { CandidatesQueries } from '../candidates.queries';
import { NominationsQueries } from '../nominations.queries';
import type { UnitSeats } from './moves';

/** What a unit is suggested, and why as much, or why none. */
export interface SuggestedShare extends UnitSeats {
  readonly eligible: number;
  readonly why: Bilingual;
}

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
  async suggest(classId: string): Promise<SuggestedShare[]> {
    const { trainingClass } = await this.admissions.of(this.database.reader, classId);
    const units = await this.organization.baseUnits();
    // Who is nominated already is no candidate any more, but is still why the unit needs the seat.
    const nominated = await this.nominations.livePerUnit(classId);
    const claims = await Promise.all(
      units.map(async ({ id }) => {
        const candidates = await this.candidates.of(classId, id);
        const eligible = candidates.filter(({ isEligible }) => isEligible).length;
        return {
          unitId: id,
          eligible: eligible + (nominated.get(id) ?? 0),
          why: whyOf(candidates, eligible, nominated.get(id) ?? 0),
        };
      }),
    );
    const shares = new Map(fairShare(claims, trainingClass.capacity).map(({ unitId, seats }) => [unitId, seats]));
    return claims.map((claim) => ({ ...claim, seats: shares.get(claim.unitId) ?? 0 }));
  }
}

/** How many qualify; where nobody does, what stands in the way of how many. */
function whyOf(candidates: readonly Candidate[], eligible: number, nominated: number): Bilingual {
  const people = candidates.length;
  if (people + nominated === 0) return { vi: 'Chưa có ai trong danh sách cán bộ.', en: 'Nobody on the roster.' };
  if (eligible + nominated > 0)
    return {
      vi: `Đủ điều kiện ${eligible} trong ${people} người chưa được cử; đã được cử ${nominated}.`,
      en: `${eligible} of ${people} not nominated yet qualify; ${nominated} nominated.`,
    };
  const held = new Map<string, number>();
  for (const { checks } of candidates)
    for (const rule of new Set(checks.filter(({ outcome }) => outcome === 'block').map(named)))
      held.set(rule, (held.get(rule) ?? 0) + 1);
  const listed = (locale: Locale) =>
    [...held]
      .toSorted(([, one], [, other]) => other - one)
      .map(([rule, count]) => `${nameOf(rule)[locale]} ${count}`)
      .join('; ');
  return {
    vi: `Chưa ai trong ${people} người đủ điều kiện. Số người vướng: ${listed('vi')}.`,
    en: `None of ${people} qualifies. Held back by: ${listed('en')}.`,
  };
}

/** Rules of the course by their names; those of the house are about a place elsewhere. */
const nameOf = (rule: string): Bilingual => {
  const inWords = (locale: Locale) => (ruleWords[locale] as Readonly<Record<string, string>>)[rule];
  return { vi: inWords('vi') ?? 'đang học hoặc trùng lịch lớp khác', en: inWords('en') ?? 'in another class' };
};

/** All rules of the house are told as one. */
const named = ({ rule }: Check): string => (rule in ruleWords.vi ? rule : 'elsewhere');
