import type { Standing } from '../people/person.values';

/** Why a member need not attend (miễn sinh hoạt, or away on the day). */
export const exemptionGrounds = ['old_age', 'poor_health', 'away', 'other'] as const;
export type ExemptionGround = (typeof exemptionGrounds)[number];

/** How a correction says somebody stands on a frozen roll. */
export const rollPlaces = ['obliged', 'exempt', 'non_member', 'off_roll'] as const;
export type RollPlace = (typeof rollPlaces)[number];

/** One person on a roll, as frozen or, before that, as the roster stands. */
export interface OnRoll {
  readonly standing: Standing;
  readonly exemptGround: ExemptionGround | null;
}

export function placeOf(onRoll: OnRoll | null): RollPlace {
  if (!onRoll) return 'off_roll';
  if (onRoll.standing === 'non_member') return 'non_member';
  return onRoll.exemptGround === null ? 'obliged' : 'exempt';
}
