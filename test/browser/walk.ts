import type { Page } from 'playwright-core';
import { type Effort, Hand, noEffort } from '../../bench/clicks/hand';
import { barriersOf, overflowOf } from './browser';

/** What a step asks of the person who takes it. */
interface Step extends Effort {
  readonly name: string;
  readonly who: string;
}

const widths = [1280, 360] as const;

/**
 * Seconds as the keystroke-level model of Card, Moran and Newell counts them: to point and press 1.3 after thinking for 1.35;
 * as long to get to a field, and 0.28 for each character of somebody who types now and then. To read a page: ten.
 */
const seconds = { click: 2.65, field: 2.65, character: 0.28, page: 10 };

/** Somebody's way over pages: what each step takes is counted, and each page is looked at when it first comes. */
export class Walk extends Hand {
  private readonly steps: Step[] = [];
  private readonly looked = new Set<string>();

  constructor(page: () => Page) {
    super(page);
  }

  begin(who: string, name: string): void {
    const step = { who, name, ...noEffort() };
    this.steps.push(step);
    this.effort = step;
  }

  /** What every step took, as a table for people. */
  table(): string {
    const rows = this.steps.map(({ who, name, ...count }) => ({ who, name, ...count, minutes: minutesOf(count) }));
    const all = (of: keyof Effort | 'minutes') => rows.reduce((sum, row) => sum + row[of], 0);
    const total = {
      who: '',
      name: 'all',
      ...{ pages: all('pages'), clicks: all('clicks'), fields: all('fields'), typed: all('typed') },
      minutes: all('minutes'),
    };
    return [
      'who       pages clicks fields characters minutes  step',
      ...[...rows, total].map(
        ({ who, name, pages, clicks, fields, typed, minutes }) =>
          `${who.padEnd(9)} ${String(pages).padStart(5)} ${String(clicks).padStart(6)} ${String(fields).padStart(6)} ${String(typed).padStart(10)} ${minutes.toFixed(1).padStart(7)}  ${name}`,
      ),
    ].join('\n');
  }

  protected override async whereIAm(what: string): Promise<string> {
    return `${this.step.name}: ${await super.whereIAm(what)}`;
  }

  private get step(): Step {
    return this.steps.at(-1)!;
  }

  protected override async arrive(): Promise<void> {
    await super.arrive();
    const page = this.page();
    const place = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}|[\w-]{43}/g, ':id');
    // Everybody has a desk of their own at the same address.
    const seen = place === '/' ? `the desk of ${this.step.who}` : place;
    if (this.looked.has(seen)) return;
    this.looked.add(seen);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const found = { place, width, tooWide: Math.max(0, await overflowOf(page)), barriers: await barriersOf(page) };
      expect(found).toEqual({ place, width, tooWide: 0, barriers: [] });
    }
    await page.setViewportSize({ width: widths[0], height: 800 });
  }
}

const minutesOf = ({ pages, clicks, fields, typed }: Effort): number =>
  (pages * seconds.page + clicks * seconds.click + fields * seconds.field + typed * seconds.character) / 60;
