import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { stepsOf, pictureOf, pictureSize } from '../src/desks/tours/tours';
import { type TourName, tourNames } from '../src/desks/tours/tour-names';
import { locales } from '../src/platform/messages/words';
import { openBrowser } from './browser';
import { cadre, classManager, demoPassword, groupOfficer, office, secretaryOf } from './cast';

const folder = join('src', 'platform', 'pages', 'assets', 'pictures');

const whose: Readonly<Record<TourName, string>> = {
  office,
  group: groupOfficer,
  secretary: secretaryOf('LIX'),
  manager: classManager,
  cadre,
};

/** What a step is about where that is behind a link of its page. */
const behind: Readonly<Record<string, readonly string[]>> = {
  'office/seats': ['main a[href^="/classes/"]:has-text("Sơ cấp")', '.class-tabs a[href$="/seats"]'],
  'secretary/candidates': ['main a[href*="/candidates"]'],
  'manager/attendance': ['main a[href^="/half-days/"][href*="/attendance"]'],
};

/** Pages are drawn as on a small laptop, and a little smaller. */
const scale = 0.8;
const drawn = { width: pictureSize.width / scale, height: pictureSize.height / scale };

/**
 * Pictures of the pages a first day leads to, in place of those in the folder pages take their pictures from.
 * @throws Error without a browser, or when one cannot be taken; those that were there then stay
 */
export async function takePictures(url: string, into = folder): Promise<number> {
  const taken = await picturesOf(url);
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  for (const [name, picture] of taken) writeFileSync(join(into, name), picture);
  return taken.size;
}

/** By the name of their file. */
async function picturesOf(url: string): Promise<ReadonlyMap<string, Buffer>> {
  const taken = new Map<string, Buffer>();
  const browser = await openBrowser();
  try {
    for (const tour of tourNames) {
      const context = await browser.newContext({ viewport: drawn, colorScheme: 'light' });
      await signIn(context, url, whose[tour]);
      for (const locale of locales) {
        await context.addCookies([{ name: 'locale', value: locale, url }]);
        for (const { name, href } of stepsOf(tour)) {
          const page = await context.newPage();
          await open(page, url + href);
          for (const link of behind[`${tour}/${name}`] ?? []) await follow(page, link);
          taken.set(pictureOf(tour, name, locale), await pictureOfPage(context, page));
          await page.close();
        }
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return taken;
}

async function signIn(context: BrowserContext, url: string, email: string): Promise<void> {
  const answer = await context.request.post(`${url}/api/v1/sign-in`, { data: { email, password: demoPassword } });
  if (!answer.ok()) throw new Error(`${email} does not sign in: ${answer.status()}`);
}

async function open(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  if (!answer?.ok()) throw new Error(`${address} answers ${answer?.status()}.`);
}

async function follow(page: Page, link: string): Promise<void> {
  const href = await page.locator(link).first().getAttribute('href');
  await open(page, new URL(href!, page.url()).href);
}

/** From the heading on, as WebP, which is a third of PNG. */
async function pictureOfPage(context: BrowserContext, page: Page): Promise<Buffer> {
  const top: number = await page.evaluate(
    `document.querySelector('.page-heading').getBoundingClientRect().top + scrollY`,
  );
  // What stays at the foot of the window is to stand at the foot of the picture.
  await page.setViewportSize({ width: drawn.width, height: Math.ceil(top - 16 + drawn.height) });
  const browser = await context.newCDPSession(page);
  const { data } = await browser.send('Page.captureScreenshot', {
    ...{ format: 'webp', quality: 55 },
    clip: { x: 0, y: top - 16, scale, ...drawn },
  });
  return Buffer.from(data, 'base64');
}
