import { type Browser, chromium } from 'playwright-core';

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
