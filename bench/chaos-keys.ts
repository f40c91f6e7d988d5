import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { Pool } from 'pg';
import { CoursesService } from '../src/courses/courses.service';
import { Actor } from '../src/platform/access/actor';
import { numberAfter } from './arguments';
import type { BenchedService } from './benched-service';
import { CuttingProxy } from './cutting-proxy';
import { Nominees } from './nominees';
import { WorkerProcess } from './worker-process';

const usualCount = 200;
const usualReviews = 20;
const decisionsOfReview = 20;
const callers = 8;
const cutEveryMilliseconds = 120;
const killEverySeconds = 4;
const mostTries = 60;

interface Answer {
  readonly status: number;
  readonly body: { readonly id?: string; readonly results?: readonly { readonly done: boolean }[] };
}

/** What one caller wants done, under one key, however often it has to ask. */
interface Wish {
  readonly path: string;
  readonly body: object;
  /** What the last answer says of it. */
  readonly isTold: (answer: Answer) => Promise<boolean>;
}

/** Connections are cut around COMMIT and the web process is killed, while callers ask again under the same keys. */
export async function measureChaosOfKeys(service: BenchedService): Promise<boolean> {
  const pool = new Pool({ connectionString: service.databaseUrl, max: 4 });
  // Connections are cut when the bench is stopped in the middle.
  pool.on('error', () => {});
  const chaos = new ChaosOfKeys(service, pool);
  try {
    return await chaos.measure(numberAfter('--count', usualCount), numberAfter('--reviews', usualReviews));
  } finally {
    await chaos.stop();
    await pool.end();
  }
}

class ChaosOfKeys {
  private readonly proxy = new CuttingProxy();
  private readonly statuses: Record<string, number> = {};
  private readonly untrue: string[] = [];
  private readonly token = randomUUID();
  private url = '';
  private env: Readonly<Record<string, string>> = {};
  private web: WorkerProcess | null = null;
  private kills = 0;
  private isOver = false;

  constructor(
    private readonly service: BenchedService,
    private readonly pool: Pool,
  ) {}

  async measure(count: number, reviews: number): Promise<boolean> {
    const nominations = await this.prepare(reviews);
    const lecturers = Array.from({ length: count }, (_, n) => this.lecturerWanted(n));
    const decided = nominations.map((ids) => this.reviewWanted(ids));
    const between = Math.max(1, Math.floor(count / Math.max(1, reviews)));
    const wishes = lecturers
      .flatMap((wish, n) => (n % between === 0 ? [wish, ...decided.splice(0, 1)] : [wish]))
      .concat(decided);

    const started = performance.now();
    const mayhem = Promise.all([this.keepCutting(), this.keepKilling()]);
    await Promise.all(
      Array.from({ length: callers }, async () => {
        for (let wish = wishes.pop(); wish; wish = wishes.pop()) await this.untilAnswered(wish);
      }),
    );
    this.isOver = true;
    await mayhem;

    const { rows } = await this.pool.query<{
      lecturers: number;
      doubled: number;
      rejected: number;
      rejectedTwice: number;
    }>(
      `SELECT (SELECT count(DISTINCT full_name)::int FROM lecturers) AS lecturers,
         (SELECT (count(*) - count(DISTINCT full_name))::int FROM lecturers) AS doubled,
         (SELECT count(DISTINCT subject_id)::int FROM journal_lines WHERE action = 'nominations.rejected') AS rejected,
         (SELECT (count(*) - count(DISTINCT subject_id))::int FROM journal_lines WHERE action = 'nominations.rejected') AS "rejectedTwice"`,
    );
    const { lecturers: made, doubled, rejected, rejectedTwice } = rows[0]!;
    const report = {
      seconds: Math.round((performance.now() - started) / 1_000),
      cuts: this.proxy.cuts,
      kills: this.kills,
      answers: this.statuses,
      doneTwice: doubled + rejectedTwice,
      lost: count - made + reviews * decisionsOfReview - rejected,
      untrue: this.untrue.length,
    };
    console.log(report, ...this.untrue.slice(0, 5));
    return report.doneTwice + report.lost + report.untrue === 0;
  }

  async stop(): Promise<void> {
    this.isOver = true;
    this.web?.kill();
    await this.web?.ended();
    await this.proxy.close();
  }

