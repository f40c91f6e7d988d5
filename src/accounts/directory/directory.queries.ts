import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../platform/access/actor';
import { Clock, type Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { mostCounted } from '../../platform/messages/counted';
import type { Locale } from '../../platform/messages/words';
import type { Place } from '../../platform/finding';
import { forLike, searchWords } from '../../platform/names';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import { type AccountScope, mayKeepAccounts, unitsInvitedBy } from '../accounts.policy';
import { holdsRole } from '../holds-role';
import { standingInvitation } from '../links/is-invited';
import type { AccountOrder, AccountsRequest, AccountState } from './directory.requests';
import { isNowhere, within } from '../../platform/access/reach';

/** A role in force, by the name its unit has today. */
export interface HeldRole {
  readonly id: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly classId: string | null;
  /** Of a class manager for one group of the class alone. */
  readonly groupNumber: number | null;
  /** Of the unit; the class is who has classes to name. */
  readonly placeName: string | null;
  /** Whether it is somebody else's, held as their deputy. */
  readonly lent: boolean;
  /** The last day of a lent one. */
  readonly until: Day | null;
}

/** `waiting` until its mail leaves. */
type InvitationState = 'none' | 'waiting' | 'open' | 'ended';

export interface AccountItem {
  readonly id: string;
  readonly name: string;
  /** The given name first: what the list is in the order of. */
  readonly sortName: string;
  readonly email: string;
  /** Mail comes back from there. */
  readonly addressIsBad: boolean;
  readonly locale: Locale;
  readonly personId: string | null;
  /** Of its person. */
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly state: AccountState;
  readonly createdAt: Date;
  readonly acceptedAt: Date | null;
  readonly lockedAt: Date | null;
  readonly lockedBy: string | null;
  readonly lockReason: string | null;
  readonly invitation: InvitationState;
  readonly invitationEndsAt: Date | null;
  /** Now, or by a loan that will begin. */
  readonly holdsRole: boolean;
  readonly grants: readonly HeldRole[];
}

export type AccountsFilter = Omit<AccountsRequest, 'sort' | 'limit' | 'after'> & AccountScope;

/** Accounts in the order of their names. */
interface Part {
  readonly from: string;
  /** The given name first. */
  readonly sortName: string;
  /** What those of one name are in the order of. */
  readonly holder: string;
  readonly condition: string;
}

const accounts = 'accounts a LEFT JOIN persons p ON p.id = a.person_id';
const ofNobody: Part = {
  from: accounts,
  sortName: `(regexp_replace(a.name, '^.*\\s', '') || ' ' || a.name) COLLATE "vi-x-icu"`,
  holder: 'a.id',
  condition: 'a.person_id IS NULL',
};
/** Read off the names of people, and of the few who are on no roster off theirs. */
const byName: readonly Part[] = [
  {
    from: 'persons p JOIN accounts a ON a.person_id = p.id',
    sortName: 'p.sort_name',
    holder: 'p.id',
    condition: 'true',
  },
  ofNobody,
];
const all: readonly Part[] = [
  { from: accounts, sortName: `coalesce(p.sort_name, ${ofNobody.sortName})`, holder: 'NULL::uuid', condition: 'true' },
];

const byId = { column: 'a.id', type: 'uuid', value: ({ id }: AccountItem) => id };
const byHolder = { column: 'a.holder', type: 'uuid', value: ({ personId, id }: AccountItem) => personId ?? id };
const sortName = { type: 'text COLLATE "vi-x-icu"', value: (row: AccountItem) => row.sortName };
const orders: Orders<AccountOrder, AccountItem> = {
  name: [{ column: 'a.sort_name', ...sortName }, byHolder],
  email: [
    { column: `lower(a.email::text) COLLATE "C"`, type: 'text', value: ({ email }) => email.toLowerCase() },
    byId,
  ],
  createdAt: [{ column: 'a.created_at', type: 'timestamptz', value: ({ createdAt }) => createdAt.toISOString() }, byId],
};

export const stateOf = `CASE WHEN a.disabled_at IS NOT NULL THEN 'locked' WHEN a.accepted_at IS NULL THEN 'invited' ELSE 'active' END`;
/** The same one by one, of columns that have an index. */
const isOfState: Readonly<Record<AccountState, string>> = {
  locked: 'a.disabled_at IS NOT NULL',
  invited: 'a.accepted_at IS NULL AND a.disabled_at IS NULL',
  active: 'a.accepted_at IS NOT NULL AND a.disabled_at IS NULL',
};

/** Of these accounts, with `sort_name`; `$1` is today, `$2` now. */
const accountItem = (of: string) => `
  SELECT a.id, a.name, a.email, EXISTS (SELECT FROM bad_mail_addresses b WHERE b.address = a.email) AS address_is_bad, a.locale, a.person_id, p.unit_id, unit_name_on(p.unit_id, $1) AS unit_name,
    ${stateOf} AS state, a.created_at, a.accepted_at,
    a.disabled_at AS locked_at, (SELECT name FROM accounts WHERE id = a.disabled_by) AS locked_by, a.disabled_reason AS lock_reason,
    CASE WHEN l.id IS NULL THEN 'none' WHEN l.made_at IS NULL THEN 'waiting' WHEN l.ends_at <= $2 THEN 'ended' ELSE 'open' END AS invitation,
    l.ends_at AS invitation_ends_at, ${holdsRole('a.id', '$1')} AS holds_role, a.sort_name, coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'unitId', g.unit_id, 'classId', g.class_id, 'groupNumber', g.group_number, 'lent', g.lent_from IS NOT NULL, 'until', g.ends_on,
        'placeName', coalesce(unit_name_on(g.unit_id, $1), (SELECT code FROM units WHERE id = g.unit_id))) ORDER BY g.granted_at, g.id)
      FROM grants_in_force($1::date) g WHERE g.account_id = a.id), '[]') AS grants
  FROM (${of}) a LEFT JOIN persons p ON p.id = a.person_id
  LEFT JOIN account_links l ON l.account_id = a.id AND ${standingInvitation('l')}`;
const some = ({ from, sortName, holder, condition }: Part, conditions: readonly string[] = []) =>
  `SELECT a.*, ${sortName} AS sort_name, ${holder} AS holder FROM ${from} WHERE ${[condition, ...conditions].join(' AND ')}`;

@Injectable()
export class DirectoryQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list({
    sort = 'name',
    limit,
    after,
    ...filter
  }: AccountsFilter & { readonly sort?: AccountOrder; readonly limit?: number; readonly after?: string }): Promise<
    PageOf<AccountItem>
  > {
    const parameters: unknown[] = [this.clock.today(), this.clock.now()];
    const conditions = conditionsOf(filter, parameters);
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    // The page is cut before anything is joined that it only shows.
    const cut = (sort.endsWith('name') ? byName : all)
      .map((part) => `(SELECT * FROM (${some(part, conditions)}) a WHERE ${page.condition} ${page.orderAndLimit})`)
      .join(' UNION ALL ');
    const rows = await this.database.read<AccountItem>(`${accountItem(cut)} ${page.orderAndLimit}`, parameters);
    return page.of(rows);
  }

  /** How many a filter finds, and no more than one past those that are counted. */
  async count(filter: AccountsFilter): Promise<number> {
    const parameters: unknown[] = [this.clock.today()];
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(*) FROM (SELECT FROM ${accounts} WHERE ${conditionsOf(filter, parameters).join(' AND ')} AND $1::date IS NOT NULL
         LIMIT ${mostCounted + 1}) found`,
      parameters,
    );
    return row!.count;
  }

  async account(id: string): Promise<AccountItem | null> {
    const [account] = await this.database.read<AccountItem>(accountItem(some(all[0]!, ['a.id = $3'])), [
      this.clock.today(),
      this.clock.now(),
      id,
    ]);
    return account ?? null;
  }

  /**
   * Who was invited by mail that came back, and did not come: of the units whose people the reader invites, whom the reader invited,
   * and for who keeps accounts whoever is on no roster. The latest first.
   */
  async notReached(actor: Actor): Promise<NotReached[]> {
    if (isNowhere(unitsInvitedBy(actor))) return [];
    return this.database.read(
      `SELECT a.id, a.name, a.email FROM accounts a JOIN bad_mail_addresses b ON b.address = a.email
       JOIN account_links l ON l.account_id = a.id AND ${standingInvitation('l')} LEFT JOIN persons p ON p.id = a.person_id
       WHERE a.accepted_at IS NULL AND a.disabled_at IS NULL
         AND (p.unit_id = ANY ($1::uuid[]) OR l.asked_by = $2 OR $3 AND a.person_id IS NULL)
       ORDER BY b.since DESC, a.id`,
      [actor.unitsOf('unit_secretary'), actor.accountId, mayKeepAccounts(actor)],
    );
  }

  /** Somebody on a roster, and whether an account is theirs. */
  async person(id: string): Promise<RosterPerson | null> {
    const [person] = await this.database.read<RosterPerson>(
      `SELECT p.id, p.full_name AS name, p.email, p.unit_id, unit_name_on(p.unit_id, $2) AS unit_name, EXISTS (
         SELECT FROM persons o LEFT JOIN accounts a ON a.person_id = o.id
         WHERE o.unit_id = p.unit_id AND o.id <> p.id AND lower(o.email) = lower(p.email) AND a.id IS NULL AND NOT has_left(o.left_on, $2)) AS shares_email
       FROM persons p WHERE p.id = $1`,
      [id, this.clock.today()],
    );
    return person ?? null;
  }
}

/** Somebody whose invitation came back. */
export interface NotReached {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface RosterPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** With somebody else of the unit who has no account either: whom of them a letter would reach is not known. */
  readonly sharesEmail: boolean;
  readonly unitId: string;
  readonly unitName: string;
}

/** Whether an account `a`, of a person `p` or of nobody, is of those somebody sees. */
export const isInScope = ({ unitIds, ofNobody }: AccountScope, place: Place): string =>
  `${within('p.unit_id', unitIds, place(unitIds))} AND ${ofNobody ? 'true' : 'a.person_id IS NOT NULL'}`;

/** The conditions of a filter; what they compare with is added to `parameters`. */
function conditionsOf({ search, role, unitId, state, ...scope }: AccountsFilter, parameters: unknown[]): string[] {
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [isInScope(scope, place)];
  for (const word of searchWords(search).map(forLike)) {
    const start = place(`${word}%`);
    conditions.push(
      `(folded_text(a.name) LIKE ${start} OR folded_text(a.name) LIKE ${place(`% ${word}%`)} OR a.email::text ILIKE ${place(`%${word}%`)})`,
    );
  }
  const held = 'EXISTS (SELECT FROM grants_in_force($1::date) g WHERE g.account_id = a.id';
  if (role) conditions.push(`${held} AND g.role = ${place(role)})`);
  if (unitId) {
    const unit = place(unitId);
    conditions.push(`(p.unit_id = ${unit}::uuid OR ${held} AND g.unit_id = ${unit}::uuid))`);
  }
  if (state) conditions.push(isOfState[state]);
  return conditions;
}
