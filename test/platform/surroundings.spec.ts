import { TestApp } from '../app';
import { Builders } from '../builders';

describe('what the settings do not say of the surroundings', () => {
  const behindFront = 'TRUST_PROXY is 0';
  const times = (text: string, part: string) => text.split(part).length - 1;

  async function started(settings: Readonly<Record<string, string>>) {
    const app = await TestApp.start(settings);
    const a = new Builders(app);
    const { bloc } = await a.organization();
    const office = app.as(await a.office());
    const administrator = app.as(await a.account({ roles: [['admin', bloc]] }));
    const logged = times(app.log.text, behindFront);
    return { app, office, administrator, said: () => times(app.log.text, behindFront) - logged };
  }

  it('is a front that forwards addresses nobody believes: once in the log, and on desks', async () => {
    const { app, office, administrator, said } = await started({ PUBLIC_URL: 'https://dao-tao.example.vn' });
    expect((await office.get<string>('/')).text).not.toContain('TRUST_PROXY');
    await app.as(null).with({ 'x-forwarded-for': '192.0.2.1' }).get('/sign-in');
    await app.as(null).with({ forwarded: 'for=192.0.2.2' }).get('/sign-in');
    expect(said()).toBe(1);
    expect((await office.get<string>('/')).text).toContain('đặt TRUST_PROXY bằng số máy chủ trung gian');
    expect((await administrator.get<string>('/operations')).text).toContain('TRUST_PROXY');
    await app.stop();
  });

  it('is nothing where fronts were said', async () => {
    const { app, office, said } = await started({ TRUST_PROXY: '1', PUBLIC_URL: 'https://dao-tao.example.vn' });
    await app.as(null).with({ 'x-forwarded-for': '192.0.2.1' }).get('/sign-in');
    expect([said(), (await office.get<string>('/')).text.includes('TRUST_PROXY')]).toEqual([0, false]);
    await app.stop();
  });

  it('is the public address, in the log from the start and on desks in both languages', async () => {
    const { app, office, administrator } = await started({});
    expect(app.log.text).toContain('PUBLIC_URL is not set');
    expect((await office.get<string>('/')).text).toContain('Chưa đặt PUBLIC_URL');
    const english = administrator.with({ cookie: 'locale=en', 'accept-language': 'en' });
    expect((await english.get<string>('/')).text).toContain('PUBLIC_URL is not set');
    await app.stop();
  });
});
