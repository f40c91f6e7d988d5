import { showDay } from '../../../platform/clock';
import { linkTo, type Query } from '../../../platform/pages/links';
import type { Decision, ReviewDecision } from '../../decisions';
import type { Letter } from '../../nomination.entity';
import type { letterReviewWords } from '../letter-reviews.words';
import type { LetterInClass } from '../waiting-letters.queries';

export const queuePath = (query: Query) => linkTo('/waiting-letters', query);
export const letterPath = ({ classId, paperId }: LetterInClass, query: Query) =>
  linkTo(`/classes/${classId}/letters/${paperId}/review`, query);
/** Of its line in the queue. */
export const letterAnchor = ({ classId, paperId }: LetterInClass) => `letter-${paperId}-${classId.slice(0, 8)}`;

/** What was done with a letter, in one sentence. */
export function saidOf(
  say: (typeof letterReviewWords)['vi'],
  { number, date }: Letter,
  unitCode: string,
  done: readonly ReviewDecision[],
  left: number,
): string {
  const countOf = (wanted: Decision) => done.filter(({ decision }) => decision === wanted).length;
  const parts: readonly (readonly [(count: number) => string, number])[] = [
    [say.doneAccept, countOf('accept')],
    [say.doneReturn, countOf('return')],
    [say.doneReject, countOf('reject')],
    [say.doneLater, left],
  ];
  const told = parts.flatMap(([part, count]) => (count > 0 ? [part(count)] : []));
  return say.done(say.numbered(number, showDay(date)), unitCode, told.join(', '));
}
