import { dayOf } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import { listSheet } from '../../platform/sheets/xlsx/list-sheet';
import type { AccountItem } from './directory.queries';
import { accountStateWords, directoryWords, nameOfRole } from './directory.words';

export const accountWidths = [6, 28, 32, 36, 44, 18, 14];

/** The list as offices print it: one line an account. */
export function accountSheet(accounts: readonly AccountItem[], locale: Locale) {
  const say = directoryWords[locale];
  return listSheet(
    say.title,
    [say.number, say.name, say.email, say.unit, say.roles, say.state, say.createdAt],
    accounts.map(({ name, email, unitName, grants, state, createdAt }) => [
      name,
      email,
      unitName ?? '',
      grants.map((grant) => nameOfRole(grant, locale)).join('; '),
      accountStateWords[locale][state],
      { day: dayOf(createdAt) },
    ]),
  );
}
