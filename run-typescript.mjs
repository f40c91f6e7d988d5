import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import options from './test/typescript.cjs';

// `node run-typescript.mjs <file>`: a process beside the specs reads the sources as they do, so nothing is built first.
const load = createRequire(import.meta.url);
const here = import.meta.dirname;
const { version } = load('@swc/core/package.json');

/** What a source was made into is kept beside what it was made from, as its first line says; each is made again once it changed. */
function javascriptOf(filename) {
  const source = readFileSync(filename, 'utf8');
  const made = `//${createHash('sha256').update(version).update(JSON.stringify(options)).update(source).digest('hex')}\n`;
  const kept = `${join(here, 'node_modules/.cache/run-typescript', relative(here, filename))}.js`;
  try {
    const text = readFileSync(kept, 'utf8');
    if (text.startsWith(made)) return text;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    mkdirSync(dirname(kept), { recursive: true });
  }
  const text = made + load('@swc/core').transformSync(source, { ...options, filename }).code;
  // Whoever reads meanwhile finds the whole of the one or of the other.
  writeFileSync(`${kept}.${process.pid}`, text);
  renameSync(`${kept}.${process.pid}`, kept);
  return text;
}

for (const extension of ['.ts', '.tsx'])
  load.extensions[extension] = (module, filename) => module._compile(javascriptOf(filename), filename);

// As if it had been started itself.
process.argv.splice(1, 1);
load(resolve(process.argv[1]));
