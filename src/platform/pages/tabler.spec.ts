import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PurgeCSS } from 'purgecss';

const kept = join(__dirname, 'assets', 'tabler.css');
const src = join(__dirname, '../..');

/** What may be a class, an element or an attribute in a view or a script: words between quotes, tags, names before an equals sign. */
function namesIn(text: string): string[] {
  const quoted = [...text.matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g)].flatMap(([part]) => part.match(/[\w-]+/g) ?? []);
  const marked = [...text.matchAll(/<([a-z][a-z0-9]*)|\b([a-zA-Z-]+)=/g)].map(([, tag, name]) => tag ?? name!);
  return [...quoted, ...marked.map((name) => name.toLowerCase())];
}

/** A rule a line, so that two changes meet only where they touch the same. */
async function usedOfTabler(): Promise<string> {
  const [{ css }] = (await new PurgeCSS().purge({
    content: [`${src}/**/*.tsx`, `${src}/platform/pages/assets/*.js`],
    skippedContentGlobs: ['**/*.spec.tsx'],
    css: [require.resolve('@tabler/core/dist/css/tabler.min.css')],
    defaultExtractor: namesIn,
    keyframes: true,
    fontFace: true,
    safelist: ['html', 'body', 'light', 'dark'],
  })) as [{ css: string }];
  return css.replaceAll('}', '}\n');
}

describe('the stylesheet of Tabler', () => {
  it('is kept as far as views name its parts, which `npm run write:styles` writes anew', async () => {
    const used = await usedOfTabler();
    if (process.env['WRITE_STYLES']) writeFileSync(kept, used);
    const rules = (css: string) => css.split('\n');
    const [there, wanted] = [rules(readFileSync(kept, 'utf8')), rules(used)];
    const isIn = (some: readonly string[]) => (rule: string) => some.includes(rule);
    expect({
      lacking: wanted.filter((rule) => !isIn(there)(rule)),
      unused: there.filter((rule) => !isIn(wanted)(rule)),
    }).toEqual({
      lacking: [],
      unused: [],
    });
  });
});
