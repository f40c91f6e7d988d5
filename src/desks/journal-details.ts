import { accountActions, roleNames, signInWays } from '../accounts/accounts.words';
import { openIdActions, refusedBecauseWords } from '../accounts/open-id/open-id.words';
import { settleActions } from '../enrollments/check-ins/to-settle.words';
import { whyRefusedWords } from '../enrollments/check-ins/why-refused';
import { peopleWords, personActions } from '../people/people.words';
import { factNames } from '../people/person.facts';
import { roles } from '../platform/access/actor';
import type { JournalItem } from '../platform/journal/journal.queries';
import { many } from '../platform/messages/counted';
import { type Locale, words } from '../platform/messages/words';
import { reminderRules } from '../reminders/rules/rule';
import { ruleNames } from '../reminders/reminders.words';

const countWords = words({
  seats: {
    vi: (count: number) => `${count} chỉ tiêu`,
    en: (count: number) => many(count, 'seat'),
  },
  messages: {
    vi: (count: number) => `${count} thư`,
    en: (count: number) => many(count, 'message'),
  },
});

/** The one fact without which a sentence would say too little: which role, how many seats, what was reminded of. */
export function detailOf({ action, facts }: JournalItem, locale: Locale): string | null {
  const count = typeof facts['count'] === 'number' ? facts['count'] : null;
  if (action === personActions.corrected) {
    const fields = factNames.filter((fact) => (facts['fields'] as readonly string[]).includes(fact));
    return fields.map((fact) => peopleWords[locale][fact]).join(', ');
  }
  if (action.startsWith('seats.')) return count === null ? null : countWords[locale].seats(count);
  if (/^accounts\.(role|grant)_/.test(action)) {
    const role = roles.find((known) => known === facts['role']);
    return role ? roleNames[locale][role] : null;
  }
  if (action === accountActions.signed_in) return wordOf(signInWays[locale], facts['way']);
  if (action === openIdActions.refused) return wordOf(refusedBecauseWords[locale], facts['because']);
  if (action === settleActions.scan_refused) return wordOf(whyRefusedWords[locale], facts['why']);
  if (action.startsWith('reminders.')) {
    const rule = reminderRules.find((known) => known === facts['rule']);
    return [rule && ruleNames[locale][rule], count !== null && countWords[locale].messages(count)]
      .filter(Boolean)
      .join(': ');
  }
  return null;
}

/** A line may be older than the fact, or hold one that has no word any more. */
const wordOf = (known: Readonly<Record<string, string>>, name: unknown) =>
  typeof name === 'string' && Object.hasOwn(known, name) ? known[name]! : null;
