import { lookup } from 'node:dns';
import { request as requestPlainly } from 'node:http';
import { request as requestOverTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { PlatformSettings } from '../platform/settings';
import { addressProblem, isOpen } from './address';

const gone = 410;

/** The receiver says that it will never take this. */
export class ReceiverGone extends Error {}

/** Posts to a receiver that somebody else runs: in bounded time, to no address inside, and not to where a redirect leads. */
@Injectable()
export class WebhookSender {
  private readonly allowsLoopback: boolean;
  private readonly longestMilliseconds: number;

  constructor({ webhookLoopback, deadlines }: PlatformSettings) {
    this.allowsLoopback = webhookLoopback;
    this.longestMilliseconds = deadlines.webhookSeconds * 1_000;
  }

  /** @throws Error when the receiver did not answer 2xx in time, ReceiverGone when it never will */
  async post(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<void> {
    const problem = addressProblem(address, this.allowsLoopback);
    if (problem) throw new Error(`Not sent: ${problem}`);
    const status = await this.send(new URL(address), headers, body);
    if (status === gone) throw new ReceiverGone(`HTTP ${status}`);
    if (status < 200 || status > 299) throw new Error(`HTTP ${status}`);
  }

  private send(url: URL, headers: Readonly<Record<string, string>>, body: string): Promise<number> {
    const request = url.protocol === 'https:' ? requestOverTls : requestPlainly;
    return new Promise((resolve, reject) => {
      const sent = request(
        url,
        {
          method: 'POST',
          agent: false,
          lookup: this.lookUp,
          signal: AbortSignal.timeout(this.longestMilliseconds),
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'content-length': Buffer.byteLength(body),
            'user-agent': 'training-enrollment-webhooks/1',
            ...headers,
          },
        },
        (response) => {
          resolve(response.statusCode ?? 0);
          // Only the status counts; a long answer is not waited for.
          response.on('error', () => undefined);
          response.destroy();
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Here and not before, because a name may lead elsewhere a moment after it was checked. */
  private readonly lookUp: LookupFunction = (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const open = found.filter(({ address }) => isOpen(address, this.allowsLoopback));
      const [first] = open;
      if (!first) return done(new Error(`Not sent: ${hostname} leads to a private address`), []);
      if (options.all) return done(null, open);
      return done(null, first.address, first.family);
    });
  };
}
