import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type Options, transformFileSync } from '@swc/core';

const root = resolve(__dirname, '../..');

/** As specs are compiled, so that processes run the same code. */
const options: Options = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
  },
  module: { type: 'commonjs', ignoreDynamic: true },
};

/** The service as plain JavaScript in a folder of its own, for processes that a spec starts and kills. */
export class CompiledService {
  private readonly folder = mkdtempSync(join(tmpdir(), 'training-compiled-'));

  constructor() {
    for (const part of ['src', 'migrations']) {
      for (const file of readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })) {
        if (!/\.\w+$/.test(file) || /\.spec\.tsx?$/.test(file)) continue;
        const [from, to] = [join(root, part, file), join(this.folder, part, file)];
        mkdirSync(dirname(to), { recursive: true });
        if (/\.tsx?$/.test(file)) writeFileSync(to.replace(/\.tsx?$/, '.js'), transformFileSync(from, options).code);
        else copyFileSync(from, to);
      }
    }
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
    copyFileSync(join(root, 'package.json'), join(this.folder, 'package.json'));
  }

  program(name = 'main'): string {
    return join(this.folder, 'src', `${name}.js`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
