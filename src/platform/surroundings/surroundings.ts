import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from 'nestjs-pino';
import { PlatformSettings } from '../settings';
import { isFirstOfMachine } from './first-of-machine';

/** What stands around the service and its settings do not say. */
export type Unsaid = 'front' | 'public_address';

/** Notices what is around the service and was not said, and says so once in the log and to who looks after it. */
@Injectable()
export class Surroundings implements OnApplicationBootstrap {
  private isBehindFront = false;

  constructor(
    private readonly settings: PlatformSettings,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.isPublicUrlSaid && isFirstOfMachine()) {
      this.log.warn(
        { publicUrl: this.settings.publicUrl },
        'PUBLIC_URL is not set: addresses in mails, certificates and QR codes open on this machine alone',
      );
    }
  }

  /** Forwarded addresses nobody told us to believe: everybody would be counted as the one front they come through. */
  heed(headers: IncomingHttpHeaders): void {
    if (this.isBehindFront || this.settings.trustProxy > 0) return;
    if (headers['x-forwarded-for'] === undefined && headers.forwarded === undefined) return;
    this.isBehindFront = true;
    this.log.warn(
      'a front forwards addresses, and TRUST_PROXY is 0: everybody behind it shares one limit of sign-ins; set it to the number of fronts',
    );
  }

  unsaid(): readonly Unsaid[] {
    return [
      ...(this.isBehindFront ? (['front'] as const) : []),
      ...(this.settings.isPublicUrlSaid ? [] : (['public_address'] as const)),
    ];
  }
}
