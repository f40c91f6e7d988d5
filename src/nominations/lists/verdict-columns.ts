import type { Locale } from '../../platform/messages/words';
import type { AddedColumn } from '../../platform/sheets/workbook-with-columns';
import type { ListImportRow, PlaceNow } from './imports.queries';
import { listWords, verdictWords } from './imports.words';
import { nominationWords, stateWords } from '../nominations.words';

/** What is written beside the rows of a list: the verdict on every person, why, and the place they hold now. */
export function verdictColumns(
  rows: readonly ListImportRow[],
  places: readonly PlaceNow[],
  locale: Locale,
): AddedColumn[] {
  const people = rows.filter(({ verdict }) => verdict !== 'passed_over');
  const textsOf = (text: (row: ListImportRow) => string) =>
    new Map(people.map((row) => [row.rowNumber, text(row)] as const));
  const columns: AddedColumn[] = [
    { heading: listWords[locale].verdict, width: 18, texts: textsOf(({ verdict }) => verdictWords[locale][verdict]) },
    { heading: listWords[locale].reason, width: 60, texts: textsOf((row) => reasonOf(row, locale)) },
  ];
  if (places.length === 0) return columns;
  const texts = new Map(places.map((place) => [place.rowNumber, placeOf(place, locale)] as const));
  return [...columns, { heading: nominationWords[locale].place, width: 18, texts }];
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
