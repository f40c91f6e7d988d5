import { lettersOfTrigram, type Place } from '../platform/finding';
import { forLike, searchWords } from '../platform/names';
import { beginningOfPhone } from './contacts/contacts';
import { isNowhere, type Reach, within } from '../platform/access/reach';

/** So many are looked at: of words that more people have, the first of these are shown, whoever they are. */
const mostLookedAt = 250;

/**
 * Whether a person `p` is who is searched for: by all words of the name or parts of the code, by the telephone number or the
 * address. Each has an index.
 */
export function isSought(search: string, place: Place): string {
  const words = searchWords(search).map((word) => `(${isNamed(word, place)} OR ${isCoded(word, place)})`);
  const phone = beginningOfPhone(search);
  const email = /^\S+[@.]\S*$/.test(search) ? search.toLowerCase() : null;
  const ways = [
    words.length > 0 ? `(${words.join(' AND ')})` : 'true',
    ...(phone ? [begins('p.phone', phone, place)] : []),
    ...(email ? [begins('lower(p.email::text)', email, place)] : []),
  ];
  return `(${ways.join(' OR ')})`;
}

/**
 * The people who are searched for, by name; as a table of ids and `sort_name`. They are cut before they are put in order, so that
 * what is rare is found by its words and never by going through everybody in the order of the list.
 * @param among what a person `p` is besides
 */
export const peopleFound = (search: string, among: string, most: number, place: Place): string =>
  `(SELECT id, sort_name FROM (SELECT p.id, p.sort_name FROM persons p
     WHERE ${among} AND p.same_as_id IS NULL AND ${isSought(search, place)} LIMIT ${mostLookedAt}) looked_at
   ORDER BY sort_name, id LIMIT ${most})`;

/** Whether a person `p` is of these units, or this very one; null where nobody is. */
export function isAmong(unitIds: Reach, personId: string | null, place: Place): string | null {
  const ways = [
    ...(isNowhere(unitIds) ? [] : [within('p.unit_id', unitIds, place(unitIds))]),
    ...(personId === null ? [] : [`p.id = ${place(personId)}::uuid`]),
  ];
  return ways.length > 0 ? `(${ways.join(' OR ')})` : null;
}

/** A word of a name counts from its first letter, so that "anh" does not find every Thanh and Khánh. */
function isNamed(word: string, place: Place): string {
  return `p.folded_name LIKE ${place(`${forLike(word)}%`)} OR p.folded_name LIKE ${place(`% ${forLike(word)}%`)}`;
}

function isCoded(word: string, place: Place): string {
  return word.length < lettersOfTrigram
    ? `lower(p.code) LIKE ${place(`${forLike(word)}%`)} OR lower(p.code) LIKE ${place(`%-${forLike(word)}%`)}`
    : `lower(p.code) LIKE ${place(`%${forLike(word)}%`)}`;
}

/** Said as a range, which an index in the order of bytes knows whatever is asked for. */
export const begins = (column: string, beginning: string, place: Place): string =>
  `${column} COLLATE "C" BETWEEN ${place(beginning)} AND ${place(`${beginning}\u007f`)}`;
