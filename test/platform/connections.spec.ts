import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { TestApp } from '../app';
import { Builders } from '../builders';

const settings = {
  CONNECTIONS: '20',
  HEADER_SECONDS: '1',
  REQUEST_SECONDS: '1',
  SLOWEST_LINE_KILOBYTES: '64',
  KEEP_ALIVE_SECONDS: '1',
};

describe('connections', () => {
  let app: TestApp;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    app = await TestApp.start(settings);
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });
  afterAll(() => app.stop());

  /** A connection on which `text` is sent; resolves, when it is closed, to what was answered. */
  function speak(text: string): { readonly socket: Socket; readonly closed: Promise<string> } {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    let answered = '';
    const closed = new Promise<string>((resolve) => {
      socket
        .on('data', (part: Buffer) => (answered += part.toString()))
        .on('error', () => {})
        .once('close', () => resolve(answered));
    });
    if (text) socket.write(text);
    return { socket, closed };
  }

  const isHealthy = async () => (await fetch(`${app.url}/health/live`, { headers: { connection: 'close' } })).status;
  const post = (length: number, kind = 'application/json') =>
    `POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: ${kind}\r\nContent-Length: ${length}\r\n\r\n`;

  it('that say nothing, or stop in the middle of a header, are closed', async () => {
    const [idle, halfOpen] = [speak(''), speak('GET / HTTP/1.1\r\nHo')];
    expect(await isHealthy()).toBe(200);
    expect(await halfOpen.closed).toContain('408');
    await idle.closed;
  });

  it('that wait for another request too long are closed', async () => {
    const { closed } = speak('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await closed).toContain('200 OK');
  });

  it('whose body does not come in time are closed, whoever reads it', async () => {
    const slow = [
      speak(`${post(100)}{`),
      speak(`${post(100, 'multipart/form-data; boundary=x')}--x`),
      speak(
        'POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
      ),
    ];
    expect(await isHealthy()).toBe(200);
    const [json, ...others] = await Promise.all(slow.map(({ closed }) => closed));
    expect(json).toContain('408');
    expect(others).toHaveLength(2);
  });

  it('give the file of a slow line the time its size takes', async () => {
    const { token } = await new Builders(app).office();
    const { socket, closed } = speak(
      `POST /api/v1/roster-imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100\r\n\r\n--x`,
    );
    const slow = speak(`${post(100)}{`);
    await slow.closed;
    socket.write('\r\n--x');
    expect(await Promise.race([closed, isHealthy()])).toBe(200);
    expect(socket.destroyed).toBe(false);
  });

  it('past the largest number are taken in place of those that say nothing', async () => {
    const flood = Array.from({ length: 60 }, () => speak(''));
    for (let honest = 0; honest < 5; honest += 1) expect(await isHealthy()).toBe(200);
    await Promise.all(flood.slice(0, 40).map(({ closed }) => closed));
  });

  it('past the largest number are asked to come again when all others are being answered', async () => {
    // The server says that it goes on as soon as it has read the header.
    const header = post(100).replace('Host: x', 'Host: x\r\nExpect: 100-continue');
    const busy = Array.from({ length: 20 }, () => speak(header));
    await Promise.all(busy.map(({ socket }) => once(socket, 'data')));
    const late = speak('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await late.closed).toMatch(/503 Service Unavailable[\s\S]*Retry-After: 2/);
    await Promise.all(busy.map(({ closed }) => closed));
    expect(await isHealthy()).toBe(200);
  });
});
