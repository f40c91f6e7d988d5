import type { Import, ImportState } from '../../src/platform/imports/import.entity';
import { Imports } from '../../src/platform/imports/imports';
import { type ImportItem, ImportsQueries } from '../../src/platform/imports/imports.queries';
import type { ChangedRow } from '../../src/platform/imports/promises';
import { Refusal } from '../../src/platform/problems/refusal';
import { Clock } from '../../src/platform/clock';
import { Database, type Tx } from '../../src/platform/database/database';
import { Journal } from '../../src/platform/journal/journal';
import type { Actor } from '../../src/platform/access/actor';
import { TestApp } from '../app';
import { Builders, type BuiltClass } from '../builders';

interface Seen {
  readonly word: string;
}
interface Shown extends Seen {
  readonly verdict: 'taken' | 'left';
  readonly price: number;
}
interface Bought {
  readonly paid: number;
}
interface Order {
  readonly fingerprint?: string;
}

class Refused extends Refusal {
  constructor(code: string, facts = {}) {
    super(code, 'conflict', { vi: code, en: code }, { facts });
  }
}

/** The smallest kind there can be: words at a price, which moves. */
class Purchases extends Imports<Seen, Shown, Order, Bought> {
  protected readonly kind: string = 'purchase';
  readonly prices = new Map<string, number>();
  bought = 0;

  send = (actor: Actor, classId: string, ...words: string[]) =>
    this.keep(
      actor,
      { classId },
      { name: 'words.csv', content: Buffer.from(words.join()) },
      {
        rows: words.map((word) => ({ word })),
        read: { language: 'vi' },
      },
    );

  lookAt = (actor: Actor, id: string) => this.look(actor, { id, classId: null, unitId: null, read: {} });

  protected assertMay(): void {}

  protected async judge(_: Tx, __: Actor, ___: object, seen: readonly Seen[]) {
    const rows = seen.map(({ word }) => ({ word, price: this.prices.get(word) ?? 0 }));
    return { rows: rows.map((row) => ({ ...row, verdict: row.price > 0 ? ('taken' as const) : ('left' as const) })) };
  }

  protected readonly promiseOf = ({ verdict, price }: Shown) => (verdict === 'taken' ? { price } : null);

  protected async hold(): Promise<void> {}

  protected async carryOut(_: Tx, __: Actor, ___: Import, rows: readonly Shown[]) {
    this.bought += 1;
    return { outcome: { paid: rows.reduce((sum, { price }) => sum + price, 0) } };
  }

  protected override async takeBack(_: Tx, __: Actor, { outcome }: Import) {
    return outcome as Bought;
  }

  protected override fingerprintIn({ fingerprint }: Order) {
    return fingerprint ?? null;
  }

  protected changed(rows: readonly ChangedRow<Shown>[]) {
    return new Refused('price_moved', { words: rows.map(({ was, is }) => `${was.word}: ${was.price} → ${is.price}`) });
  }

  protected refusalOf(wanted: ImportState, is: ImportState) {
    return new Refused(`${is}_not_${wanted}`);
  }

  protected told() {
    return null;
  }
}

class Gifts extends Purchases {
  protected override readonly kind = 'gift';
}

