import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Locale, locales } from '../messages/words';
import { manifestOf } from './manifest';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/** The build lays our own files beside this one (nest-cli.json). */
const own = (name: string) => () => readFileSync(join(__dirname, 'assets', name));

/** The names pages ask for. One stylesheet, so that nothing is drawn later for want of a second. */
const sources = {
  'app.css': () => Buffer.concat([own('tabler.css')(), own('app.css')()]),
  'htmx.js': () => readFileSync(require.resolve('htmx.org/dist/htmx.min.js')),
  'app.js': own('app.js'),
  'checkin.js': own('checkin.js'),
  'worker.js': own('worker.js'),
  'days.js': own('days.js'),
  'search.js': own('search.js'),
  'searched.js': own('searched.js'),
  'grid.js': own('grid.js'),
  'icon.svg': own('icon.svg'),
  'icon-192.png': own('icon-192.png'),
  'icon-512.png': own('icon-512.png'),
  'icon-maskable.png': own('icon-maskable.png'),
  'icon-apple.png': own('icon-apple.png'),
} as const;
type Picture = `tour-${string}.webp`;
export type AssetName = keyof typeof sources | Picture | `manifest-${Locale}.webmanifest`;

/** What the demo pictured (`npm run demo -- --pictures`). */
const pictures = 'pictures';

export interface Asset {
  readonly name: AssetName;
  /** Carries a hash of the content: whoever has the address may keep the answer for ever. */
  readonly urlPath: string;
  readonly contentType: string;
  readonly body: Buffer;
  /** Null for pictures, which are compressed as they are. */
  readonly gzipped: Buffer | null;
}

let served: ReadonlyMap<AssetName, Asset> | undefined;

/** Everything served under `/assets/`, by name; read once, so a changed file is seen after a restart. */
export function assets(): ReadonlyMap<AssetName, Asset> {
  return (served ??= new Map(readAll().map((asset) => [asset.name, asset])));
}

export const assetUrl = (name: AssetName): string => assets().get(name)!.urlPath;

function readAll(): readonly Asset[] {
  const files = (Object.keys(sources) as (keyof typeof sources)[]).map((name) => assetOf(name, sources[name]()));
  const addressOf = (icon: string) => files.find(({ name }) => name === icon)!.urlPath;
  const manifests = locales.map((locale) =>
    assetOf(`manifest-${locale}.webmanifest`, Buffer.from(manifestOf(locale, addressOf))),
  );
  const pictured = readdirSync(join(__dirname, 'assets', pictures)).map((name) =>
    assetOf(name as Picture, own(join(pictures, name))()),
  );
  return [...files, ...manifests, ...pictured];
}

function assetOf(name: AssetName, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  const ending = extname(name);
  const contentType = contentTypes[ending]!;
  const isPicture = contentType === 'image/png' || contentType === 'image/webp';
  return {
    name,
    urlPath: `/assets/${name.slice(0, -ending.length)}.${hash}${ending}`,
    contentType,
    body,
    gzipped: isPicture ? null : gzipSync(body, { level: 9 }),
  };
}
