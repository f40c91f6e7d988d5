import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { ToldRefusal } from '../../platform/problems/refusal';
import type { NominationItem } from '../nominations.queries';
import { reviewWords } from '../reviews.words';
import type { Decision } from '../decisions';

/** Of whom something was not done that was asked of many. */
export interface RefusedRow {
  /** Null for one that is not the reader's to see. */
  readonly nomination: NominationItem | null;
  readonly refusal: ToldRefusal;
}

export function doneSentence(say: (typeof reviewWords)['vi'], decision: Decision, count: number): string {
  const done = { endorse: say.doneEndorse, accept: say.doneAccept, return: say.doneReturn, reject: say.doneReject };
  return done[decision](count);
}

/** Each of whom it was not done, with the reason. */
export function RefusedRows({ refused, next }: { refused: readonly RefusedRow[]; next?: string }) {
  const locale = useLocale();
  const say = useWords(reviewWords);
  if (refused.length === 0) return null;
  return (
    <Notice tone="danger" heading={say.notDone(refused.length)} role="alert" isFocused>
      {next && <p>{next}</p>}
      <ul>
        {refused.map(({ nomination, refusal }) => (
          <li>
            {nomination && (
              <>
                <a href={`/nominations/${nomination.id}`}>{nomination.fullName}</a> ({nomination.unitName}):{' '}
              </>
            )}
            {refusal.sentence[locale]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
