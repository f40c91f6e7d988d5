import { TestApp } from '../app';
import { World } from '../world';

describe('what is sent of an answer', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
  });
  afterAll(() => app.stop());

  const plain = { 'accept-encoding': 'identity' };
  const asked = async (path: string, headers: Readonly<Record<string, string>>) => {
    const answer = await app.as(world.callers.get('T')!).with(headers).download(path);
    return { encoding: answer.headers.get('content-encoding'), vary: answer.headers.get('vary'), body: answer.content };
  };

  it.each(['/people', '/api/v1/people'])(
    'of %s is compressed as the browser wishes, and says the same',
    async (path) => {
      const { body, ...told } = await asked(path, plain);
      expect(told).toEqual({ encoding: null, vary: 'Accept-Encoding' });
      for (const [accepted, encoding] of [
        ['gzip, deflate, br', 'br'],
        ['gzip', 'gzip'],
        ['br;q=0, gzip', 'gzip'],
      ] as const)
        expect(await asked(path, { 'accept-encoding': accepted })).toEqual({ encoding, vary: 'Accept-Encoding', body });
    },
  );

  it.each([
    ['same-origin', 'br'],
    ['none', 'br'],
    ['same-site', null],
    ['cross-site', null],
  ])('is compressed for who comes from %s: %s', async (site, encoding) => {
    const headers = { 'accept-encoding': 'br', 'sec-fetch-site': site };
    expect((await asked('/people', headers)).encoding).toBe(encoding);
  });

  it('is left as it is for a cookie of which nobody says where it comes from', async () => {
    const headers = { 'accept-encoding': 'br', cookie: 'flash=x' };
    expect((await asked('/people', headers)).encoding).toBeNull();
  });

  it('is left as it is where it is short, has a tag, or is no text', async () => {
    const [person] = (await app.as(world.callers.get('T')!).get<{ items: { id: string }[] }>('/api/v1/people')).body
      .items;
    for (const path of ['/api/v1/me', `/api/v1/people/${person!.id}`])
      expect((await asked(path, { 'accept-encoding': 'br' })).encoding).toBeNull();
  });
});
