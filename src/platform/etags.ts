import { createParamDecorator, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap } from 'rxjs';
import { ChangedMeanwhile } from './problems/refusals';

export const etagOf = (version: number): string => `"${version}"`;

/** The version an `If-Match` names; null when none is asked for. @throws ChangedMeanwhile for a tag that is none of ours */
export function versionIn(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined || ifMatch.trim() === '*') return null;
  const [, version] = /^"(\d{1,9})"$/.exec(ifMatch.trim()) ?? [];
  if (version === undefined) throw new ChangedMeanwhile();
  return Number(version);
}

/** Whatever is answered with a version carries it as `ETag`. @param of the part of the answer that has it */
export const Tagged = <Answer extends object>(
  of: (answer: Answer) => { readonly version?: number } = (answer) => answer,
): MethodDecorator & ClassDecorator =>
  UseInterceptors({
    intercept: (context, next) =>
      next.handle().pipe(
        tap((answer?: Answer) => {
          const { version } = answer ? of(answer) : {};
          if (version !== undefined)
            void context.switchToHttp().getResponse<FastifyReply>().header('ETag', etagOf(version));
        }),
      ),
  });

const SeenVersion = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionIn(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** The version a change is meant for, or null for whichever there is. */
export const IfMatch = (): ParameterDecorator => (target, name, index) => {
  SeenVersion()(target, name, index);
  ApiHeader({ name: 'If-Match', required: false })(target, name!, Object.getOwnPropertyDescriptor(target, name!)!);
};
