import type { Day } from '../../platform/clock';
import { InvalidInput } from '../../platform/problems/refusals';
import type { ReviewDecision } from '../decisions';
import type { LetterReviewRequest } from './letter-reviews.requests';

/** What may be said of one person of a letter; whoever is left for later goes on waiting. */
export const letterChoices = ['accept', 'return', 'reject', 'later'] as const;
type LetterChoice = (typeof letterChoices)[number];

const isChoice = (text: string | undefined): text is LetterChoice => letterChoices.some((choice) => choice === text);

/**
 * What was chosen of each person who is asked about, in that order; what is told of others is left out.
 * @throws InvalidInput naming each reason or day that is missing
 */
export function decisionsOf(
  { decision, reason = {}, correctBy }: LetterReviewRequest,
  asked: readonly string[],
): ReviewDecision[] {
  const missing: string[] = [];
  const decided = asked.flatMap((nominationId): ReviewDecision[] => {
    const choice = decision[nominationId];
    if (!isChoice(choice)) missing.push(`decision.${nominationId}`);
    if (!isChoice(choice) || choice === 'later') return [];
    if (choice === 'accept') return [{ nominationId, decision: choice }];
    const because = reason[nominationId]?.trim() ?? '';
    if (because === '') missing.push(`reason.${nominationId}`);
    return [{ nominationId, decision: choice, reason: because, ...whenReturned(choice, correctBy) }];
  });
  if (decided.some((one) => one.decision === 'return') && !correctBy) missing.push('correctBy');
  if (missing.length > 0) throw InvalidInput.missing(...missing);
  return decided;
}

const whenReturned = (choice: LetterChoice, correctBy: Day | undefined) =>
  choice === 'return' && correctBy !== undefined ? { correctBy } : {};
