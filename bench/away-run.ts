import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './addresses';
import { HangingProxy } from './hanging-proxy';
import { InsistentCaller } from './insistent-caller';
import { ServiceProcess } from './service-process';

const [connectSeconds, statementSeconds, healthSeconds, stopSeconds] = [2, 3, 1, 4];
/** Beyond a deadline, on a busy machine. */
const graceSeconds = 6;
/** So long after the database is back the service is well again. */
const soonSeconds = 20;
const requestsAtOnce = 20;

export interface AwaySetting {
  readonly program: readonly string[];
  readonly databaseUrl: string;
  readonly token: string;
}

export interface AwayReport {
  /** While it is away; of requests, and of readiness and liveness. */
  readonly answers: Readonly<Record<string, number>>;
  readonly probes: Readonly<Record<string, number>>;
  /** How often liveness did not say 200. */
  readonly silent: number;
  readonly slowestSeconds: number;
  readonly readinessSeconds: number;
  readonly livenessSeconds: number;
  /** Until it answered as ever once the database was back. */
  readonly returnSeconds: number;
  /** Answers later than their deadlines. */
  readonly overdue: number;
}

export interface StopReport {
  readonly stops: number;
  readonly slowestSeconds: number;
  /** Processes that were there longer than their deadline. */
  readonly overdue: number;
}

type Going = 'refuse' | 'hang';

/** What a service does while its database or its Redis refuses or hangs, and whether it can be stopped then. */
export class AwayRun {
  constructor(private readonly setting: AwaySetting) {}

  /** Requests, readiness and liveness are asked while the database is away. */
  async ask(): Promise<AwayReport> {
    const proxy = await HangingProxy.before(this.setting.databaseUrl);
    const service = await this.start({ DATABASE_URL: proxy.url });
    const longest = (connectSeconds + statementSeconds + graceSeconds) * 1_000;
    const caller = new InsistentCaller(service.url, this.setting.token, longest);
    const probe = new InsistentCaller(service.url, null, longest);
    const client = new InsistentCaller(service.url, this.setting.token, longest);
    let silent = 0;
    const slowest = { request: 0, readiness: 0, liveness: 0, return: 0 };
    const timed = async (what: keyof typeof slowest, asked: Promise<unknown>) => {
      const began = performance.now();
      await asked;
      slowest[what] = Math.max(slowest[what], (performance.now() - began) / 1_000);
    };
    const untilWell = async () => {
      const given = performance.now() + soonSeconds * 1_000;
      while (performance.now() < given && (await client.ask('/api/v1/me'))?.status !== 200) await delay(50);
    };
    try {
      await untilWell();
      for (const going of ['hang', 'refuse', 'hang'] as const) {
        await proxy[going]();
        await Promise.all([
          ...Array.from({ length: requestsAtOnce }, (_, n) =>
            timed('request', caller.ask(n % 2 === 0 ? '/api/v1/me' : '/classes')),
          ),
          timed('readiness', probe.ask('/health/ready')),
          timed(
            'liveness',
            probe.ask('/health/live').then((answer) => (silent += answer?.status === 200 ? 0 : 1)),
          ),
        ]);
        await proxy.heal();
        await timed('return', untilWell());
      }
    } finally {
      service.kill();
      await service.ended();
      await proxy.stop();
    }
    return {
      answers: caller.answers,
      probes: probe.answers,
      silent,
      slowestSeconds: slowest.request,
      readinessSeconds: slowest.readiness,
      livenessSeconds: slowest.liveness,
      returnSeconds: slowest.return,
      overdue: [
        slowest.request > connectSeconds + statementSeconds + graceSeconds,
        slowest.readiness > healthSeconds + graceSeconds,
        slowest.liveness > healthSeconds + graceSeconds,
        slowest.return >= soonSeconds,
      ].filter(Boolean).length,
    };
  }

  /** @param redisUrl of a Redis that may go away too */
  async stop(redisUrl: string | null): Promise<StopReport> {
    const seconds: number[] = [];
    for (const going of ['refuse', 'hang'] as const) {
      seconds.push(await this.stopWithout(this.setting.databaseUrl, 'DATABASE_URL', going));
      if (redisUrl) seconds.push(await this.stopWithout(redisUrl, 'REDIS_URL', going));
    }
    return {
      stops: seconds.length,
      slowestSeconds: Math.max(...seconds),
      overdue: seconds.filter((one) => one > stopSeconds + graceSeconds).length,
    };
  }

  /** Told to stop during a GET that waits for what is away, and beside a connection whose request never ends. */
  private async stopWithout(target: string, setting: 'DATABASE_URL' | 'REDIS_URL', going: Going): Promise<number> {
    const proxy = await HangingProxy.before(target);
    const service = await this.start({
      DATABASE_URL: this.setting.databaseUrl,
      DATABASE_STATEMENT_SECONDS: '60',
      [setting]: proxy.url,
    });
    const caller = new InsistentCaller(service.url, this.setting.token);
    const halfSent = connect(Number(new URL(service.url).port), '127.0.0.1').on('error', () => {});
    try {
      await once(halfSent, 'connect');
      halfSent.write('POST /api/v1/lecturers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
      await caller.ask('/api/v1/me');
      await proxy[going]();
      const asked = Promise.all([caller.ask('/api/v1/me'), caller.ask('/health/ready')]);
      await delay(100);
      const longest = delay((stopSeconds + graceSeconds) * 2_000, null, { ref: false });
      const stopped = await Promise.race([service.stop(), longest]);
      service.kill();
      await asked;
      return stopped?.seconds ?? Infinity;
    } finally {
      service.kill();
      halfSent.destroy();
      await proxy.stop();
    }
  }

  private async start(env: Readonly<Record<string, string>>): Promise<ServiceProcess> {
    return ServiceProcess.start({
      program: this.setting.program,
      env: {
        PROCESS: 'both',
        PORT: String(await freePort()),
        DATABASE_CONNECT_SECONDS: String(connectSeconds),
        DATABASE_STATEMENT_SECONDS: String(statementSeconds),
        HEALTH_SECONDS: String(healthSeconds),
        STOP_SECONDS: String(stopSeconds),
        QUEUE_SECONDS: '2',
        ...env,
      },
    });
  }
}
