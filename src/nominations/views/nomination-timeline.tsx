import { showDay } from '../../platform/clock';
import { sayAction } from '../../platform/journal/actions';
import type { JournalItem } from '../../platform/journal/journal.queries';
import type { Bilingual, Locale } from '../../platform/messages/words';
import { Timeline } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { oneNominationWords } from '../nomination.words';
import { nominationActions } from '../nominations.words';

/** History to a nomination, newest first, as the journal has it. */
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
    case nominationActions.drafted:
      return say.drafted;
    case nominationActions.submitted:
      return facts['rank'] === null
        ? say.submittedForSeat(String(facts['letter']))
        : say.submittedAsReserve(String(facts['letter']));
    case nominationActions.endorsed:
      return facts['letter'] ? say.endorsedBy(String(facts['letter'])) : say.endorsed;
    case nominationActions.group_letter_recorded:
      return say.groupLetterRecorded(String(facts['letter']));
    case nominationActions.accepted:
      return say.accepted;
    case nominationActions.returned:
      return say.returnedUntil(showDay(String(facts['correctBy'])));
    case nominationActions.rejected:
      return say.rejected;
    case nominationActions.class_cancelled:
      return say.withdrawnWithClass;
    case nominationActions.withdrawn:
      // As cancellations were written before they had an action of their own.
      return facts['classCancelled'] === true ? say.withdrawnWithClass : say.withdrawn;
    case nominationActions.substituted:
      return say.substituted;
    case nominationActions.promoted:
      return say.promotedTo(Number(facts['seat']));
    case nominationActions.ranked:
      return say.ranked(Number(facts['place']), Number(facts['was']));
    case nominationActions.passed_over:
      return say.passedOver((facts['because'] as Bilingual | undefined)?.[locale] ?? '');
    case nominationActions.place_given_up:
      return say.placeGivenUp(showDay(String(facts['correctBy'])));
    case nominationActions.stays:
      return say.stays;
    default:
      return asSentence(sayAction(action, locale));
  }
}

const asSentence = (said: string) => said.charAt(0).toLocaleUpperCase('vi') + said.slice(1);
