import { ActorsQueries } from '../../src/accounts/actors.queries';
import { hashToken } from '../../src/platform/randomness';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';

describe('who comes in one turn', () => {
  let app: TestApp;
  let a: Builders;
  let accounts: readonly BuiltAccount[];

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    await a.organization();
    accounts = [await a.office(), await a.secretaryOf(await a.unit()), await a.secretaryOf(await a.unit())];
  });
  afterAll(() => app.stop());

  const stranger = { token: 'of nobody' };
  const isIn = async (caller: { readonly token: string }) => {
    const [byToken, bySession] = await Promise.all(
      [app.as(caller), app.signedIn(caller)].map((as) => as.get('/api/v1/me')),
    );
    return [byToken!.body['accountId'] ?? byToken!.status, bySession!.body['accountId'] ?? bySession!.status];
  };

  it('is each known as who they are, however often they come, and a stranger as nobody', async () => {
    const [office, one, other] = accounts as [BuiltAccount, BuiltAccount, BuiltAccount];
    const comers = Array.from({ length: 12 }, () => [one, stranger, office, other, one]).flat();
    const known = await Promise.all(comers.map(isIn));
    expect(known).toEqual(comers.map((comer) => ('id' in comer ? [comer.id, comer.id] : [401, 401])));
  });

  it('is asked about at once, with rights of their own', async () => {
    const asked = await Promise.all(
      accounts.flatMap(({ token }) => [
        app.get(ActorsQueries).ofApiToken(hashToken(token)),
        app.get(ActorsQueries).ofWebSession(hashToken(token)),
      ]),
    );
    const expected = await Promise.all(accounts.map(({ id }) => app.actor(id)));
    expect(asked.map((found) => found!.actor)).toEqual(expected.flatMap((actor) => [actor, actor]));
  });

  it('is refused from the moment their token is taken back, whoever else comes', async () => {
    const gone = await a.secretaryOf(await a.unit());
    await Promise.all([...accounts, gone].map(isIn));
    await app.sql('UPDATE api_tokens SET revoked_at = $2 WHERE account_id = $1', gone.id, app.clock.now());
    await app.sql('UPDATE web_sessions SET ended_at = $2 WHERE account_id = $1', gone.id, app.clock.now());
    const known = await Promise.all([gone, ...accounts, gone].map(isIn));
    expect([known.at(0), known.at(-1)]).toEqual([
      [401, 401],
      [401, 401],
    ]);
    expect(known.slice(1, -1)).toEqual(accounts.map(({ id }) => [id, id]));
  });
});