describe('a file that is tried out', () => {
  let app: TestApp;
  let purchases: Purchases;
  let gifts: Gifts;
  let actor: Actor;
  let inClass: BuiltClass;
  const look = { kind: 'purchase', columns: 'i.state, i.outcome, i.read, r.counts' };
  const shown = async (id: string) => (await app.get(ImportsQueries).rows<Shown>(id)).items;
  const item = async (id: string) => app.get(ImportsQueries).import<ImportItem & { state: string }>(look, id);

  beforeAll(async () => {
    app = await TestApp.start();
    const a = new Builders(app);
    actor = await app.actor((await a.office()).id);
    inClass = await a.trainingClass();
    const ground = [app.get(Database), app.get(Journal), app.get(Clock)] as const;
    purchases = new Purchases(...ground);
    gifts = new Gifts(...ground);
  });
  afterAll(() => app.stop());
  beforeEach(() => {
    purchases.bought = 0;
    purchases.prices.clear();
    purchases.prices.set('cà phê', 3).set('trà', 2);
  });
  const send = (...words: string[]) => purchases.send(actor, inClass.id, ...words);

  it('is shown row by row and changes nothing, then does what was shown, once', async () => {
    const id = await send('cà phê', 'nước', 'trà');
    expect(await shown(id)).toMatchObject([{ price: 3 }, { verdict: 'left' }, { price: 2 }]);
    expect(await item(id)).toMatchObject({
      state: 'previewed',
      read: { language: 'vi' },
      counts: { taken: 2, left: 1 },
    });
    expect(purchases.bought).toBe(0);

    expect(await purchases.apply(actor, id, {})).toEqual({ paid: 5 });
    expect(await item(id)).toMatchObject({ state: 'applied', outcome: { paid: 5 } });
    await expect(purchases.apply(actor, id, {})).rejects.toMatchObject({ code: 'applied_not_applied' });
  });

  it('is applied once though two press the button together', async () => {
    const id = await send('trà');
    const answers = await Promise.allSettled([1, 2, 3].map(() => purchases.apply(actor, id, {})));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(purchases.bought).toBe(1);
  });

  it.each([
    ['would do something else', 'trà', 9, 'trà: 2 → 9'],
    ['would do nothing any more', 'trà', 0, 'trà: 2 → 0'],
    ['would do something it was not shown to do', 'nước', 1, 'nước: 0 → 1'],
  ])('does nothing when one of its rows %s by now', async (_, word, price, told) => {
    const id = await send('cà phê', 'trà', 'nước');
    purchases.prices.set(word, price);
    await expect(purchases.apply(actor, id, {})).rejects.toMatchObject({
      code: 'price_moved',
      facts: { words: [told] },
    });
    expect(purchases.bought).toBe(0);
    expect(await item(id)).toMatchObject({ state: 'previewed', outcome: null });
  });

  it('does what a later look showed to whom names that look, and then shows it', async () => {
    const id = await send('trà');
    purchases.prices.set('trà', 4);
    const { rows, fingerprint } = await purchases.lookAt(actor, id);
    expect(rows).toMatchObject([{ price: 4 }]);
    purchases.prices.set('trà', 5);
    await expect(purchases.apply(actor, id, { fingerprint })).rejects.toMatchObject({ code: 'price_moved' });
    purchases.prices.set('trà', 4);
    expect(await purchases.apply(actor, id, { fingerprint })).toEqual({ paid: 4 });
    expect(await shown(id)).toMatchObject([{ price: 4 }]);
  });

  it('is taken back once, after it was applied', async () => {
    const id = await send('trà');
    await expect(purchases.reverse(actor, id)).rejects.toMatchObject({ code: 'previewed_not_reversed' });
    await purchases.apply(actor, id, {});
    expect(await purchases.reverse(actor, id)).toEqual({ paid: 2 });
    await expect(purchases.reverse(actor, id)).rejects.toMatchObject({ code: 'reversed_not_reversed' });
    await expect(purchases.apply(actor, id, {})).rejects.toMatchObject({ code: 'reversed_not_applied' });
  });

  it('is nobody’s of another kind', async () => {
    const id = await send('trà');
    await expect(gifts.apply(actor, id, {})).rejects.toMatchObject({ code: 'not_found' });
    expect(await app.get(ImportsQueries).import({ ...look, kind: 'gift' }, id)).toBeNull();
    expect(await app.get(ImportsQueries).sent('gift', id)).toBeNull();
    expect((await app.get(ImportsQueries).sent('purchase', id))!.file.content.toString()).toBe('trà');
  });

  it('is read a page at a time, its rows also by verdict', async () => {
    const queries = app.get(ImportsQueries);
    const id = await send('trà', 'nước', 'cà phê', 'sữa', 'bánh');
    const first = await queries.rows<Shown>(id, { verdict: 'left', limit: 2 });
    const next = await queries.rows<Shown>(id, { verdict: 'left', limit: 2, after: first.next! });
    expect([...first.items, ...next.items].map(({ word }) => word)).toEqual(['nước', 'sữa', 'bánh']);
    expect(next.next).toBeNull();

    const sent = await send('trà');
    const page = await queries.list(look, { classId: inClass.id, limit: 1 });
    const rest = await queries.list(look, { classId: inClass.id, after: page.next! });
    expect([...page.items, ...rest.items].map((one) => one.id)).toEqual(expect.arrayContaining([id, sent]));
    expect(rest.items.map((one) => one.id)).not.toContain(page.items[0]!.id);
    expect((await queries.list(look, { unitIds: [] })).items).toEqual([]);
  });
});
