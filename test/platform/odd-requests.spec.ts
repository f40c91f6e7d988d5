import { DeclaredRoutes } from '../../src/platform/access/declared-routes';
import { TestApp } from '../app';
import { type Sent, send } from '../raw-requests';
import { type Caller, World } from '../world';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
const cursorOf = (...values: readonly unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
/** Values no field is made for, under names that many forms use. */
const fields = [
  'email',
  'name',
  'reason',
  'next',
  'back',
  'locale',
  'unitId',
  'personId',
  'year',
  'day',
  'version',
  'code',
];
const each = (value: unknown) => JSON.stringify(Object.fromEntries(fields.map((name) => [name, value])));

const bodies: Readonly<Record<string, Partial<Sent>>> = {
  'nothing at all': {},
  null: { headers: json, body: 'null' },
  'a number': { headers: json, body: '1' },
  'a text': { headers: json, body: '"x"' },
  'an empty list': { headers: json, body: '[]' },
  'a list in a list': { headers: json, body: '[[]]' },
  'JSON cut off': { headers: json, body: '{"reason":' },
  'names every object has': { headers: json, body: '{"email":{"constructor":{}},"toString":1}' },
  'another prototype': { headers: json, body: '{"__proto__":{"reason":"x"}}' },
  'a depth of 2,000': { headers: json, body: `{"reason":${nested(2000)}}` },
  'halves of letters': { headers: json, body: each('\ud800').replaceAll('\ud800', '\\ud800') },
  NULs: { headers: json, body: each('a\0b') },
  'huge numbers': { headers: json, body: each(1).replaceAll(':1', ':1e400') },
  'objects for texts': { headers: json, body: each({ a: {} }) },
  'lists for texts': { headers: json, body: each([null, [1]]) },
  'a form of signs': { headers: form, body: fields.map((name) => `${name}=%00%ED%A0%80%E4%B8%AD%0A`).join('&') },
  'a form of nonsense': { headers: form, body: '=&&%zz=%zz&a.b.c.=1&.=2&[]=3&reason=1&reason=2&__proto__.x=1' },
  'a form without a boundary': { headers: { 'content-type': 'multipart/form-data' }, body: 'x' },
  'a form cut off': {
    headers: multipart,
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nabc',
  },
  'a file of nothing': {
    headers: multipart,
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="\0.xlsx"\r\n\r\n\r\n--x--\r\n',
  },
  'a file beside names every object has': {
    headers: multipart,
    body: [
      'Content-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na',
      'Content-Disposition: form-data; name="__proto__.polluted"\r\n\r\n1',
      'Content-Disposition: form-data; name="constructor.polluted"\r\n\r\n1',
    ]
      .map((part) => `--x\r\n${part}\r\n`)
      .join('')
      .concat('--x--\r\n'),
  },
  'a file under a key': {
    headers: { ...multipart, 'idempotency-key': 'a' },
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\na\r\n--x--\r\n',
  },
  'a kind nobody knows': { headers: { 'content-type': 'application/x-nothing' }, body: 'x' },
  'plain text': { headers: { 'content-type': 'text/plain' }, body: 'x' },
};

const queries: Readonly<Record<string, Partial<Sent>>> = {
  'a NUL in a cursor': { query: `cursor=${cursorOf('a\0', 'b\0', 'c\0')}&after=${cursorOf('a\0', '\0')}` },
  'a cursor of one number past all': {
    query: `cursor=${cursorOf('9223372036854775808')}&after=${cursorOf('9223372036854775808')}`,
  },
  'a cursor of two such': {
    query: `cursor=${cursorOf('9223372036854775808', 1e300)}&after=${cursorOf(1e300, '9223372036854775808')}`,
  },
  'a cursor of halves of letters': {
    query: `cursor=${cursorOf('\ud800', 'x', '\ud800', 'x')}&after=${cursorOf('name', '\ud800', '\ud800', 'x')}`,
  },
  'all twice': {
    query: fields.map((name) => `${name}=1&${name}=2`).join('&') + '&cursor=1&cursor=2&after=1&search=1&search=2',
  },
  'names every object has': { query: 'constructor=1&__proto__=1&toString=1&a.constructor=1' },
  'what is no UTF-8': { query: 'search=%ED%A0%80&next=%0A%E4%B8%AD&back=%00&code=%00&year=%FF&on=%00&day=99999-99-99' },
  'an own limit': { query: 'limit=1e309&limit=-1&year=1e21&on=0000-00-00&day=2026-02-30' },
  'cookies of nonsense': { headers: { cookie: 'flash=MQ; locale=%zz; session=%00; device=constructor' } },
  'a flash of null': { headers: { cookie: 'flash=bnVsbA; flash=W10' } },
  'a flash of another form': {
    headers: { cookie: `flash=${Buffer.from('{"tone":"constructor","text":{"a":1}}').toString('base64url')}` },
  },
  'headers of nonsense': {
    headers: {
      'accept-language': ','.repeat(2000),
      referer: 'http://[',
      origin: 'null',
      'if-match': 'W/"99999999999999999999"',
      'if-none-match': '"\x7f"'.replace('\x7f', 'x'),
      'idempotency-key': 'x'.repeat(5000),
      'hx-request': 'true',
      'x-forwarded-for': 'x',
    },
  },
};

const roles: readonly Caller[] = ['T', 'S', 'C'];

describe('an odd request', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
  });
  afterAll(() => app.stop());

  /** Every route asked in this way, by the three roles in turns; what answered as if it were our fault. */
  async function faults(odd: Partial<Sent>, turn: number, isOf: (method: string) => boolean): Promise<string[]> {
    const asked = app
      .get(DeclaredRoutes)
      .list()
      .filter(({ method }) => isOf(method))
      .map((route, index) => ({ ...route, role: roles[(index + turn) % roles.length]! }));
    const answers = await send(
      app.url,
      asked.map(({ method, path, role }) => ({
        method,
        path: `${world.fill(path)}?${odd.query ?? ''}`,
        body: odd.body,
        headers: { authorization: `Bearer ${world.callers.get(role)!.token}`, accept: 'text/html', ...odd.headers },
      })),
    );
    return answers.flatMap(({ status, text }, index) => {
      const { method, path, role } = asked[index]!;
      return status >= 500 || status === 0 ? [`${status} ${method} ${path} as ${role}: ${text.slice(0, 200)}`] : [];
    });
  }

  it.each(Object.keys(bodies).map((name, turn) => [name, turn] as const))(
    'in which the body is %s is answered by every route',
    async (name, turn) => {
      expect(await faults(bodies[name]!, turn, (method) => method !== 'GET')).toEqual([]);
    },
  );

  it('changes nothing of what every object has by nature', () => {
    expect(['polluted' in {}, 'polluted' in Object]).toEqual([false, false]);
  });

  it.each(Object.keys(queries).map((name, turn) => [name, turn] as const))(
    'with %s is answered by every page and list',
    async (name, turn) => {
      expect(await faults(queries[name]!, turn, (method) => method === 'GET')).toEqual([]);
    },
  );

  it('with an address that is none is not found or refused', async () => {
    const paths = [
      '/%zz',
      '/classes/%00',
      '/verify/%ED%A0%80',
      '/units/%2e%2e',
      '/a'.repeat(3000),
      '/people/constructor',
      '/'.repeat(500),
    ];
    const answers = await send(
      app.url,
      paths.map((path) => ({ method: 'GET', path, headers: {} })),
    );
    expect(answers.filter(({ status }) => status < 300 || status >= 500)).toEqual([]);
  });
});
