import type { Locale } from '../platform/messages/words';
import { linkTo } from '../platform/pages/links';
import type { OpeningSentences } from '../platform/pages/papers/opening';
import { showShare } from '../platform/pages/papers/shares';
import { heldOnes } from './participation';
import type { Participation } from './participation.queries';
import type { StudyOverview } from './study-overviews';
import { studyWords } from './study-sessions.words';

/** Percent of the obliged; where fewer than four in five came a second sitting is worth its day. */
const fewCame = 80;

/** What a study comes to; before it, who is called. */
export function openingOfStudy(
  { item, units, totals }: Pick<StudyOverview, 'item' | 'units' | 'totals'>,
  locale: Locale,
): OpeningSentences {
  const say = studyWords[locale];
  const { obliged, attendedMembers, registered, rate, unitsDone } = totals;
  const path = `/classes/${item.id}/participation`;
  if (heldOnes(units).length === 0)
    return {
      happened: say.openingToCome(units.length, obliged),
      standsOut: registered > 0 ? say.openingRegistered(registered) : say.openingNobodyRegistered,
      toDo: { sentence: say.openingRegister, href: path },
    };
  const lowest = lowestOf(units);
  const absent = obliged - attendedMembers;
  return {
    happened: say.openingHeld(attendedMembers, obliged, showShare(rate, locale), unitsDone, units.length),
    standsOut:
      lowest && lowest.rate! < fewCame
        ? say.openingLowest(lowest.unitCode, showShare(lowest.rate, locale))
        : say.openingCalm,
    toDo:
      absent > 0
        ? { sentence: say.openingMakeUp(absent), href: linkTo(path, { sort: 'rate' }) }
        : { sentence: say.openingNothing },
  };
}

const lowestOf = (units: readonly Participation[]): Participation | undefined =>
  units.filter(({ rate }) => rate !== null).toSorted((one, other) => one.rate! - other.rate!)[0];
