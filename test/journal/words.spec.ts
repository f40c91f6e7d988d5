import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionGroups, actionWords } from '../../src/desks/journal-words';

const source = join(__dirname, '..', '..', 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }));

/**
 * Every action the source writes down: after `action:`, or as text that begins as actions do. Names of jobs are apart, and so are
 * the beginnings of actions that lists are narrowed by.
 */
function actionsWritten(): string[] {
  const groups = Object.keys(actionGroups.vi).map((group) => group.slice(0, -1));
  const literal = new RegExp(`'((?:${groups.join('|')})\\.[a-z_]*[a-z])'`, 'g');
  const found = files
    .filter(({ name }) => !/journal-words|\.jobs\.ts|schedule\.ts/.test(name))
    .flatMap(({ text }) =>
      [...text.matchAll(/action: '([^']+\.[^']*[^'._])'/g), ...text.matchAll(literal)].map((match) => match[1]!),
    );
  const kinds = files.flatMap(({ text }) =>
    [...text.matchAll(/(?:declareJob\w*(?:<[^>]*>)?\(|kind: )'([^']+)'/g)].map((match) => match[1]!),
  );
  return [...new Set(found)].filter((action) => !kinds.includes(action)).sort();
}

describe('the words of the journal', () => {
  it('are found for every action the source writes, in both languages', () => {
    const written = actionsWritten();
    expect(written).toContain('nominations.accepted');
    const missing = (labels: object) => written.filter((action) => !(action in labels));
    expect(missing(actionWords.vi)).toEqual([]);
    expect(missing(actionWords.en)).toEqual([]);
  });

  it('can narrow a list to every kind of action', () => {
    const groups = Object.keys(actionGroups.vi);
    expect(actionsWritten().filter((action) => !groups.some((group) => action.startsWith(group)))).toEqual([]);
  });
});
