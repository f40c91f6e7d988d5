import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { locales } from '../messages/words';
import { type AssetName, assets, assetUrl } from './assets';

describe('the assets', () => {
  it('have an address that changes with their content', () => {
    for (const { urlPath, body } of assets().values()) {
      const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
      expect(urlPath).toMatch(/^\/assets\/[a-z0-9-]+\.[\w-]{12}\.(css|js|svg|png|webp|webmanifest)$/);
      expect(urlPath).toContain(hash);
    }
    expect(assetUrl('app.css')).toMatch(/^\/assets\/app\./);
  });

  it('are kept compressed too, but pictures, which are so already', () => {
    for (const { name, body, gzipped } of assets().values())
      if (/\.(png|webp)$/.test(name)) expect(gzipped).toBeNull();
      else expect(gunzipSync(gzipped!).equals(body)).toBe(true);
  });

  it.each(['grid.js', 'days.js', 'checkin.js'] as const)(
    '%s shares no name with app.js, beside which it stands on a page',
    (name) => {
      const textOf = (file: AssetName) => assets().get(file)!.body.toString();
      expect(() => new Script(`${textOf('app.js')}\n${textOf(name)}`)).not.toThrow();
    },
  );

  it('fetch nothing from elsewhere', () => {
    for (const { body, contentType } of assets().values()) {
      if (!contentType.startsWith('text/css')) continue;
      const css = body.toString();
      expect(css).not.toMatch(/@import/);
      expect(css).not.toMatch(/url\(\s*["']?(?!["']?(?:data:|#))/);
    }
  });

  it.each(locales)('let a telephone keep the service among its programs (%s)', (locale) => {
    const { body } = assets().get(`manifest-${locale}.webmanifest`)!;
    const manifest = JSON.parse(body.toString()) as { icons: { src: string; sizes: string }[] };
    expect(manifest).toMatchObject({ lang: locale, start_url: '/', display: 'standalone' });
    for (const { src, sizes } of manifest.icons) {
      const icon = [...assets().values()].find(({ urlPath }) => urlPath === src)!.body;
      // Where a PNG says how large it is.
      expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes);
    }
  });

  it('name each colour of ours once, as it is in the light and in the dark; paper has its own', () => {
    const css = readFileSync(join(__dirname, 'assets', 'app.css'), 'utf8');
    const onScreens = css.replaceAll(/^@media print \{\n[\s\S]*?^\}/gm, '').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    const named = onScreens.replaceAll(/^ {2}--[\w-]+: var\(--lit, .+\) var\(--dim, .+\);$/gm, '');
    // White stands on what is filled with a colour; an arrow and a shade are seen on both grounds, and take no variables.
    expect(new Set(named.match(/#[0-9a-f]{3,8}\b|\brgba?\(.+?\)|%23[0-9a-f]{3,8}/g))).toEqual(
      new Set(['#fff', '%237c848f', 'rgb(0 0 0 / 45%)']),
    );
    expect(named).not.toMatch(/background(?:-color)?: #/);
  });
});
