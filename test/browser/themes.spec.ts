import { app, beginInTheBrowser, windowsOf, world } from './in-the-browser';

beginInTheBrowser();

const ground = `getComputedStyle(document.body).backgroundColor`;
const darkGround = 'rgb(23, 27, 31)';
const lightGround = 'rgb(245, 246, 248)';

describe('pages in the light and in the dark', () => {
  it('look as the system does, until somebody chooses, without script, and again once they do not', async () => {
    const context = await windowsOf('S', { colorScheme: 'dark', javaScriptEnabled: false });
    const page = await context.newPage();
    const choose = async (theme: string) => {
      await page.click('.masthead-theme > summary');
      await page.click(`.masthead-theme [value=${theme}]`);
      return page.getAttribute('html', 'data-bs-theme');
    };
    expect((await page.goto(`${app.url}/classes?openCall=true`))!.status()).toBe(200);
    expect(await page.getAttribute('html', 'data-bs-theme')).toBeNull();
    expect(await page.evaluate(ground)).toBe(darkGround);
    expect(await choose('light')).toBe('light');
    expect(page.url()).toBe(`${app.url}/classes?openCall=true`);
    expect(await page.evaluate(ground)).toBe(lightGround);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await choose('dark')).toBe('dark');
    expect(await page.evaluate(ground)).toBe(darkGround);
    expect(await choose('system')).toBeNull();
    expect(await page.evaluate(ground)).toBe(lightGround);
    await context.close();
  });

  it('are printed light, with the day and without what is only for screens', async () => {
    const context = await windowsOf('S', { colorScheme: 'dark' }, { theme: 'dark' });
    const page = await context.newPage();
    expect((await page.goto(`${app.url}${world.fill('/classes/:id/nominations')}`))!.status()).toBe(200);
    expect(await page.isVisible('.printed-on')).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed-on').innerText()).toMatch(/^In ngày \d\d\/\d\d\/\d{4}$/);
    const left: string[] = await page.evaluate(
      `[...document.querySelectorAll('nav a:not([aria-current]), .filters, .pager, .btn, footer')].filter((part) => part.checkVisibility()).map((part) => part.outerHTML)`,
    );
    expect(left).toEqual([]);
    expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(31, 35, 40)');
    await context.close();
  });
});
