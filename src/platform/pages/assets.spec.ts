import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { assets, assetUrl } from './assets';

describe('the assets', () => {
  it('have an address that changes with their content', () => {
    for (const { urlPath, body } of assets()) {
      const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
      expect(urlPath).toMatch(/^\/assets\/[a-z]+\.[\w-]{12}\.(css|js|svg)$/);
      expect(urlPath).toContain(hash);
    }
    expect(assetUrl('app.css')).toMatch(/^\/assets\/app\./);
  });

  it('are kept compressed too', () => {
    for (const { body, gzipped } of assets()) expect(gunzipSync(gzipped).equals(body)).toBe(true);
  });

  it.each(['grid.js', 'days.js', 'checkin.js'])(
    '%s shares no name with app.js, beside which it stands on a page',
    (name) => {
      const textOf = (file: string) =>
        assets()
          .find((asset) => asset.name === file)!
          .body.toString();
      expect(() => new Script(`${textOf('app.js')}\n${textOf(name)}`)).not.toThrow();
    },
  );

  it('fetch nothing from elsewhere', () => {
    for (const { body, contentType } of assets()) {
      if (!contentType.startsWith('text/css')) continue;
      const css = body.toString();
      expect(css).not.toMatch(/@import/);
      expect(css).not.toMatch(/url\(\s*["']?(?!["']?(?:data:|#))/);
    }
  });
});
