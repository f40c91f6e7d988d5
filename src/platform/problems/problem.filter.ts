import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { callerLocale } from '../messages/caller-locale';
import { addressed } from '../messages/address';
import type { Bilingual } from '../messages/words';
import { PageRefusalFilter } from '../pages/page-refusal.filter';
import type { Refusal } from './refusal';
import { Away } from './refusals';
import { refusalOf, Unexpected } from './unexpected';

/** RFC 9457, in the caller's language and as the caller is spoken to. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  readonly errors?: readonly { field: string; code: string; message: string }[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

export function problemOf(refusal: Refusal, request: FastifyRequest): Problem {
  const { code, status, fields, facts } = refusal;
  const locale = callerLocale(request);
  const said = (sentence: Bilingual) => addressed(sentence[locale], request.actor?.address ?? 'dong_chi');
  return {
    type: `/problems/${code}`,
    title: refusal.name,
    status,
    code,
    detail: said(refusal.sentence),
    instance: request.url.split('?')[0]!,
    ...(fields.length > 0
      ? { errors: fields.map(({ field, code: fault, message }) => ({ field, code: fault, message: said(message) })) }
      : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  };
}

/** What is refused before it reaches a page, for its size or its address, is read by a person all the same. */
const isOfBrowser = ({ url, headers }: FastifyRequest) =>
  !/^\/(api|health|metrics)\b/.test(url) && /text\/html|\*\/\*/.test(headers.accept ?? '*/*');

/** Every "no" of the API, and every fault nobody foresaw, leaves here. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (isOfBrowser(request)) return void new PageRefusalFilter(this.log).catch(error, host);
    const refusal = refusalOf(error, request.routeOptions.bodyLimit);
    if (refusal instanceof Unexpected) this.log.error({ err: error }, 'unexpected fault');
    if (refusal instanceof Away) this.log.warn({ reason: String(refusal.cause) }, refusal.code);

    if (refusal.retryAfterSeconds !== null) void reply.header('Retry-After', refusal.retryAfterSeconds);
    void reply
      .status(refusal.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .send(problemOf(refusal, request));
  }
}
