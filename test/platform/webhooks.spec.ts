import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { text } from 'node:stream/consumers';
import { mostAttempts, secondsUntilRetry } from '../../src/platform/jobs/delivery-attempts';
import { signedHeaders } from '../../src/webhooks/signature';
import { usualDeadlines } from '../../src/platform/deadlines';
import type { PlatformSettings } from '../../src/platform/settings';
import { WebhookDeliveries } from '../../src/webhooks/deliveries';
import { WebhookSender } from '../../src/webhooks/sender';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { Situations } from '../reminders/situations';

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A gateway that keeps what it is told and answers as the test wants. */
class Gateway {
  readonly received: Received[] = [];
  status = 200;
  private readonly server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      this.received.push({ path: request.url!, headers: request.headers, body });
      response.writeHead(this.status, { location: '/elsewhere' }).end('a long answer');
    });
  });

  async open(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/in`;
  }

  close(): void {
    this.server.close();
  }
}

describe('webhooks', () => {
  const gateway = new Gateway();
  let url: string;
  let app: TestApp;
  let given: Situations;
  let a: Builders;
  let office: BuiltAccount;

  beforeAll(async () => {
    url = await gateway.open();
    app = await TestApp.start({ WEBHOOK_LOOPBACK: 'yes' });
    a = new Builders(app);
    given = new Situations(app, a);
    office = await a.office();
  });
  afterAll(async () => {
    await app.stop();
    gateway.close();
  });
  beforeEach(async () => {
    given.goTo('2026-01-05');
    gateway.received.length = 0;
    gateway.status = 200;
    await a.remove('webhook_deliveries');
    await a.remove('webhooks');
  });

  const topics = ['reminder.class_near'];
  const add = async (request: object = {}) =>
    (
      await app
        .signedIn(office)
        .post<{ id: string; secret: string }>('/api/v1/webhooks', { name: 'Cổng SMS', url, topics, ...request })
    ).body;
  const deliver = () => app.get(WebhookDeliveries).deliver();
  const later = (seconds: number) => app.clock.moveTo(new Date(app.clock.now().getTime() + seconds * 1_000));

  /** One cadre is reminded of a class; the call of a sample class opens on 07/02/2026. */
  async function remindOfClass() {
    const person = await a.person();
    await person.becomes({ phone: '0901234567' });
    const inClass = await a.trainingClass();
    await a.halfDay(inClass, '2026-02-07');
    await given.enroll(person, inClass);
    given.goTo('2026-02-06');
    await given.planAndSend();
    return { person, inClass };
  }

  it('tell a gateway what somebody is reminded of, once, signed', async () => {
    const { secret } = await add();
    await add({ name: 'Chỉ quan tâm việc khác', topics: ['reminder.call_opened'] });
    const { person, inClass } = await remindOfClass();
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);

    const [{ headers, body }] = gateway.received as [Received];
    const { type, data } = JSON.parse(body) as { type: string; data: Record<string, unknown> };
    expect(type).toBe('reminder.class_near');
    expect(data).toMatchObject({
      recipient: { id: person.id, phone: '0901234567' },
      classId: inClass.id,
      locale: 'vi',
      text: expect.stringMatching(/ – \d\d:\d\d 07\/02\/2026$/) as string,
    });
    expect(body).not.toContain(person.fullName);
    const id = headers['webhook-id'] as string;
    expect(headers).toMatchObject({ ...signedHeaders({ id, at: app.clock.now(), payload: body }, [secret]) });
  });

  it('try again later under the same id, follow no redirect, and are replayed after they were given up', async () => {
    const { id } = await add();
    await remindOfClass();
    await a.change('webhook_deliveries', {}, { notAfter: null });
    gateway.status = 307;
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      expect(await deliver()).toBe(0);
      expect(await deliver()).toBe(0);
      later(secondsUntilRetry(attempt, 1));
    }
    expect(gateway.received.map(({ path }) => path)).toEqual(Array(mostAttempts).fill('/in'));
    expect(new Set(gateway.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);

    const deliveries = `/api/v1/webhooks/${id}/deliveries?state=dead`;
    const { items } = (await app.as(office).get<{ items: { id: string; lastError: string }[] }>(deliveries)).body;
    expect(items).toEqual([expect.objectContaining({ lastError: 'HTTP 307', attempts: mostAttempts })]);
    gateway.status = 200;
    expect(await deliver()).toBe(0);
    const replayed = await app.signedIn(office).form(`/webhooks/${id}/replays`, { deliveryId: items[0]!.id });
    expect(replayed.status).toBe(303);
    expect(await deliver()).toBe(1);
    const actions = await app.sql(`SELECT action FROM journal_lines WHERE subject_id = $1 ORDER BY id`, id);
    expect(actions.map(({ action }) => action)).toEqual(['webhooks.added', 'webhooks.replayed']);
  });

  it('tell nothing after the fact, whether the receiver was away or the webhook off', async () => {
    const { id } = await add();
    const off = await add({ name: 'Cổng dự phòng' });
    await remindOfClass();
    await app.signedIn(office).patch(`/api/v1/webhooks/${off.id}`, { enabled: false });
    gateway.status = 503;
    await deliver();
    gateway.status = 200;
    given.goTo('2026-02-08');
    await app.signedIn(office).patch(`/api/v1/webhooks/${off.id}`, { enabled: true });
    expect(await deliver()).toBe(0);
    for (const webhook of [id, off.id]) {
      const dead = await app.as(office).get<{ items: object[] }>(`/api/v1/webhooks/${webhook}/deliveries?state=dead`);
      expect(dead.body.items).toEqual([
        expect.objectContaining({ lastError: expect.stringContaining('after the fact') as string }),
      ]);
    }
  });

  it('sign with the old secret too for a day after it was changed, and tell a secret only once', async () => {
    const { id, secret } = await add();
    const page = await app.signedIn(office).form(`/webhooks/${id}/secret-rotation`, {});
    const fresh = /whsec_[\w+/=]+/.exec(page.text)![0];
    expect(page.status).toBe(200);
    expect((await app.as(office).get<string>(`/webhooks/${id}`)).text).not.toContain('whsec_');
    expect(JSON.stringify((await app.as(office).get('/api/v1/webhooks')).body)).not.toContain('whsec_');

    const signatures = async () => {
      gateway.received.length = 0;
      const now = app.clock.now();
      await a.insert('webhook_deliveries', {
        webhookId: id,
        topic: 'x',
        payload: {},
        writtenAt: now,
        nextAttemptAt: now,
      });
      await deliver();
      const [{ headers }] = gateway.received as [Received];
      const of = (secrets: string[]) =>
        signedHeaders({ id: headers['webhook-id'] as string, at: app.clock.now(), payload: '{}' }, secrets)[
          'webhook-signature'
        ];
      return { sent: headers['webhook-signature'], of };
    };
    const during = await signatures();
    expect(during.sent).toBe(during.of([fresh, secret]));
    later(25 * 3_600);
    const after = await signatures();
    expect(after.sent).toBe(after.of([fresh]));
  });

  it('keep what waits for one that is off until it is on', async () => {
    const { id } = await add();
    await remindOfClass();
    await app.signedIn(office).form(`/webhooks/${id}`, { enabled: 'false' });
    expect(await deliver()).toBe(0);
    await app.signedIn(office).patch(`/api/v1/webhooks/${id}`, { enabled: true });
    expect(await deliver()).toBe(1);
  });

  it('go to no private address, and the form says why and keeps what was typed', async () => {
    const refused = await app
      .signedIn(office)
      .form('/webhooks', { name: 'Cổng nội bộ', url: 'https://10.0.0.5/in', topics: topics[0]! });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('mạng nội bộ');
    expect(refused.text).toContain('value="Cổng nội bộ"');
    const { status, body } = await app
      .signedIn(office)
      .post('/api/v1/webhooks', { name: 'x', url, topics: ['reminder.no'] });
    expect([status, body['fields'] ?? body['errors']]).toEqual([422, [expect.objectContaining({ field: 'topics' })]]);
  });

  it('find out at the moment of sending that an address leads inside', async () => {
    const { id } = await add();
    await remindOfClass();
    // One that was refused when it was typed, had it been so then.
    await a.change('webhooks', { id }, { url: 'https://192.168.1.1/in' });
    expect(await deliver()).toBe(0);
    expect(await app.sql('SELECT last_error FROM webhook_deliveries')).toEqual([{ lastError: 'Not sent: private' }]);

    const strict = new WebhookSender({ webhookLoopback: false, deadlines: usualDeadlines } as PlatformSettings);
    // The name of this machine is one of its own addresses, wherever names are known at all.
    await expect(strict.post(`https://${hostname()}:${new URL(url).port}/in`, {}, '{}')).rejects.toThrow(
      /private address|ENOTFOUND|EAI_AGAIN/,
    );
  });
});
