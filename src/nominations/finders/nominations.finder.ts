import { codedName } from '../../classes/coded-name';
import { unitsVisibleTo } from '../../people/people.policy';
import { isAmong, peopleFound } from '../../people/people.search';
import type { Finder, Told } from '../../platform/finding';
import type { NominationState } from '../nomination.states';
import { inSight } from '../nominations.queries';
import { stateWords } from '../nominations.words';
import { stateTones } from '../views/nomination-state';
import { isNowhere } from '../../platform/access/reach';

interface Row {
  readonly id: string;
  readonly state: NominationState;
  readonly fullName: string;
  readonly personCode: string;
  readonly unitName: string;
  readonly classCode: string;
  readonly className: string;
}

/** Of so many people found the nominations are looked for. */
const mostPeople = 50;

/** Nominations of people by whatever people are found by, the latest of each first. */
export const nominationsFinder: Finder<Row> = {
  kind: 'nominations',

  statement({ actor, search, limit }, place) {
    const units = unitsVisibleTo(actor);
    const present = isAmong(units, actor.personId, place);
    if (present === null) return null;
    const theirs = `${place(units)}::uuid[]`;
    // Whoever moved away was sent by the unit they belonged to.
    const former = `p.id IN (SELECT m.person_id FROM former_memberships m WHERE m.unit_id = ANY (${theirs}))`;
    const people = [present, ...(units === null || isNowhere(units) ? [] : [former])].map((who) =>
      peopleFound(search, who, mostPeople, place),
    );
    return `SELECT n.id, n.state, p.full_name AS "fullName", p.code AS "personCode", unit_name_on(n.unit_id, c.opens_on) AS "unitName",
        c.code AS "classCode", c.name AS "className"
      FROM (${people.join(' UNION ')}) f JOIN nominations n ON n.person_id = f.id JOIN persons p ON p.id = f.id JOIN classes c ON c.id = n.class_id
      WHERE ${inSight(units, theirs, `${place(actor.personId)}::uuid`, false)}
      ORDER BY f.sort_name, n.created_at DESC, n.id LIMIT ${place(limit)}::int`;
  },

  told({ id, state, fullName, personCode, unitName, classCode, className }, { locale }): Told {
    return {
      ...{
        href: `/nominations/${id}`,
        name: fullName,
        facts: [personCode, unitName, codedName({ name: className, code: classCode })],
      },
      state: { tone: stateTones[state], text: stateWords[locale][state] },
    };
  },
};
