import { Injectable } from '@nestjs/common';
import { Clock, type Day } from '../platform/clock';
import { mostCounted } from '../platform/messages/counted';
import { Database } from '../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../platform/paging';
import type { PeopleOrder } from './people.requests';
import { isSought } from './people.search';
import type { PersonColumns } from './person.entity';
import type { PostRank, Standing, TheoryLevel } from './person.values';
import { type Reach, within } from '../platform/access/reach';

/** A person, and the unit they belong to as it is called today. */
export interface PersonItem extends PersonColumns {
  /** As the catalogue of posts says; where it does not know the post, as the roster does. */
  readonly isKeyCadre: boolean;
  /** What the catalogue takes the position for, and whether the posts make a key cadre; null where it does not know. */
  readonly post: PostHeld | null;
  readonly partyPost: PostHeld | null;
  readonly plannedFor: PostHeld | null;
  readonly keyByPost: boolean | null;
  readonly unitName: string;
  readonly unitCode: string;
}

/** A post of the catalogue. */
interface PostHeld {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
  readonly rank: PostRank;
}

/** A unit somebody belonged to, and what they were there. */
export interface FormerMembership {
  readonly unitId: string;
  readonly unitName: string;
  readonly position: string | null;
  readonly leftOn: Day;
}

export interface PeopleFilter {
  /** Only people of these units; see `unitsListedFor`. */
  readonly unitIds: Reach;
  /** Words of a name, marked or not, or a part of a code; a telephone number or an address, or what it begins with. */
  readonly search?: string;
  /** By the catalogue of posts. */
  readonly keyCadre?: boolean;
  readonly planned?: boolean;
  readonly standing?: Standing;
  readonly theoryLevel?: TheoryLevel;
  /** Who belongs to the unit today, or who has left. */
  readonly isPresent?: boolean;
  /** By given name unless told. */
  readonly sort?: PeopleOrder;
  readonly limit?: number;
  readonly after?: string;
}

const byId = { column: 'p.id', type: 'uuid', value: ({ id }: PersonItem) => id };
const orders: Orders<PeopleOrder, PersonItem> = {
  name: [{ column: 'p.sort_name', type: 'text', value: ({ sortName }) => sortName }, byId],
  code: [{ column: 'p.code', type: 'text', value: ({ code }) => code }, byId],
  birthDate: [{ column: 'p.birth_date', type: 'date', value: ({ birthDate }) => birthDate }, byId],
};

const held = (post: string) =>
  `(SELECT jsonb_build_object('id', w.id, 'vi', w.name_vi, 'en', w.name_en, 'rank', w.rank) FROM posts w WHERE w.id = ${post})`;
const personItem = (persons: string) => `SELECT p.id, p.unit_id, p.code, p.full_name, p.folded_name, p.sort_name,
    p.sex, p.birth_date, p.cell, p.position, p.party_position, p.key_cadre, p.planned, p.planned_post, p.post_since,
    p.standing, p.joined_on, p.official_on, p.education, p.theory_level,
    p.theory_level_earned, p.theory_level_claimed, p.ratings, p.phone, p.email, p.left_on, p.version,
    p.key_by_post, is_key_cadre(p.key_by_post, p.key_cadre) AS is_key_cadre, ${held('p.post_id')} AS post, ${held('p.party_post_id')} AS party_post,
    ${held('p.planned_post_id')} AS planned_for,
    n.name_vi AS unit_name, u.code AS unit_code
  FROM ${persons} p JOIN units u ON u.id = p.unit_id JOIN unit_names n ON n.unit_id = u.id AND n.valid @> $1::date`;

@Injectable()
export class PeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list({ sort = 'name', limit, after, ...filter }: PeopleFilter): Promise<PageOf<PersonItem>> {
    const parameters: unknown[] = [this.clock.today()];
    const conditions = conditionsOf(filter, this.clock.today(), parameters);
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    conditions.push(page.condition);
    // The page is cut before units are joined to it, so that it is read off an index in the order of the list.
    const persons = `(SELECT p.* FROM persons p WHERE ${conditions.join(' AND ')} ${page.orderAndLimit})`;
    const rows = await this.database.read<PersonItem>(`${personItem(persons)} ${page.orderAndLimit}`, parameters);
    return page.of(rows);
  }

  /** How many people a filter finds, and no more than one past those that are counted. */
  async count(filter: Omit<PeopleFilter, 'sort' | 'limit' | 'after'>): Promise<number> {
    const parameters: unknown[] = [];
    const conditions = conditionsOf(filter, this.clock.today(), parameters);
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(*) FROM (SELECT FROM persons p WHERE ${conditions.join(' AND ')} LIMIT ${mostCounted + 1}) found`,
      parameters,
    );
    return row!.count;
  }

  /** Where somebody belonged before, the latest first, by the names of those days. */
  async formerMemberships(personId: string): Promise<FormerMembership[]> {
    return this.database.read(
      `SELECT m.unit_id, coalesce(unit_name_on(m.unit_id, m.left_on - 1), unit_name_on(m.unit_id, $2)) AS unit_name, m.position, m.left_on
       FROM former_memberships m WHERE m.person_id = $1 ORDER BY m.left_on DESC, m.recorded_at DESC`,
      [personId, this.clock.today()],
    );
  }

  async person(id: string): Promise<PersonItem | null> {
    const person = await this.current(id);
    return person?.id === id ? person : null;
  }

  /** One person; of a record that was merged, the one that goes on. */
  async current(id: string): Promise<PersonItem | null> {
    const [person] = await this.database.read<PersonItem>(
      `${personItem('persons')} WHERE p.id = (SELECT coalesce(same_as_id, id) FROM persons WHERE id = $2)`,
      [this.clock.today(), id],
    );
    return person ?? null;
  }
}

/** The conditions of a filter; what they compare with is added to `parameters`. */
function conditionsOf(
  {
    unitIds,
    search,
    keyCadre,
    planned,
    standing,
    theoryLevel,
    isPresent,
  }: Omit<PeopleFilter, 'sort' | 'limit' | 'after'>,
  today: Day,
  parameters: unknown[],
): string[] {
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [within('p.unit_id', unitIds, place(unitIds)), 'p.same_as_id IS NULL'];
  if (search !== undefined) conditions.push(isSought(search, place));
  if (keyCadre !== undefined) conditions.push(`is_key_cadre(p.key_by_post, p.key_cadre) = ${place(keyCadre)}`);
  if (planned !== undefined) conditions.push(`p.planned = ${place(planned)}`);
  if (standing !== undefined) conditions.push(`p.standing = ${place(standing)}`);
  if (theoryLevel !== undefined) conditions.push(`p.theory_level = ${place(theoryLevel)}`);
  // Few have; the rule alone does not tell PostgreSQL so.
  if (isPresent === false) conditions.push('p.left_on IS NOT NULL');
  if (isPresent !== undefined) conditions.push(`has_left(p.left_on, ${place(today)}) <> ${place(isPresent)}`);
  return conditions;
}
