import type { Locale } from '../platform/messages/words';
import type { OpeningSentences } from '../platform/pages/papers/opening';
import { shareOf, showShare } from '../platform/pages/papers/shares';
import type { CompletionCounts } from './completions.queries';
import { completionWords } from './completions.words';

/** Percent. The usual rule lets a fifth of the half-days be missed; where more than that fall short, absences alone do not explain it. */
const manyFellShort = 20;

/** What a class that was closed comes to. @param path of its results */
export function openingOfResults(counts: CompletionCounts, path: string, locale: Locale): OpeningSentences {
  const say = completionWords[locale];
  const { completed, notCompleted, certificates, diplomas } = counts;
  const all = completed + notCompleted;
  const short = shareOf(notCompleted, all) ?? 0;
  return {
    happened: all > 0 ? say.openingOf(completed, all, certificates + diplomas) : say.openingNobody,
    standsOut: short > manyFellShort ? say.openingShort(showShare(short, locale)) : say.openingCalm,
    toDo:
      notCompleted > 0
        ? { sentence: say.openingLook(notCompleted), href: `${path}?completed=false` }
        : { sentence: say.openingNothing },
  };
}
