import { liesTooDeep } from './json-depth';

describe('how deep JSON lies', () => {
  it.each([
    [`${'['.repeat(8)}${']'.repeat(8)}`, false],
    [`${'['.repeat(9)}${']'.repeat(9)}`, true],
    [`{"a":${'{"a":'.repeat(8)}1${'}'.repeat(9)}`, true],
    [JSON.stringify({ text: '[[[[[[[[[[', quoted: '"[[[[[[[[[[\\' }), false],
    [`[${'[],'.repeat(50)}[]]`, false],
  ])('%s', (json, isTooDeep) => {
    expect(liesTooDeep(Buffer.from(json))).toBe(isTooDeep);
  });
});
