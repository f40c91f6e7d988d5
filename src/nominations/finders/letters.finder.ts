import { codedName } from '../../classes/coded-name';
import { type Day, showDay } from '../../platform/clock';
import type { Finder, Told } from '../../platform/finding';
import { linkTo } from '../../platform/pages/links';
import { foldName, forLike } from '../../platform/names';
import { nominationFollowers } from '../nominations.policy';
import { letterWords } from '../letters/letters.words';
import { isNowhere, within } from '../../platform/access/reach';

interface Row {
  readonly kind: 'unit_letter' | 'group_letter';
  readonly number: string;
  readonly date: Day;
  readonly unitId: string;
  readonly unitName: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
}

/** So many nominations are looked at: of a number that more have, the latest. */
const mostNamed = 500;

/** Letters of units and of the Group by their number, for each class they name people for; the latest first. */
export const lettersFinder: Finder<Row> = {
  kind: 'letters',

  statement({ actor, search, limit }, place) {
    const number = numberIn(search);
    const units = actor.unitsOf(nominationFollowers);
    if (number === null || isNowhere(units)) return null;
    const [sequence, theirs] = [place(number.sequence), within('n.unit_id', units, place(units))];
    const latest = (from: string, columns: string, numbered: string, date: string) =>
      `(SELECT ${columns}, n.class_id, ${numbered} AS number, ${date} AS date FROM ${from}
        WHERE letter_sequence(${numbered}) = ${sequence} AND ${theirs} AND ${date} IS NOT NULL ORDER BY ${date} DESC LIMIT ${mostNamed})`;
    return `SELECT l.kind, l.number, l.date, l.unit_id AS "unitId", unit_name_on(l.unit_id, l.date) AS "unitName",
        c.id AS "classId", c.code AS "classCode", c.name AS "className"
      FROM (SELECT kind, unit_id, class_id, date, min(number) AS number FROM (
          ${latest('nominations n', `'unit_letter' AS kind, n.unit_id`, 'n.letter_number', 'n.letter_date')}
          UNION ALL
          ${latest('group_letters g JOIN nominations n ON n.group_letter_id = g.id', `'group_letter', g.group_id`, 'g.number', 'g.date')}) named
        WHERE ${withoutBlanks} LIKE ${place(`%${forLike(number.written)}%`)}
        GROUP BY kind, unit_id, class_id, date, ${withoutBlanks}) l
      JOIN classes c ON c.id = l.class_id ORDER BY l.date DESC, c.code, l.unit_id, l.number LIMIT ${place(limit)}::int`;
  },

  told({ kind, number, date, unitId, unitName, classId, classCode, className }, { locale }): Told {
    return {
      href: linkTo(`/classes/${classId}/letters`, kind === 'unit_letter' ? { unitId } : {}),
      name: letterWords[locale].numbered(number, showDay(date)),
      facts: [unitName, codedName({ name: className, code: classCode })],
      state: null,
    };
  },
};

const withoutBlanks = `replace(folded_text(number), ' ', '')`;

/** The number of a letter as people type it, with or without a word before it; null where there is none. */
function numberIn(search: string): { readonly sequence: string; readonly written: string } | null {
  const written = foldName(search)
    .replace(/^(cong van |cv )?(so )?/, '')
    .replaceAll(' ', '');
  const sequence = /\d+/.exec(written)?.[0].replace(/^0+/, '');
  return sequence === undefined ? null : { sequence, written: written.replace(/\d+/, sequence) };
}
