import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import type { Locale } from '../../platform/messages/words';
import { NotFound, TooManyToExport } from '../../platform/problems/refusals';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../../platform/uploads';
import { distinctionOf } from '../likeness';
import type { PersonItem } from '../people.queries';
import { PeopleService } from '../people.service';
import { heldPeople } from '../stored-people';
import { type Distinction, DuplicatesQueries, type DuplicatesFilter } from './duplicates.queries';
import { duplicateSheet, duplicateWidths } from './workbook';
import { type Held, type Hindrance, MergedParts } from './merged-parts';
import { assertMayCompare, assertMayDecideOnPair, duplicatesVisibleTo } from './mergers.policy';
import { oneAndTheSame } from './mergers.refusals';
import type { DuplicateOrder } from './mergers.requests';
import { PersonMergersService } from './mergers.service';
import { duplicateWords, mergerActions } from './mergers.words';
import { append } from '../../platform/lists';

/** Two records side by side, with all that is told of either. */
export interface Comparison {
  readonly one: PersonItem;
  readonly other: PersonItem;
  readonly held: readonly Held[];
  /** What must be settled before the other becomes part of the one. */
  readonly hindrances: readonly Hindrance[];
  readonly distinction: Distinction | null;
}

const mostPairs = 10_000;

/** Whether two who are alike are one: they are looked at side by side, and that they are two is remembered. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly queries: DuplicatesQueries,
    private readonly mergers: PersonMergersService,
    private readonly parts: MergedParts,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Looking at them leaves a line in the journal for each. @throws NotFound | NotAllowed | InvalidInput */
  async compare(actor: Actor, oneId: string, otherId: string): Promise<Comparison> {
    const one = await this.people.read(actor, oneId);
    const other = await this.people.read(actor, otherId);
    if (one.id === other.id) throw oneAndTheSame();
    assertMayCompare(actor, [one, other]);
    const { reader } = this.database;
    const held: Held[] = [];
    for (const part of this.parts.all) append(held, (await part.held?.(reader, [one.id, other.id])) ?? []);
    const hindrances = await this.mergers.hindrances(reader, { staysId: one.id, goesId: other.id });
    return { one, other, held, hindrances, distinction: await this.queries.distinction(one.id, other.id) };
  }

  /** They are two people; said again, nothing changes. @throws NotFound | NotAllowed | AboutOneself */
  async tellApart(actor: Actor, oneId: string, otherId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.assertMay(tx, actor, oneId, otherId);
      const said = await tx.execute(
        `INSERT INTO person_distinctions (one_id, other_id, said_at, said_by, said_by_name)
         VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4, $5) ON CONFLICT DO NOTHING`,
        [oneId, otherId, this.clock.now(), actor.accountId, actor.name],
      );
      if (said > 0) await this.write(tx, actor, mergerActions.distinguished, oneId, otherId);
    });
  }

  /** It is open again whether they are one. @throws NotFound | NotAllowed | AboutOneself */
  async withdrawDistinction(actor: Actor, oneId: string, otherId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.assertMay(tx, actor, oneId, otherId);
      const withdrawn = await tx.execute(`DELETE FROM person_distinctions WHERE ${distinctionOf('$1', '$2')}`, [
        oneId,
        otherId,
      ]);
      if (withdrawn === 0) throw new NotFound();
      await this.write(tx, actor, mergerActions.undistinguished, oneId, otherId);
    });
  }

  /** The list as a workbook. @throws TooManyToExport */
  async workbook(
    actor: Actor,
    filter: Omit<DuplicatesFilter, 'unitIds'> & { readonly sort?: DuplicateOrder },
    locale: Locale,
  ): Promise<Upload> {
    const asked = { ...filter, unitIds: duplicatesVisibleTo(actor), limit: mostPairs };
    const { items, next } = await this.queries.list(asked);
    if (next !== null) throw new TooManyToExport(mostPairs);
    const content = await writeXlsx(duplicateWords[locale].title, duplicateWidths, duplicateSheet(items, locale));
    await this.database.inTransaction((tx) =>
      this.journal.write(tx, actor, {
        action: mergerActions.duplicates_exported,
        subject: { type: 'account', id: actor.accountId! },
        facts: { count: items.length },
      }),
    );
    return { name: 'nguoi-co-the-trung.xlsx', content };
  }

  private async assertMay(tx: Tx, actor: Actor, oneId: string, otherId: string): Promise<void> {
    if (oneId === otherId) throw oneAndTheSame();
    const people = await heldPeople(tx, [oneId, otherId]);
    if (people.length < 2) throw new NotFound();
    assertMayDecideOnPair(actor, people);
  }

  private async write(tx: Tx, actor: Actor, action: Action, oneId: string, otherId: string): Promise<void> {
    const both = [
      [oneId, otherId],
      [otherId, oneId],
    ] as const;
    await this.journal.write(
      tx,
      actor,
      ...both.map(([id, other]) => ({
        action,
        subject: { type: 'person', id },
        personId: id,
        facts: { otherId: other },
      })),
    );
  }
}
