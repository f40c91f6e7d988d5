import type { Locale } from '../../platform/messages/words';
import { readingWords, unreadSentence } from '../../platform/imports/reading.words';
import type { Unread } from '../../platform/sheets/unread';
import type { AddedColumn } from '../../platform/sheets/workbook-with-columns';
import type { ListImportRow, PlaceNow } from './imports.queries';
import { listWords, verdictWords } from './imports.words';
import { oneNominationWords } from '../nomination.words';
import { nominationWords, stateWords } from '../nominations.words';

/**
 * What is written beside the rows of a list: the verdict on every person, why, and the place they hold now.
 * @param below what of the file was not read, and the row below everything where that is said
 */
export function verdictColumns(
  rows: readonly ListImportRow[],
  places: readonly PlaceNow[],
  locale: Locale,
  below: { readonly from: number; readonly unread: readonly Unread[] },
): AddedColumn[] {
  const people = rows.filter(({ verdict }) => verdict !== 'passed_over');
  const notRead = below.unread.map((one, index) => [below.from + index, unreadSentence(one, locale)] as const);
  const notReadTitle = notRead.slice(0, 1).map(([row]) => [row, readingWords[locale].unread] as const);
  const textsOf = (text: (row: ListImportRow) => string) => textsByRow(people, text);
  const columns: AddedColumn[] = [
    {
      heading: listWords[locale].verdict,
      width: 18,
      texts: new Map([...textsOf(({ verdict }) => verdictWords[locale][verdict]), ...notReadTitle]),
    },
    {
      heading: listWords[locale].reason,
      width: 60,
      texts: new Map([...textsOf((row) => reasonOf(row, locale)), ...notRead]),
    },
  ];
  if (places.length === 0) return columns;
  columns.push({
    heading: nominationWords[locale].place,
    width: 18,
    texts: textsByRow(places, (one) => placeOf(one, locale)),
  });
  const endorsed = places.filter((one) => one.groupLetter !== null);
  if (endorsed.length === 0) return columns;
  return [
    ...columns,
    {
      heading: oneNominationWords[locale].groupLetter,
      width: 24,
      texts: textsByRow(endorsed, ({ groupLetter }) => groupLetter!),
    },
  ];
}

/** Of people in tables side by side, who share a row, each by name. */
function textsByRow<T extends Pick<PlaceNow, 'rowNumber' | 'fullName'>>(
  people: readonly T[],
  textOf: (one: T) => string,
): ReadonlyMap<number, string> {
  const rows = new Map<number, T[]>();
  for (const one of people) rows.set(one.rowNumber, [...(rows.get(one.rowNumber) ?? []), one]);
  const textOfRow = (row: readonly T[]) =>
    row.map((one) => (row.length > 1 ? `${one.fullName}: ${textOf(one)}` : textOf(one))).join('\n');
  return new Map([...rows].map(([rowNumber, row]) => [rowNumber, textOfRow(row)]));
}

function reasonOf({ reason, checks }: ListImportRow, locale: Locale): string {
  const warnings = checks.filter(({ outcome }) => outcome === 'warn').map(({ sentence }) => sentence[locale]);
  return [reason[locale], ...warnings].join(' ');
}

function placeOf({ seat, reserveNumber, state }: PlaceNow, locale: Locale): string {
  const say = nominationWords[locale];
  if (seat !== null) return say.seat(seat);
  return reserveNumber === null ? `${say.noPlace} (${stateWords[locale][state]})` : say.reserve(reserveNumber);
}
