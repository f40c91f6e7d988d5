import { Badge } from '../../../platform/pages/badges';
import { Card } from '../../../platform/pages/blocks';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Wish } from '../composition';
import { compositionWords } from '../composition.words';

/** What the course wishes for in a class, each with how it stands; nothing where it wishes for nothing. */
export function ClassWishes({ wishes }: { wishes: readonly Wish[] }) {
  const say = useWords(compositionWords);
  const locale = useLocale();
  if (wishes.length === 0) return null;
  return (
    <Card title={say.title}>
      <p class="quiet">{say.hint}</p>
      <ul>
        {wishes.map(({ isMet, sentence, citation, verified }) => (
          <li>
            <Badge tone={isMet ? 'success' : 'warning'} text={isMet ? say.met : say.notMet} /> {sentence[locale]}{' '}
            <span class="text-secondary">
              {citation[locale]}
              {!verified && ` (${say.unverified})`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
