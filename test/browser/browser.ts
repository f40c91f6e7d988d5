import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The specs of this folder are run only where a browser is. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: globalThis.programs.chromium!,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

const levels = ['wcag2a', 'wcag2aa', 'wcag22aa'];

/** The rules of WCAG 2.2 AA the page does not meet, by their names. */
export async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(levels)} }).then(({ violations }) => violations.map(({ id }) => id))`,
  );
}

/** By how many pixels the page is wider than its window. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
}

/** What on the page does not meet WCAG 2.2 AA, or its rules of contrast alone: the rule, and the part as it is written. */
export async function partsThatHinder(page: Page, rules: 'all' | 'contrast' = 'all'): Promise<string[]> {
  await page.evaluate(axe);
  const runOnly = rules === 'all' ? levels : ['color-contrast'];
  return page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => id + ': ' + html + ' ' + (any[0]?.message ?? ''))))`,
  );
}
