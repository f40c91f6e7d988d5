import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, concatMap, from, type Observable, of, throwError } from 'rxjs';
import { Clock } from './clock';
import { Database } from './database/database';
import { Refusal } from './problems/refusal';

class KeyUsedDifferently extends Refusal {
  constructor() {
    super('idempotency_key_reused', 'invalid', {
      vi: 'Mã Idempotency-Key này đã dùng cho một yêu cầu khác; hãy dùng mã mới.',
      en: 'This Idempotency-Key was used for another request; use a new one.',
    });
  }
}

class StillUnderWay extends Refusal {
  constructor() {
    super(
      'request_under_way',
      'conflict',
      {
        vi: 'Yêu cầu cùng mã đang được thực hiện; hãy chờ kết quả.',
        en: 'The request with this key is still under way; wait for its result.',
      },
      { retryAfterSeconds: 2 },
    );
  }
}

interface Kept {
  readonly request_hash: string;
  readonly status: number | null;
  readonly response: unknown;
}

/** A POST of the API repeated with the same `Idempotency-Key` gets the first answer and does nothing twice. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = request.headers['idempotency-key'];
    const accountId = request.actor?.accountId;
    if (request.method !== 'POST' || typeof key !== 'string' || key === '' || !accountId || request.isMultipart())
      return next.handle();

    const route = `${request.method} ${request.url}`.slice(0, 500);
    const hash = createHash('sha256')
      .update(route)
      .update('\n')
      .update(JSON.stringify(request.body ?? null))
      .digest('hex');
    const mine = [accountId, key.slice(0, 200)];
    const kept = await this.keep(mine, route, hash);
    if (kept) {
      if (kept.request_hash !== hash) throw new KeyUsedDifferently();
      if (kept.status === null) throw new StillUnderWay();
      void reply.status(kept.status).header('Idempotency-Replayed', 'true');
      return of(kept.response);
    }
    return next.handle().pipe(
      concatMap(async (response: unknown) => {
        await this.database.read(
          `UPDATE idempotency_keys SET status = $3, response = $4 WHERE account_id = $1 AND key = $2`,
          [...mine, reply.statusCode, JSON.stringify(response ?? null)],
        );
        return response;
      }),
      catchError((error: unknown) => from(this.forget(mine)).pipe(concatMap(() => throwError(() => error)))),
    );
  }

  private async keep(mine: readonly string[], route: string, hash: string): Promise<Kept | null> {
    const added = await this.database.read(
      `INSERT INTO idempotency_keys (account_id, key, route, request_hash, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING key`,
      [...mine, route, hash, this.clock.now()],
    );
    if (added.length > 0) return null;
    const [kept] = await this.database.read<Kept>(
      `SELECT request_hash, status, response FROM idempotency_keys WHERE account_id = $1 AND key = $2`,
      mine,
    );
    return kept ?? null;
  }

  /** A refused request changed nothing, so its key may be used again once the request is mended. */
  private async forget(mine: readonly string[]): Promise<void> {
    await this.database.read(
      `DELETE FROM idempotency_keys WHERE account_id = $1 AND key = $2 AND status IS NULL`,
      mine,
    );
  }
}
