import { Card, DescriptionList } from '../../../platform/pages/blocks';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { formFactWords } from '../../by-hand/person-form';
import type { CorrectionItem } from '../corrections.queries';
import { correctionWords } from '../corrections.words';
import { Asked, CorrectionStateBadge } from './correction-list';

/** What somebody reported of their record, on the page of the record. */
export function ReportedHere({ requests }: { requests: readonly CorrectionItem[] }) {
  const say = useWords(correctionWords);
  const locale = useLocale();
  if (requests.length === 0) return null;
  return (
    <Card title={say.reportedHere}>
      <DescriptionList
        items={requests.map((request) => ({
          term: formFactWords(locale, request.fact).label,
          value: (
            <>
              <CorrectionStateBadge state={request.state} /> <Asked request={request} />
              {request.answer && (
                <div class="quiet">
                  {say.answer}: {request.answer}
                </div>
              )}
              <div>
                <a href={`/correction-requests/${request.id}`}>{say.details}</a>
              </div>
            </>
          ),
        }))}
      />
    </Card>
  );
}