  /** @returns the nominations of each review, submitted without harm */
  private async prepare(reviews: number): Promise<string[][]> {
    await this.service.get(CoursesService).establishCatalogue(Actor.service('bench'));
    const nominees = await Nominees.create(this.pool);
    await this.addOffice();
    const lists = (await nominees.forNewClasses(reviews)).flat().slice(0, reviews * decisionsOfReview);
    const ids: string[] = [];
    for (const { classId, unitId, personId, token } of lists) {
      const letter = { number: '1-CV/ĐU', date: '2026-01-05' };
      const sent = { personId, unitId, letter, acknowledged: true };
      ids.push((await this.post(this.service.url, token, `/api/v1/classes/${classId}/nominations`, sent)).body.id!);
    }
    const databaseUrl = await this.proxy.open(this.service.databaseUrl);
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    this.env = { DATABASE_URL: databaseUrl, PROCESS: 'web', PORT: String(port), DATABASE_POOL: '10' };
    await this.startWeb();
    return Array.from({ length: reviews }, (_, n) => ids.slice(n * decisionsOfReview, (n + 1) * decisionsOfReview));
  }

  private async startWeb(): Promise<void> {
    this.web = await WorkerProcess.start({ program: join(__dirname, '..', 'src', 'main.js'), env: this.env });
  }

  private async addOffice(): Promise<void> {
    await this.pool.query(
      `WITH account AS (INSERT INTO accounts (email, name, password_hash, locale, created_at)
         VALUES ('office@example.vn', 'Văn phòng', 'none', 'en', now()) RETURNING id),
       granted AS (INSERT INTO grants (account_id, role, unit_id, granted_at)
         SELECT account.id, 'training_officer', units.id, now() FROM account, units WHERE kind = 'bloc')
       INSERT INTO api_tokens (token_hash, account_id, name, created_at, expires_at)
       SELECT $1, id, 'bench', now(), '2100-01-01' FROM account`,
      [createHash('sha256').update(this.token).digest('hex')],
    );
  }

  private lecturerWanted(n: number): Wish {
    const fullName = `Giảng Viên Thứ ${n}`;
    const isTold = async ({ status, body: { id } }: Answer) => {
      const { rows } = await this.pool.query<{ id: string }>('SELECT id FROM lecturers WHERE full_name = $1', [
        fullName,
      ]);
      return status === 201 && rows.length === 1 && rows[0]!.id === id;
    };
    return { path: '/api/v1/lecturers', body: { fullName, workplace: 'Trường Chính trị' }, isTold };
  }

  private reviewWanted(ids: readonly string[]): Wish {
    const decisions = ids.map((nominationId) => ({ nominationId, decision: 'reject', reason: 'Hết chỉ tiêu' }));
    const isTold = async ({ status, body: { results = [] } }: Answer) =>
      status === 200 && results.length === ids.length && results.every(({ done }) => done);
    return { path: '/api/v1/nominations/reviews', body: { decisions }, isTold };
  }

  /** A client as it should be: after 503, 409 under way, or no answer, the same request with the same key. */
  private async untilAnswered({ path, body, isTold }: Wish): Promise<void> {
    const key = randomUUID();
    for (let tries = 1; tries <= mostTries; tries += 1) {
      const answer = await this.post(this.url, this.token, path, body, key).catch(() => null);
      const said = answer?.status ?? 'no answer';
      this.statuses[said] = (this.statuses[said] ?? 0) + 1;
      if (answer === null || answer.status === 503 || answer.status === 409) {
        await pause(answer === null ? 500 : 50);
        continue;
      }
      if (!(await isTold(answer))) this.untrue.push(`${path}: ${JSON.stringify(answer).slice(0, 300)}`);
      return;
    }
    this.untrue.push(`${path}: never answered`);
  }

  private async post(url: string, token: string, path: string, body: object, key?: string): Promise<Answer> {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  private async keepCutting(): Promise<void> {
    for (let n = 0; !this.isOver; n += 1) {
      if (n % 3 === 2) this.proxy.cutBeforeCommit();
      else this.proxy.cutAfterCommit();
      await pause(cutEveryMilliseconds);
    }
    this.proxy.letThrough();
  }

  private async keepKilling(): Promise<void> {
    while (!this.isOver) {
      for (let waited = 0; waited < killEverySeconds * 10 && !this.isOver; waited += 1) await pause(100);
      if (this.isOver) return;
      this.web!.kill();
      this.kills += 1;
      await this.web!.ended();
      await this.startWeb();
    }
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
