import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The names pages ask for. The build does not copy our own files, so they are read from the sources. */
const sources = {
  'tabler.css': () => require.resolve('@tabler/core/dist/css/tabler.min.css'),
  'htmx.js': () => require.resolve('htmx.org/dist/htmx.min.js'),
  'app.css': () => join(ownFolder(), 'app.css'),
  'app.js': () => join(ownFolder(), 'app.js'),
  'checkin.js': () => join(ownFolder(), 'checkin.js'),
  'worker.js': () => join(ownFolder(), 'worker.js'),
  'grid.js': () => join(ownFolder(), 'grid.js'),
  'icon.svg': () => join(ownFolder(), 'icon.svg'),
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

/** From `src` and from `dist/src` alike: up to the folder of package.json, then down into the sources. */
function ownFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error(`No package.json above ${__dirname}.`);
    folder = dirname(folder);
  }
  return join(folder, 'src', 'platform', 'pages', 'assets');
}
