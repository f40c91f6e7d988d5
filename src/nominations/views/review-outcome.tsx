import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { ToldRefusal } from '../../platform/problems/refusal';
import type { NominationItem } from '../nominations.queries';
import { reviewWords } from '../reviews.words';
import type { Decision } from '../decisions';

/** What became of a decision on many rows. */
export interface Reviewed {
  readonly decision: Decision;
  readonly done: number;
  readonly refused: readonly {
    /** Null for one that is not the reader's to see. */
    readonly nomination: NominationItem | null;
    readonly refusal: ToldRefusal;
  }[];
}

export function doneSentence(
  say: (typeof reviewWords)['vi'],
  { decision, done: count }: Pick<Reviewed, 'decision' | 'done'>,
): string {
  const done = { endorse: say.doneEndorse, accept: say.doneAccept, return: say.doneReturn, reject: say.doneReject };
  return done[decision](count);
}

export function ReviewOutcome({ reviewed }: { reviewed: Reviewed | null }) {
  const say = useWords(reviewWords);
  if (!reviewed) return null;
  const { done, refused } = reviewed;
  return (
    <>
      {done > 0 && (
        <Notice tone="success" role="status">
          <p>{doneSentence(say, reviewed)}</p>
        </Notice>
      )}
      <RefusedRows refused={refused} next={say.notDoneNext} />
    </>
  );
}

/** Each of whom it was not done, with the reason. */
export function RefusedRows({ refused, next }: { refused: Reviewed['refused']; next?: string }) {
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
