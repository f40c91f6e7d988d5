import { Card } from '../../../platform/pages/blocks';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { Preview } from '../texts.service';
import { textWords } from '../texts.words';

/** What the words become, in both languages; a part of the page that is replaced while somebody types. */
export function TextPreview({
  preview,
  refusal = null,
  asksForClass,
}: {
  preview: Preview | null;
  refusal?: Refusal | null;
  asksForClass: boolean;
}) {
  const locale = useLocale();
  const say = useWords(textWords);
  return (
    <div id="text-preview" class="mt-3" aria-live="polite">
      <Card title={say.previewTitle}>
        {preview ? (
          <>
            <p>{preview.isReal ? say.previewReal : asksForClass ? say.previewNobody : say.previewSample}</p>
            {(['vi', 'en'] as const).map((language) => (
              <div lang={language}>
                <h3>{preview.texts[language].subject}</h3>
                <div class="essay-body">{preview.texts[language].body}</div>
              </div>
            ))}
          </>
        ) : (
          <>
            <p>{say.previewWrong}</p>
            <ul>
              {(refusal?.fields ?? []).map(({ message }) => (
                <li>{message[locale]}</li>
              ))}
            </ul>
          </>
        )}
      </Card>
    </div>
  );
}
