import { showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card } from '../../../platform/pages/blocks';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { EssayFileItem, EssayItem } from '../essays.queries';
import { essayWords } from '../essays.words';

/** A file to be saved: it is never shown in place. */
export function EssayFile({ enrollmentId, file }: { enrollmentId: string; file: EssayFileItem }) {
  const locale = useLocale();
  const inMegabytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(file.size / 1024 / 1024);
  const size = file.size < 1024 * 1024 ? `${Math.ceil(file.size / 1024)} KB` : `${inMegabytes} MB`;
  const kind = file.kind === 'pdf' ? 'PDF' : 'Word';
  return (
    <>
      <a href={`/api/v1/enrollments/${enrollmentId}/essay-files/${file.id}`} download>
        {file.name}
      </a>{' '}
      <span class="quiet">
        ({kind}, {size})
      </span>
    </>
  );
}

/** What another version took the place of, newest first. */
export function EssayVersions({ essay: { id, earlier } }: { essay: EssayItem }) {
  const say = useWords(essayWords);
  if (earlier.length === 0) return null;
  return (
    <Card title={say.earlier}>
      <ol class="history" reversed>
        {earlier.map((version) => (
          <li>
            <div class="history-what">
              {say.version(version.number)} {version.late && <Badge tone="warning" text={say.late} />}{' '}
              {version.decision && (
                <Badge tone={version.decision === 'accepted' ? 'success' : 'warning'} text={say[version.decision]} />
              )}
            </div>
            {version.decisionReason && <div class="history-reason">{version.decisionReason}</div>}
            {version.file && (
              <div>
                <EssayFile enrollmentId={id} file={version.file} />
              </div>
            )}
            {version.body && (
              <details>
                <summary>{say.readVersion(version.number)}</summary>
                <div class="essay-body">{version.body}</div>
              </details>
            )}
            <div class="history-when">{showMoment(version.handedInAt)}</div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
