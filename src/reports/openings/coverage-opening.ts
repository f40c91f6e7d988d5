import { isAtLeast, theoryLevels } from '../../people/person.values';
import { showDay } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import { linkTo } from '../../platform/pages/links';
import type { OpeningSentences } from '../../platform/pages/papers/opening';
import type { Coverage, NeedFilter } from '../coverage.service';
import type { NeedKind } from '../training-needs';
import { openingWords } from './openings.words';

/** What levels and needs come to. */
export function openingOfCoverage(
  { asOf, units, total }: Coverage,
  filter: NeedFilter,
  locale: Locale,
): OpeningSentences {
  const say = openingWords[locale];
  const above = theoryLevels
    .filter((level) => isAtLeast(theoryLevels, level, 'intermediate'))
    .reduce((sum, level) => sum + total.levels[level], 0);
  const most = units.toSorted((one, other) => other.needs.theory_level - one.needs.theory_level)[0];
  return {
    happened:
      total.keyCadres > 0 ? say.cadresAbove(showDay(asOf), above, total.keyCadres) : say.noCadres(showDay(asOf)),
    standsOut:
      most && most.needs.theory_level > 0
        ? say.cadresLack(total.needs.theory_level, most.code, most.needs.theory_level)
        : say.nobodyLacksLevel,
    toDo: toDo(),
  };

  /** What has a deadline comes first. */
  function toDo(): OpeningSentences['toDo'] {
    const { new_member: newMembers, certificate, study, theory_level: level } = total.needs;
    const at = (kind: NeedKind) =>
      `${linkTo('/reports/coverage', { unitId: filter.unitId, months: filter.months, kind })}#names`;
    if (newMembers > 0) return { sentence: say.sendNewMembers(newMembers), href: at('new_member') };
    if (certificate > 0) return { sentence: say.renewCertificates(certificate), href: at('certificate') };
    if (study > 0) return { sentence: say.makeUpStudies(study), href: at('study') };
    if (level > 0) return { sentence: say.sendToTheory(level), href: at('theory_level') };
    return { sentence: say.nothingToDo };
  }
}
