import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestApp } from './app';

const file = join(__dirname, '..', 'openapi.json');

/** Each fact of a document on a line of its own: where it stands, and what it says. */
function factsOf(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return [`${place}: ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([name, part]) => factsOf(part, place ? `${place} › ${name}` : name));
}

function difference(kept: unknown, told: unknown): string[] {
  const [before, after] = [new Set(factsOf(kept)), new Set(factsOf(told))];
  return [
    ...[...before].filter((fact) => !after.has(fact)).map((fact) => `- ${fact}`),
    ...[...after].filter((fact) => !before.has(fact)).map((fact) => `+ ${fact}`),
  ];
}

describe('the description of the API', () => {
  it('changes only together with openapi.json, which `npm run write:api` writes anew', async () => {
    const app = await TestApp.start();
    try {
      const { body: told } = await app.as(null).get('/api/openapi.json');
      if (process.env['WRITE_API']) writeFileSync(file, `${JSON.stringify(told, null, 2)}\n`);
      expect(difference(JSON.parse(readFileSync(file, 'utf8')), told)).toEqual([]);
    } finally {
      await app.stop();
    }
  });

  it('is compared fact by fact', () => {
    const kept = { paths: { '/a': { get: { tags: ['one'] }, post: {} } } };
    expect(difference(kept, { paths: { '/a': { get: { tags: ['one', 'two'] } } } })).toEqual([
      '- paths › /a › post: {}',
      '+ paths › /a › get › tags › 1: "two"',
    ]);
    expect(difference(kept, kept)).toEqual([]);
  });
});
