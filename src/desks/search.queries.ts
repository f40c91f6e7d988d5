import { Injectable } from '@nestjs/common';
import { accountsFinder } from '../accounts/directory/accounts.finder';
import { classesFinder } from '../classes/classes.finder';
import { certificatesFinder } from '../completions/certificates/certificates.finder';
import { lettersFinder } from '../nominations/finders/letters.finder';
import { nominationsFinder } from '../nominations/finders/nominations.finder';
import { unitsFinder } from '../organization/units.finder';
import { peopleFinder } from '../people/people.finder';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { ofManyTexts } from '../platform/database/preparing-client';
import { type Finder, type FoundKind, foundKinds } from '../platform/finding';
import { foldLabel, searchWords } from '../platform/names';
import { usualPage } from '../platform/paging';
import { tooFewLetters } from './search.refusals';

const finders: Readonly<Record<FoundKind, Finder>> = {
  people: peopleFinder,
  classes: classesFinder,
  nominations: nominationsFinder,
  letters: lettersFinder,
  certificates: certificatesFinder,
  units: unitsFinder,
  accounts: accountsFinder,
};
export const finderOf = (kind: FoundKind): Finder => finders[kind];

/** What was found of one kind. */
export interface FoundGroup {
  readonly kind: FoundKind;
  readonly items: readonly object[];
  readonly isMore: boolean;
}

const leastLetters = 2;
const mostWords = 8;
const firstFew = 5;

/** Whether there is enough to look for. */
export const isEnough = (search = ''): boolean => foldLabel(search).replaceAll(' ', '').length >= leastLetters;

@Injectable()
export class SearchQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * What the reader may see of what is searched for, in one statement: the first few of each kind, or a page of one.
   * @throws InvalidInput for too few letters
   */
  async find(actor: Actor, typed: string, kind?: FoundKind): Promise<FoundGroup[]> {
    if (!isEnough(typed)) throw tooFewLetters();
    const most = kind ? usualPage : firstFew;
    const search = searchWords(typed).length > mostWords ? typed.split(/\s+/).slice(0, mostWords).join(' ') : typed;
    const sought = { actor, search, today: this.clock.today(), limit: most + 1 };
    const parameters: unknown[] = [];
    const place = (value: unknown) => `$${parameters.push(value)}`;
    const parts = (kind ? [kind] : foundKinds).flatMap((one) => {
      const statement = finders[one].statement(sought, place);
      return statement
        ? [`SELECT '${one}' AS kind, row_number() OVER () AS place, to_jsonb(r) AS row FROM (${statement}) r`]
        : [];
    });
    if (parts.length === 0) return [];
    const rows = await this.database.read<{ kind: FoundKind; row: object }>(
      `${ofManyTexts} SELECT kind, row FROM (${parts.map((part) => `(${part})`).join(' UNION ALL ')}) found ORDER BY kind, place`,
      parameters,
    );
    return foundKinds.flatMap((one) => {
      const items = rows.filter((found) => found.kind === one).map(({ row }) => row);
      return items.length > 0 ? [{ kind: one, items: items.slice(0, most), isMore: items.length > most }] : [];
    });
  }
}
