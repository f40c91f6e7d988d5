import { roles } from '../platform/access/actor';
import type { Finder, Told } from '../platform/finding';
import { linkTo } from '../platform/pages/links';
import { forLike, searchWords } from '../platform/names';
import { mayKeepUnit } from './organization.policy';
import type { UnitKind } from './unit-facts';
import { unitWords } from './units.words';
import { isNowhere, within } from '../platform/access/reach';
import { isLiveUnit, unitText } from './units-in-sql';

interface Row {
  readonly id: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly isLive: boolean;
}

/** The units some role of the reader reaches: who keeps one finds its page, the others its people. */
export const unitsFinder: Finder<Row> = {
  kind: 'units',

  statement({ actor, search, today, limit }, place) {
    const units = actor.unitsOf(roles);
    if (isNowhere(units)) return null;
    const day = `${place(today)}::date`;
    const words = searchWords(search).map((word) => place(`%${forLike(word)}%`));
    return `SELECT u.id, u.code, u.kind, n.name_vi AS "nameVi", n.name_en AS "nameEn",
        ${isLiveUnit(day)} AS "isLive"
      FROM ${unitText(day)}
      WHERE ${within('u.id', units, place(units))} AND written.text LIKE ALL (ARRAY[${words.join(', ')}])
      ORDER BY "isLive" DESC, u.code LIMIT ${place(limit)}::int`;
  },

  told({ id, code, kind, nameVi, nameEn, isLive }, { actor, locale }): Told {
    return {
      href: mayKeepUnit(actor, id) ? `/units/${id}` : linkTo('/people', { unitId: id }),
      name: locale === 'vi' ? nameVi : nameEn,
      facts: [code, unitWords[locale][kind]],
      state: isLive ? null : { tone: 'neutral', text: unitWords[locale].noMore },
    };
  },
};
