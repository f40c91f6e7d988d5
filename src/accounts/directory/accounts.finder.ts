import type { Finder, Place, Told } from '../../platform/finding';
import { linkTo } from '../../platform/pages/links';
import { forLike, searchWords } from '../../platform/names';
import { begins } from '../../people/people.search';
import { isNowhere } from '../../platform/access/reach';
import { accountsVisibleTo } from '../accounts.policy';
import { isInScope, stateOf } from './directory.queries';
import type { AccountState } from './directory.requests';
import { accountStateWords } from './directory.words';
import { accountTones } from './views/account-list';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly state: AccountState;
}

/** Accounts by their address, and whoever is on no roster by name too: the others are found among people. */
export const accountsFinder: Finder<Row> = {
  kind: 'accounts',

  statement({ actor, search, limit }, place) {
    const scope = accountsVisibleTo(actor);
    if (isNowhere(scope.unitIds)) return null;
    const isAddressed = begins('lower(a.email::text)', search.toLowerCase(), place);
    const those = scope.ofNobody
      ? `(${isAddressed} OR a.person_id IS NULL AND ${isNamed(search, place)})`
      : `${isAddressed} AND ${isInScope(scope, place)}`;
    return `SELECT a.id, a.name, a.email, ${stateOf} AS state FROM accounts a LEFT JOIN persons p ON p.id = a.person_id
      WHERE ${those} ORDER BY a.name COLLATE "vi-x-icu", a.id LIMIT ${place(limit)}::int`;
  },

  told({ id, name, email, state }, { locale }): Told {
    return {
      ...{ href: `/accounts/${id}`, name, facts: [email] },
      state: { tone: accountTones[state], text: accountStateWords[locale][state] },
    };
  },

  list: ({ search }) => linkTo('/accounts', { search }),
};

const isNamed = (search: string, place: Place): string =>
  searchWords(search)
    .map(forLike)
    .map((word) => [`${word}%`, `% ${word}%`].map((like) => `folded_text(a.name) LIKE ${place(like)}`).join(' OR '))
    .map((eitherWay) => `(${eitherWay})`)
    .join(' AND ');
