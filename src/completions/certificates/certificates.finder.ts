import { isAmong, peopleFound } from '../../people/people.search';
import { type Day, dayOf, showDay } from '../../platform/clock';
import { type Finder, lettersOfTrigram, type Told } from '../../platform/finding';
import { linkTo } from '../../platform/pages/links';
import { certificatesVisibleTo } from '../completions.policy';
import { type CertificateState, standingOn } from './certificate.entity';
import { certificateWords, standingWords } from './certificates.words';
import { isNumbered } from './filter';
import { standingTones } from './views/certificates';

interface Row {
  readonly id: string;
  readonly number: string;
  readonly holderName: string;
  readonly className: string;
  readonly issuedOn: Day;
  readonly state: CertificateState;
  readonly validUntil: Day | null;
}

/** So many of a number are looked at, and of so many people. */
const [mostNumbered, mostPeople] = [250, 50];

/** Certificates by number and code, the latest first, then those of people by whatever people are found by. */
export const certificatesFinder: Finder<Row> = {
  kind: 'certificates',

  statement({ actor, search, limit }, place) {
    const { unitIds, personId } = certificatesVisibleTo(actor);
    const inScope = isAmong(unitIds, personId, place);
    if (inScope === null) return null;
    // Fewer letters are in too many numbers.
    const isLong = search.length >= lettersOfTrigram;
    const numbered = () => `SELECT t.id, '' AS sort_name FROM certificates t JOIN persons p ON p.id = t.person_id
      WHERE ${inScope} AND ${isNumbered(search, place)} LIMIT ${mostNumbered}`;
    const held = `SELECT t.id, f.sort_name FROM ${peopleFound(search, inScope, mostPeople, place)} f, LATERAL (SELECT t.id FROM certificates t WHERE t.person_id = f.id OFFSET 0) t`;
    return `SELECT t.id, t.number, t.holder_name AS "holderName", t.class_name AS "className", t.issued_on AS "issuedOn", t.state,
        t.valid_until AS "validUntil"
      FROM (SELECT id, min(sort_name) AS sort_name FROM (${[...(isLong ? [numbered()] : []), held].map((part) => `(${part})`).join(' UNION ALL ')}) found GROUP BY id) f
      JOIN certificates t ON t.id = f.id ORDER BY f.sort_name, t.issued_on DESC, t.sequence DESC, t.id LIMIT ${place(limit)}::int`;
  },

  told({ id, number, holderName, className, issuedOn, ...certificate }, { locale, now }): Told {
    const standing = standingOn(certificate, dayOf(now));
    return {
      ...{ href: `/certificates/${id}`, name: certificateWords[locale].certificate(number) },
      facts: [holderName, className, showDay(issuedOn)],
      state: { tone: standingTones[standing], text: standingWords[locale][standing] },
    };
  },

  list: ({ search }) => linkTo('/certificates', { search }),
};
