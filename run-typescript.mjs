import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { transformSync } from '@swc/core';
import jest from './jest.config.cjs';

// `node run-typescript.mjs <file>`: a process beside the specs reads the sources as they do, so nothing is built first.
const [[, options]] = Object.values(jest.transform);
const load = createRequire(import.meta.url);

for (const extension of ['.ts', '.tsx']) {
  load.extensions[extension] = (module, filename) =>
    module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
}

// As if it had been started itself.
process.argv.splice(1, 1);
load(resolve(process.argv[1]));
