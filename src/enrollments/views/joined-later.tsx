import type { VNode } from 'preact';
import { useWords } from '../../platform/pages/page-context';
import { joinedLaterWords } from '../attendance.words';

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly list: (rows: readonly Row[]) => VNode;
}

/** Whoever joined the class after a half-day stands apart from those who were expected at it. */
export function JoinedLaterApart<Row extends { readonly expected: boolean }>({ rows, list }: Props<Row>) {
  const say = useWords(joinedLaterWords);
  const [expected, later] = [rows.filter((row) => row.expected), rows.filter((row) => !row.expected)];
  if (later.length === 0) return list(rows);
  return (
    <>
      {expected.length > 0 && list(expected)}
      <h2>{say.title(later.length)}</h2>
      <p class="quiet">{say.why}</p>
      {list(later)}
    </>
  );
}
