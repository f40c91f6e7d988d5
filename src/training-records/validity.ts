import { addDays, type Day } from '../platform/clock';
import type { TrainingRecord } from './training-record.entity';

/** How an award stands: no number of it yet, revoked, for good, in force, ending within three months, or ended. */
export type Validity = 'not_given' | 'revoked' | 'lasting' | 'in_force' | 'ends_soon' | 'ended';

/** Only together do they say how an award stands: without a last day are those that last, and those that are gone. */
export type AwardFacts = Pick<TrainingRecord, 'awardNumber' | 'awardRevokedOn' | 'validUntil'>;

const soonDays = 90;

/** As `training_records_in_force` has it for whoever asks in SQL. */
export function validityOn({ awardNumber, awardRevokedOn, validUntil }: AwardFacts, today: Day): Validity {
  if (awardRevokedOn !== null) return 'revoked';
  if (awardNumber === null) return 'not_given';
  if (validUntil === null) return 'lasting';
  if (validUntil < today) return 'ended';
  return validUntil <= addDays(today, soonDays) ? 'ends_soon' : 'in_force';
}

export function isHeld(award: AwardFacts, today: Day): boolean {
  return ['lasting', 'in_force', 'ends_soon'].includes(validityOn(award, today));
}
