import { DeclaredRoutes } from '../../src/platform/access/declared-routes';
import { TestApp } from '../app';
import { type Sent, send } from '../raw-requests';
import { World } from '../world';

const json = { 'content-type': 'application/json' };
const many = (bytes: number, one: (index: number) => string, between = ',') => {
  const width = one(1_000_000).length + between.length;
  return Array.from({ length: Math.max(1, Math.floor(bytes / width)) }, (_, index) => one(index)).join(between);
};
/** In what way a body grows, made about so many bytes long. */
const bodies: Readonly<Record<string, (bytes: number) => Pick<Sent, 'headers' | 'body'>>> = {
  names: (bytes) => ({ headers: json, body: `{${many(bytes, (n) => `"k${n}":1`)}}` }),
  'names of one part': (bytes) => ({ headers: json, body: `{${many(bytes, (n) => `"a.k${n}":1`)}}` }),
  'names of a form': (bytes) => ({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: many(bytes, (n) => `mark.k${n}.1=1`, '&'),
  }),
  depth: (bytes) => ({ headers: json, body: `{"reason":${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}}` }),
  'a list': (bytes) => ({ headers: json, body: `{"entries":[${many(bytes, () => '{}')}],"ids":[]}` }),
  'one text': (bytes) => ({ headers: json, body: texts('a'.repeat(bytes / 12)) }),
  'marks over one letter': (bytes) => ({ headers: json, body: texts('\u0323\u0301'.repeat(bytes / 48)) }),
};
const texts = (value: string) =>
  JSON.stringify(
    Object.fromEntries(
      ['email', 'name', 'reason', 'next', 'back', 'body', 'title', 'address', 'note', 'decision', 'search', 'code'].map(
        (name) => [name, value],
      ),
    ),
  );

/** The same of an address, which Node keeps below 16 KB. */
const queries: Readonly<Record<string, (bytes: number) => string>> = {
  names: (bytes) => many(bytes, (n) => `k${n}=1`, '&'),
  'names of one part': (bytes) => many(bytes, (n) => `a.k${n}=1`, '&'),
  'one name again and again': (bytes) => many(bytes, (n) => `ticked=${n}`, '&'),
  'one text': (bytes) => `search=${'a'.repeat(bytes)}`,
  'marks over one letter': (bytes) => `search=${'%CC%A3%CC%81'.repeat(bytes / 12)}`,
};

/** Below this nobody notices, and what is measured is the machine. */
const unnoticed = 300;
const longestHold = 3_000;

/**
 * Milliseconds of the processor, not of the clock: what one request holds everybody up for, whatever else runs here.
 * The size is doubled twice; work of the size's square takes sixteen times as long, and that of its length four times.
 */
describe('a request that grows', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
  });
  afterAll(() => app.stop());

  async function worked(sent: Sent): Promise<number> {
    const before = process.cpuUsage();
    await send(app.url, [sent]);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }

  async function growsTooFast(of: (bytes: number) => Sent, bytes: number): Promise<string | null> {
    const whole = await worked(of(bytes));
    if (whole < unnoticed) return null;
    const least = async (size: number) =>
      Math.min(...[await worked(of(size)), await worked(of(size)), await worked(of(size))]);
    const [little, most] = [await least(bytes / 4), await least(bytes)];
    const isSteep = most > unnoticed && most / little > 12;
    return isSteep || most > longestHold ? `${Math.round(little)} → ${Math.round(most)} ms` : null;
  }

  async function found(
    isOf: (method: string) => boolean,
    of: (bytes: number, method: string, path: string) => Sent,
    bytes: (most: number) => number,
  ): Promise<string[]> {
    const routes = app
      .get(DeclaredRoutes)
      .list()
      .filter(({ method }) => isOf(method));
    const slow: string[] = [];
    for (const { method, path, largestBody } of routes) {
      const how = await growsTooFast((size) => of(size, method, world.fill(path)), bytes(largestBody));
      if (how) slow.push(`${method} ${path}: ${how}`);
    }
    return slow;
  }

  const office = () => ({ authorization: `Bearer ${world.callers.get('T')!.token}` });

  it.each(Object.keys(bodies))(
    'by %s to the most its route takes is read in the time of its length by every route',
    async (way) => {
      const of = (size: number, method: string, path: string): Sent => {
        const { headers, body } = bodies[way]!(size);
        return { method, path, body, headers: { ...office(), ...headers } };
      };
      expect(
        await found(
          (method) => method !== 'GET',
          of,
          (most) => most * 0.9,
        ),
      ).toEqual([]);
    },
    240_000,
  );

  it.each(Object.keys(queries))(
    'by %s in its address is read in the time of its length by every page',
    async (way) => {
      const of = (size: number, method: string, path: string): Sent => ({
        method,
        path: `${path}?${queries[way]!(size)}`,
        headers: office(),
      });
      expect(
        await found(
          (method) => method === 'GET',
          of,
          () => 12 * 1024,
        ),
      ).toEqual([]);
    },
    240_000,
  );
});
