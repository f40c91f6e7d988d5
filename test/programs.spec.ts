import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notTried, programs } from './programs.cjs';

describe('a program that some specs use', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'programs-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A file by the name of a browser; `null` for none. */
  const browser = (name: string, content: string | null, mode = 0o755) => {
    const path = join(folder, name);
    if (content !== null) {
      writeFileSync(path, content);
      chmodSync(path, mode);
    }
    return { browser: { paths: [path], says: /^Browser \d/, tries: 'the pages' } };
  };

  it('is there when it runs and says what it is', () => {
    const runs = browser('runs', '#!/bin/sh\necho Browser 1\n');
    const found = programs(runs);
    expect(found).toEqual({ browser: runs.browser.paths[0] });
    expect(notTried(found, true, runs)).toBeNull();
  });

  it('is the first that runs', () => {
    const [missing, runs] = [browser('not-there', null), browser('second', '#!/bin/sh\necho Browser 1\n')];
    const paths = [...missing.browser.paths, ...runs.browser.paths];
    expect(programs({ browser: { ...runs.browser, paths } })).toEqual({ browser: paths[1] });
  });

  it.each([
    ['no file', null, 0o755],
    ['an empty file', '', 0o755],
    ['a file that may not be executed', '#!/bin/sh\necho Browser 1\n', 0o644],
    ['a file that says what to install', '#!/bin/sh\necho Please install the browser\n', 0o755],
    ['a program that fails', '#!/bin/sh\necho Browser 1\nexit 1\n', 0o755],
  ])('is not there as %s', (name, content, mode) => {
    expect(programs(browser(name, content, mode))).toEqual({ browser: null });
  });

  it('is missed in one sentence, and on CI by an error', () => {
    const missing = browser('missing', null);
    const found = programs(missing);
    expect(notTried(found, false, missing)).toBe(
      `Not tried on this machine: the pages (${missing.browser.paths[0]} does not run).`,
    );
    expect(() => notTried(found, true, missing)).toThrow('CI must try the pages');
  });
});
