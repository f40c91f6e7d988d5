import type { Browser } from 'playwright-core';

const paths = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** The first browser that runs on this machine, without a window. @throws Error where none does */
export async function openBrowser(): Promise<Browser> {
  // Only who asks for a browser needs what drives it: a demo is played without.
  const { chromium } = await import('playwright-core');
  for (const executablePath of paths) {
    const args = ['--headless', '--no-sandbox', '--disable-gpu'];
    const browser = await chromium.launch({ executablePath, args }).catch(() => null);
    if (browser) return browser;
  }
  throw new Error(`No browser runs here: ${paths.join(', ')}.`);
}
