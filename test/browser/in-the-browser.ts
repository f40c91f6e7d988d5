import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { TestApp } from '../app';
import { type Caller, World } from '../world';
import { openBrowser } from './browser';

/** What specs that look at pages of everybody start from: one of everything, and a browser. */
export let app: TestApp;
let browser: Browser;
export let world: World;

/** Said by each spec file: a service and a browser of its own behind what this module names. */
export function beginInTheBrowser(): void {
  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    world = await World.build(app);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });
}

/** Windows of somebody of the world, who brings these cookies too; on a laptop, unless told. */
export async function windowsOf(
  caller: Caller,
  options: BrowserContextOptions = {},
  cookies: Readonly<Record<string, string>> = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const session = world.callers.get(caller)?.token;
  for (const [name, value] of Object.entries({ ...cookies, ...(session && { session }) }))
    await context.addCookies([{ name, value, url: app.url }]);
  return context;
}
