import { Notice } from '../../pages/notices';
import { useWords } from '../../pages/page-context';
import type { Unsaid } from '../surroundings';
import { unsaidTitle, unsaidWords } from '../surroundings.words';

/** Nothing while the settings say all there is. */
export function UnsaidSettings({ unsaid }: { unsaid: readonly Unsaid[] }) {
  const { title } = useWords(unsaidTitle);
  const say = useWords(unsaidWords);
  if (unsaid.length === 0) return null;
  return (
    <Notice tone="warning" heading={title}>
      {unsaid.map((one) => (
        <p>{say[one]}</p>
      ))}
    </Notice>
  );
}
