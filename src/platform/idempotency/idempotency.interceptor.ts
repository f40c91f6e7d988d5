import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { needKey, type Need } from '../access/access';
import { Clock } from '../clock';
import { Database } from '../database/database';
import type { Bilingual } from '../messages/words';
import { callerLocale } from '../messages/caller-locale';
import { Refusal } from '../problems/refusal';
import { digestOfUpload } from '../uploads';
import { doneBefore } from './done-before';
import { keyLength, longestKey } from './idempotency.refusals';
import { AnswerNotKept, keptColumns, type KeptStep, RequestKey, underKey } from './request-key';
import { shownOnceKey } from './shown-once';

/**
 * A POST of the API that is repeated with the same `Idempotency-Key` does nothing twice. It runs again, but each of its
 * transactions that was committed under the key answers what it answered then (see {@link RequestKey}); the rest is done
 * now, and the answer is made anew from what stands. A key belongs to its account: public routes, such as signing in, know none.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const sent = request.headers['idempotency-key'];
    if (request.method !== 'POST' || !request.url.startsWith('/api/') || sent === undefined) return next.handle();
    const name = String(sent);
    if (name.length < 1 || name.length > longestKey) throw keyLength();
    const need = this.reflector.getAllAndOverride<Need>(needKey, [context.getHandler(), context.getClass()]);
    const accountId = request.actor?.accountId;
    if (need === 'public' || !accountId) return next.handle();

    const key = await this.open(request, accountId, name);
    return from(underKey(key, () => this.answer(context, key, next)));
  }

  private async open(request: FastifyRequest, accountId: string, name: string): Promise<RequestKey> {
    const kept = await this.database.read<KeptStep>(
      `SELECT ${keptColumns} FROM idempotency_keys WHERE account_id = $1 AND key = $2`,
      [accountId, name],
    );
    const keyed = { accountId, key: name, at: this.clock.now(), fingerprint: () => fingerprintOf(request) };
    const key = new RequestKey(keyed, kept);
    if (isRead(request)) key.assertSame();
    return key;
  }

  private async answer(context: ExecutionContext, key: RequestKey, next: CallHandler): Promise<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    try {
      return await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      const done = error instanceof AnswerNotKept ? error.kept : refusedNow(error, request) ? key.doneBefore() : null;
      if (!done) throw error;
      const anew = this.reflector.get<Bilingual | undefined>(shownOnceKey, context.getHandler());
      return doneBefore(done, anew ?? null, callerLocale(request));
    } finally {
      if (key.isRepeated) void reply.header('Idempotency-Replayed', 'true');
    }
  }
}

/** What was done once is often refused the second time, before it comes to a transaction: it was done all the same. */
const refusedNow = (error: unknown, request: FastifyRequest) => error instanceof Refusal && isRead(request);

/** A file is read by the route itself. */
const isRead = (request: FastifyRequest): boolean => !request.isMultipart() || digestOfUpload(request) !== null;

function fingerprintOf(request: FastifyRequest): string {
  if (!isRead(request)) throw new Error('What is uploaded has to be read before a transaction begins.');
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}\n${digestOfUpload(request)}`)
    .digest('hex');
}
