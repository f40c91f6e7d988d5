import { useWords } from '../../platform/pages/page-context';
import type { ScanKind } from '../scan-kinds';
import { scanWords } from '../scans.words';

export const scansPath = (kind: ScanKind, paperId: string) => `/scans/${kind}/${paperId}`;

/** From where a letter or decision is told to what shows it. */
export function ScansLink({ kind, paperId, count }: { kind: ScanKind; paperId: string; count?: number }) {
  const say = useWords(scanWords);
  return (
    <a class="one-line" href={scansPath(kind, paperId)}>
      {count === undefined ? say.open : count > 0 ? say.has(count) : say.hasNone}
    </a>
  );
}
