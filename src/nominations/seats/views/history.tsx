import { Card, Timeline } from '../../../platform/pages/blocks';
import { useWords } from '../../../platform/pages/page-context';
import type { NamedUnit } from '../../../organization/unit-choices.queries';
import type { SeatMoveLine, SeatMoveMade } from '../history';
import { seatWords } from '../seats.words';

/** Who moved which seats when and why, newest first. */
export function SeatHistory({
  history,
  units,
  moreAt,
}: {
  history: readonly SeatMoveLine[];
  units: readonly NamedUnit[];
  /** Where the older moves are read; null when these are all, or the reader may not. */
  moreAt: string | null;
}) {
  const say = useWords(seatWords);
  const codeOf = (unitId: string) => units.find(({ id }) => id === unitId)?.code ?? '?';
  return (
    <Card title={say.history}>
      {history.length === 0 ? (
        <p class="quiet">{say.noHistory}</p>
      ) : (
        <Timeline entries={history.map(({ move, ...entry }) => ({ ...entry, what: sentenceOf(move, say, codeOf) }))} />
      )}
      {moreAt && (
        <p>
          <a href={moreAt}>{say.olderMoves}</a>
        </p>
      )}
    </Card>
  );
}

function sentenceOf(move: SeatMoveMade, say: (typeof seatWords)['vi'], codeOf: (unitId: string) => string): string {
  switch (move.kind) {
    case 'allocated':
      return say.moveAllocated(move.shares.map(({ unitId, seats }) => `${codeOf(unitId)} ${seats}`).join(', '));
    case 'lent':
      return say.moveLent(move.count, codeOf(move.from), codeOf(move.to));
    case 'returned':
      return say.moveReturned(move.count, codeOf(move.unitId));
    case 'released':
      return say.moveReleased(move.count);
    case 'passed_on':
      return say.movePassedOn(codeOf(move.unitId));
    case 'resized':
      return say.moveResized(move.capacity);
  }
}
