import type { Page, Response } from 'playwright-core';

/** What something asks of the person who does it. */
export interface Effort {
  pages: number;
  clicks: number;
  fields: number;
  typed: number;
}

export const noEffort = (): Effort => ({ pages: 0, clicks: 0, fields: 0, typed: 0 });

/** Somebody at a browser with mouse and keyboard, whose pages, presses and fields are counted. */
export class Hand {
  protected effort = noEffort();

  constructor(protected readonly page: () => Page) {}

  /** What was counted until now; from here it is counted anew. */
  done(): Effort {
    const { effort } = this;
    this.effort = noEffort();
    return effort;
  }

  /** An address typed, scanned, or followed from a letter. */
  async open(url: string): Promise<void> {
    await this.page().goto(url);
    await this.arrive();
  }

  /** Opens what stands folded on the page. */
  async unfold(form: string): Promise<void> {
    this.effort.clicks += 1;
    await this.page().click(`main details:has(form[action${form}]) > summary`);
  }

  async tick(selector: string): Promise<void> {
    this.effort.clicks += 1;
    await this.page().check(selector);
  }

  async choose(selector: string, choice: { readonly label: string } | { readonly index: number }): Promise<void> {
    this.effort.clicks += 2;
    await this.page().selectOption(selector, choice);
  }

  async type(fields: Readonly<Record<string, string>>, within = 'main'): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      this.effort.fields += 1;
      this.effort.typed += value.length;
      await this.page().fill(`${within} [name="${name}"]`, value);
    }
  }

  async choosesFile(path: string): Promise<void> {
    this.effort.clicks += 3;
    await this.page().setInputFiles('main input[type=file]', path);
  }

  /** Presses what leads to another page, or changes this one. */
  async press(selector: string): Promise<void> {
    this.effort.clicks += 1;
    const page = this.page();
    const isAnswer = (response: Response) =>
      response.request().isNavigationRequest() && response.frame() === page.mainFrame() && !isRedirect(response);
    const [answer] = await Promise.all([
      page.waitForResponse(isAnswer),
      page.waitForEvent('load'),
      page.click(selector),
    ]).catch(async (error: unknown) => {
      throw new Error(await this.whereIAm(selector), { cause: error });
    });
    if (!answer.ok()) throw new Error(await this.whereIAm(selector));
    await this.arrive();
  }

  /** Presses what changes a part of this page. */
  async tap(selector: string): Promise<void> {
    this.effort.clicks += 1;
    const page = this.page();
    await Promise.all([
      page.waitForResponse((response) => response.request().headers()['hx-request'] === 'true'),
      page.click(selector),
    ]);
  }

  /** By the menu, part of which may be folded. */
  async menu(href: string): Promise<void> {
    const link = `nav a[href="${href}"]`;
    if (!(await this.page().isVisible(link))) {
      this.effort.clicks += 1;
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
    this.effort.clicks += 1;
    const [file] = await Promise.all([this.page().waitForEvent('download'), this.page().click(selector)]);
    return file.path();
  }

  protected async whereIAm(what: string): Promise<string> {
    const page = this.page();
    return `${what}, at ${page.url()}:\n${await page.locator('main').innerText()}`;
  }

  protected async arrive(): Promise<void> {
    this.effort.pages += 1;
  }
}

const isRedirect = (response: Response) => response.status() >= 300 && response.status() < 400;
