import { dayOf, showDay } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import type { WrittenCell } from '../../platform/sheets/xlsx/write-xlsx';
import type { AccountItem } from './directory.queries';
import { accountStateWords, directoryWords, nameOfRole } from './directory.words';

export const accountWidths = [6, 28, 32, 36, 44, 18, 14];

/** The list as offices print it: one line an account. */
export function accountSheet(
  accounts: readonly AccountItem[],
  locale: Locale,
): readonly (readonly (WrittenCell | null)[])[] {
  const say = directoryWords[locale];
  const labels = [say.number, say.name, say.email, say.unit, say.roles, say.state, say.createdAt];
  const title: WrittenCell = { value: say.title, columns: labels.length, look: 'title' };
  return [
    [title, ...labels.slice(1).map(() => null)],
    labels.map((value) => ({ value, look: 'heading' as const })),
    ...accounts.map(({ name, email, unitName, grants, state, createdAt }, index) =>
      [
        index + 1,
        name,
        email,
        unitName ?? '',
        grants.map((grant) => nameOfRole(grant, locale)).join('; '),
        accountStateWords[locale][state],
        showDay(dayOf(createdAt)),
      ].map((value) => ({ value })),
    ),
  ];
}
