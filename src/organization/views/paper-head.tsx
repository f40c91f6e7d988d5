import type { Day } from '../../platform/clock';
import { Card } from '../../platform/pages/blocks';
import { Notice } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { dateLine } from '../../platform/pdf/pdf-parts';
import type { SignedLetterhead } from '../letterheads.queries';
import { letterheadWords } from '../letterheads.words';

/** How a paper looks at its head and where it is signed. @param isTrial whether what is shown was typed and not saved */
export function OnPaper({
  letterhead,
  today,
  isTrial,
}: {
  letterhead: SignedLetterhead;
  today: Day;
  isTrial: boolean;
}) {
  const say = useWords(letterheadWords);
  return (
    <Card title={say.shown}>
      {isTrial && (
        <Notice tone="info" role="status">
          <p>{say.notSavedYet}</p>
        </Notice>
      )}
      <PaperHead letterhead={letterhead} today={today} />
    </Card>
  );
}

/** As it is printed, in Vietnamese for every reader. */
function PaperHead({ letterhead, today }: { letterhead: SignedLetterhead; today: Day }) {
  const { superior, body, place, signerCapacity, signerName } = letterhead;
  return (
    <div class="paper-sample is-paper" lang="vi">
      <div class="paper-halves">
        <p>
          {superior}
          <br />
          <strong>{body}</strong>
          <br />*
        </p>
        <p>
          <strong class="paper-party">ĐẢNG CỘNG SẢN VIỆT NAM</strong>
          <br />
          <em>{dateLine(place, today)}</em>
        </p>
      </div>
      <div class="paper-halves">
        <p />
        <p>
          {signerCapacity.split('\n').map((line) => (
            <>
              <strong>{line.toLocaleUpperCase('vi')}</strong>
              <br />
            </>
          ))}
          <br />
          <strong>{signerName ?? '…………………'}</strong>
        </p>
      </div>
    </div>
  );
}
