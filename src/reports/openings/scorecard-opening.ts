import { isAtLeast, theoryLevels } from '../../people/person.values';
import type { Locale } from '../../platform/messages/words';
import { linkTo } from '../../platform/pages/links';
import type { OpeningSentences } from '../../platform/pages/papers/opening';
import { showShare } from '../../platform/pages/papers/shares';
import type { NumberName } from '../figures';
import type { UnitScorecard } from '../reports.service';
import { openingWords } from './openings.words';
import { lowCompletion } from './thresholds';

/** What the year of a unit comes to. */
export function openingOfScorecard(card: UnitScorecard, locale: Locale): OpeningSentences {
  const say = openingWords[locale];
  const { year, unitId, unitCode, nominated, nominations, seats, enrolled, completion, keyCadres } = card;
  const below = keyCadres
    .filter(({ theoryLevel }) => !isAtLeast(theoryLevels, theoryLevel, 'intermediate'))
    .reduce((sum, line) => sum + line.keyCadres, 0);
  const cadres = keyCadres.reduce((sum, line) => sum + line.keyCadres, 0);
  const at = (number: NumberName) => linkTo('/reports/behind', { number, year, unitId });
  return {
    happened:
      nominated + enrolled > 0
        ? say.unitSent(year, unitCode, nominated, nominations.accepted, enrolled, completion.completed)
        : say.unitSentNobody(year, unitCode),
    standsOut: standsOut(),
    toDo: toDo(),
  };

  function standsOut(): string {
    if (seats.free > 0) return say.unitFree(seats.free, seats.allocated);
    if (completion.rate !== null && completion.rate < lowCompletion)
      return say.unitFewComplete(showShare(completion.rate, locale));
    return below > 0 ? say.unitBelow(below, cadres) : say.calm;
  }

  function toDo(): OpeningSentences['toDo'] {
    if (nominations.returned > 0) return { sentence: say.sendAgain(nominations.returned), href: at('returned') };
    if (seats.fillable > 0) return { sentence: say.fillSeats(seats.fillable), href: at('fillable') };
    if (below > 0)
      return { sentence: say.sendToTheory(below), href: linkTo('/reports/coverage', { unitId, kind: 'theory_level' }) };
    return { sentence: say.nothingToDo };
  }
}
