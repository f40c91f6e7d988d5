import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The names pages ask for; the build lays our own files beside this one (nest-cli.json). */
const sources = {
  'tabler.css': () => require.resolve('@tabler/core/dist/css/tabler.min.css'),
  'htmx.js': () => require.resolve('htmx.org/dist/htmx.min.js'),
  'app.css': () => join(__dirname, 'assets', 'app.css'),
  'app.js': () => join(__dirname, 'assets', 'app.js'),
  'checkin.js': () => join(__dirname, 'assets', 'checkin.js'),
  'worker.js': () => join(__dirname, 'assets', 'worker.js'),
  'days.js': () => join(__dirname, 'assets', 'days.js'),
  'grid.js': () => join(__dirname, 'assets', 'grid.js'),
  'icon.svg': () => join(__dirname, 'assets', 'icon.svg'),
} as const;
export type AssetName = keyof typeof sources;

export interface Asset {
  readonly name: AssetName;
  /** Carries a hash of the content: whoever has the address may keep the answer for ever. */
  readonly urlPath: string;
  readonly filePath: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly gzipped: Buffer;
}

let served: readonly Asset[] | undefined;

/** Everything served under `/assets/`; read once, so a changed file is seen after a restart. */
export function assets(): readonly Asset[] {
  return (served ??= (Object.keys(sources) as AssetName[]).map(readAsset));
}

export function assetUrl(name: AssetName): string {
  return assets().find((asset) => asset.name === name)!.urlPath;
}

function readAsset(name: AssetName): Asset {
  const filePath = sources[name]();
  const body = readFileSync(filePath);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  const ending = extname(name);
  return {
    name,
    urlPath: `/assets/${name.slice(0, -ending.length)}.${hash}${ending}`,
    filePath,
    contentType: contentTypes[ending]!,
    body,
    gzipped: gzipSync(body, { level: 9 }),
  };
}
