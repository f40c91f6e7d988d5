import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'pg';
import { freePort } from './addresses';
import { numberAfter } from './arguments';
import type { BenchedService } from './benched-service';
import { CuttingProxy } from './cutting-proxy';
import { type Answer, InsistentCaller } from './insistent-caller';
import { Nominees } from './nominees';
import { addOffice, establishProgrammes } from './office';
import { ServiceProcess } from './service-process';

const usualCount = 200;
const usualReviews = 20;
const decisionsOfReview = 20;
const callers = 8;
const cutEveryMilliseconds = 120;
const killEverySeconds = 4;

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
  private readonly untrue: string[] = [];
  private caller: InsistentCaller;
  private env: Readonly<Record<string, string>> = {};
  private web: ServiceProcess | null = null;
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
        for (let wish = wishes.pop(); wish; wish = wishes.pop()) await this.untilTold(wish);
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
      answers: this.caller.answers,
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
    const nominees = await Nominees.create(this.pool);
    const token = await addOffice(this.pool);
    await establishProgrammes(this.service, this.pool);
    const lists = (await nominees.forNewClasses(reviews)).flat().slice(0, reviews * decisionsOfReview);
    const ids: string[] = [];
    for (const { classId, unitId, personId, token } of lists) {
      const letter = { number: '1-CV/ĐU', date: '2026-01-05' };
      const sent = { personId, unitId, letter, acknowledged: true };
      const secretary = new InsistentCaller(this.service.url, token);
      ids.push((await secretary.ask(`/api/v1/classes/${classId}/nominations`, sent))!.body.id!);
    }
    const databaseUrl = await this.proxy.open(this.service.databaseUrl);
    this.env = { DATABASE_URL: databaseUrl, PROCESS: 'web', PORT: String(await freePort()), DATABASE_POOL: '10' };
    await this.startWeb();
    this.caller = new InsistentCaller(this.web!.url, token);
    return Array.from({ length: reviews }, (_, n) => ids.slice(n * decisionsOfReview, (n + 1) * decisionsOfReview));
  }

  private async startWeb(): Promise<void> {
    this.web = await ServiceProcess.start({ program: [join(__dirname, '..', 'src', 'main.js')], env: this.env });
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

  private async untilTold({ path, body, isTold }: Wish): Promise<void> {
    const answer = await this.caller.untilAnswered(path, body);
    if (!answer) this.untrue.push(`${path}: never answered`);
    else if (!(await isTold(answer))) this.untrue.push(`${path}: ${JSON.stringify(answer).slice(0, 300)}`);
  }

  private async keepCutting(): Promise<void> {
    for (let n = 0; !this.isOver; n += 1) {
      if (n % 3 === 2) this.proxy.cutBeforeCommit();
      else this.proxy.cutAfterCommit();
      await delay(cutEveryMilliseconds);
    }
    this.proxy.letThrough();
  }

  private async keepKilling(): Promise<void> {
    while (!this.isOver) {
      for (let waited = 0; waited < killEverySeconds * 10 && !this.isOver; waited += 1) await delay(100);
      if (this.isOver) return;
      this.web!.kill();
      this.kills += 1;
      await this.web!.ended();
      await this.startWeb();
    }
  }
}
