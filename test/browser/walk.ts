import type { Page, Response } from 'playwright-core';
import { barriersOf, overflowOf } from './browser';

/** What a step asks of the person who takes it. */
interface Step {
  readonly name: string;
  readonly who: string;
  pages: number;
  clicks: number;
  fields: number;
  typed: number;
}

const widths = [1280, 360] as const;

/**
 * Seconds as the keystroke-level model of Card, Moran and Newell counts them: to point and press 1.3 after thinking for 1.35;
 * as long to get to a field, and 0.28 for each character of somebody who types now and then. To read a page: ten.
 */
const seconds = { click: 2.65, field: 2.65, character: 0.28, page: 10 };

/** Somebody's way over pages with mouse and keyboard: what it takes is counted, and each page is looked at when it first comes. */
export class Walk {
  private readonly steps: Step[] = [];
  private readonly looked = new Set<string>();

  constructor(private readonly page: () => Page) {}

  begin(who: string, name: string): void {
    this.steps.push({ who, name, pages: 0, clicks: 0, fields: 0, typed: 0 });
  }

  /** An address typed, scanned, or followed from a letter. */
  async open(url: string): Promise<void> {
    await this.page().goto(url);
    await this.arrive();
  }

  /** Opens what stands folded on the page. */
  async unfold(form: string): Promise<void> {
    this.step.clicks += 1;
    await this.page().click(`main details:has(form[action${form}]) > summary`);
  }

  async tick(selector: string): Promise<void> {
    this.step.clicks += 1;
    await this.page().check(selector);
  }

  async choose(selector: string, choice: { readonly label: string } | { readonly index: number }): Promise<void> {
    this.step.clicks += 2;
    await this.page().selectOption(selector, choice);
  }

  async type(fields: Readonly<Record<string, string>>, within = 'main'): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      this.step.fields += 1;
      this.step.typed += value.length;
      await this.page().fill(`${within} [name="${name}"]`, value);
    }
  }

  async choosesFile(path: string): Promise<void> {
    this.step.clicks += 3;
    await this.page().setInputFiles('main input[type=file]', path);
  }

  /** Presses what leads to another page, or changes this one. */
  async press(selector: string): Promise<void> {
    this.step.clicks += 1;
    const page = this.page();
    const isAnswer = (response: Response) =>
      response.request().isNavigationRequest() && response.frame() === page.mainFrame() && !isRedirect(response);
    const [answer] = await Promise.all([
      page.waitForResponse(isAnswer),
      page.waitForEvent('load'),
      page.click(selector),
    ]).catch(async (error: unknown) => {
      throw new Error(await this.whereIAm(), { cause: error });
    });
    if (!answer.ok()) throw new Error(await this.whereIAm());
    await this.arrive();
  }

  /** By the menu, part of which may be folded. */
  async menu(href: string): Promise<void> {
    const link = `nav a[href="${href}"]`;
    if (!(await this.page().isVisible(link))) {
      this.step.clicks += 1;
      await this.page().click('.masthead-more > summary');
    }
    await this.press(link);
  }

  /** Presses the button of a form, by its address as a selector tells it, and answers with what the page says was done. */
  async send(form: string): Promise<string> {
    await this.press(`main form[action${form}] button[type=submit]`);
    return (await this.page().locator('[role=status]').allTextContents()).join(' ').trim();
  }

  /** Presses what hands out a file. */
  async download(selector: string): Promise<string> {
    this.step.clicks += 1;
    const [file] = await Promise.all([this.page().waitForEvent('download'), this.page().click(selector)]);
    return file.path();
  }

  /** What every step took, as a table for people. */
  table(): string {
    const rows = this.steps.map(({ who, name, ...count }) => ({ who, name, ...count, minutes: minutesOf(count) }));
    const all = (of: 'pages' | 'clicks' | 'fields' | 'typed' | 'minutes') =>
      rows.reduce((sum, row) => sum + row[of], 0);
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

  private async whereIAm(): Promise<string> {
    const page = this.page();
    return `${this.step.name}, at ${page.url()}:\n${await page.locator('main').innerText()}`;
  }

  private get step(): Step {
    return this.steps.at(-1)!;
  }

  private async arrive(): Promise<void> {
    this.step.pages += 1;
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

const isRedirect = (response: Response) => response.status() >= 300 && response.status() < 400;

const minutesOf = ({ pages, clicks, fields, typed }: Pick<Step, 'pages' | 'clicks' | 'fields' | 'typed'>): number =>
  (pages * seconds.page + clicks * seconds.click + fields * seconds.field + typed * seconds.character) / 60;
