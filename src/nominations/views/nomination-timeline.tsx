import { showDay } from '../../platform/clock';
import type { JournalItem } from '../../platform/journal/journal.queries';
import type { Bilingual, Locale } from '../../platform/messages/words';
import { Timeline } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { oneNominationWords } from '../nomination.words';

/** What happened to a nomination, newest first, as the journal has it. */
export function NominationTimeline({ lines }: { lines: readonly JournalItem[] }) {
  const say = useWords(oneNominationWords);
  const locale = useLocale();
  return (
    <Timeline
      entries={lines.map((line) => ({
        at: line.at,
        who: line.actorName,
        what: whatOf(line, say, locale),
        reason: line.reason,
      }))}
    />
  );
}

function whatOf({ action, facts }: JournalItem, say: (typeof oneNominationWords)['vi'], locale: Locale): string {
  switch (action) {
    case 'nominations.drafted':
      return say.drafted;
    case 'nominations.submitted':
      return facts['rank'] === null
        ? say.submittedForSeat(String(facts['letter']))
        : say.submittedAsReserve(String(facts['letter']));
    case 'nominations.endorsed':
      return say.endorsed;
    case 'nominations.accepted':
      return say.accepted;
    case 'nominations.returned':
      return say.returnedUntil(showDay(String(facts['correctBy'])));
    case 'nominations.rejected':
      return say.rejected;
    case 'nominations.withdrawn':
      return facts['classCancelled'] === true ? say.withdrawnWithClass : say.withdrawn;
    case 'nominations.substituted':
      return say.substituted;
    case 'nominations.promoted':
      return say.promotedTo(Number(facts['seat']));
    case 'nominations.ranked':
      return say.ranked(Number(facts['place']), Number(facts['was']));
    case 'nominations.passed_over':
      return say.passedOver((facts['because'] as Bilingual | undefined)?.[locale] ?? '');
    case 'nominations.place_given_up':
      return say.placeGivenUp(showDay(String(facts['correctBy'])));
    default:
      return action;
  }
}
