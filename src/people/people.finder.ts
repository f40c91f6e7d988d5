import type { Finder, Told } from '../platform/finding';
import { linkTo } from '../platform/pages/links';
import { standingWords } from './person.labels';
import type { Standing } from './person.values';
import { unitsVisibleTo } from './people.policy';
import { isAmong, peopleFound } from './people.search';
import { peopleWords } from './people.words';
import { isNowhere } from '../platform/access/reach';

interface Row {
  readonly id: string;
  readonly fullName: string;
  readonly code: string;
  readonly unitName: string;
  readonly standing: Standing;
  readonly hasLeft: boolean;
}

/** People of the units the reader looks after, and oneself. */
export const peopleFinder: Finder<Row> = {
  kind: 'people',

  statement({ actor, search, today, limit }, place) {
    const inSight = isAmong(unitsVisibleTo(actor), actor.personId, place);
    if (inSight === null) return null;
    const day = `${place(today)}::date`;
    return `SELECT p.id, p.full_name AS "fullName", p.code, unit_name_on(p.unit_id, ${day}) AS "unitName", p.standing,
        has_left(p.left_on, ${day}) AS "hasLeft"
      FROM ${peopleFound(search, inSight, limit, place)} f JOIN persons p ON p.id = f.id ORDER BY f.sort_name, f.id`;
  },

  told({ id, fullName, code, unitName, standing, hasLeft }, { locale }): Told {
    const text = hasLeft ? peopleWords[locale].hasLeft : standingWords[locale][standing];
    return {
      ...{ href: `/people/${id}`, name: fullName, facts: [code, unitName] },
      state: { tone: hasLeft ? 'warning' : 'neutral', text },
    };
  },

  list: ({ actor, search }) => (!isNowhere(unitsVisibleTo(actor)) ? linkTo('/people', { search }) : null),
};
