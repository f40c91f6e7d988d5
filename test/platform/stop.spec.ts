import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cloneDatabase } from '../cluster/clone';
import { freePort } from '../../bench/addresses';
import { HangingProxy } from '../../bench/hanging-proxy';
import { PrivateRedis } from '../../bench/private-redis';
import { ServiceProcess } from '../../bench/service-process';
import { runsOnRedis } from '../redis';

const program = [join(__dirname, '../../run-typescript.mjs'), join(__dirname, '../../src/main.ts')];
const stopSeconds = 4;
/** Beyond the setting: closing what is left, on a busy machine. */
const grace = 6;

// A process of its own reads all sources first, which takes long on a busy machine.
jest.setTimeout(300_000);

describe('a service that is told to stop', () => {
  let database: { url: string; drop: () => Promise<void> };
  let proxy: HangingProxy;

  beforeEach(async () => {
    database = await cloneDatabase();
    proxy = await HangingProxy.before(database.url);
  });
  afterEach(async () => {
    await proxy.stop();
    await database.drop();
  });

  const start = async (settings: Readonly<Record<string, string>> = {}) => {
    const always = { PROCESS: 'both', PORT: String(await freePort()), STOP_SECONDS: String(stopSeconds) };
    return ServiceProcess.start({ program, env: { ...always, DATABASE_URL: proxy.url, ...settings } });
  };
  /** A request that waits for the database until the proxy lets it through. */
  const request = (url: string) =>
    fetch(`${url}/api/v1/me`, { headers: { authorization: 'Bearer unknown' } }).then(
      ({ status }) => status,
      () => 'cut',
    );

  it('finishes a request that is under way, and ends', async () => {
    const service = await start({ STOP_SECONDS: '60' });
    proxy.hang();
    const answer = request(service.url);
    await delay(200);
    const stopped = service.stop();
    await proxy.heal();
    expect(await answer).toBe(401);
    expect((await stopped).code).toBe(0);
  });

  it('cuts a request that takes longer than the setting, and ends', async () => {
    const service = await start();
    proxy.hang();
    const answer = request(service.url);
    await delay(200);
    const { seconds } = await service.stop();
    expect(await answer).toBe('cut');
    expect(seconds).toBeLessThan(stopSeconds + grace);
  });

  if (runsOnRedis)
    it('ends in time though Redis is away', async () => {
      const redis = await PrivateRedis.start();
      const way = await HangingProxy.before(redis.url);
      const service = await start({ REDIS_URL: way.url });
      await way.refuse();
      expect((await service.stop()).seconds).toBeLessThan(stopSeconds + grace);
      await redis.stop();
    });
});
