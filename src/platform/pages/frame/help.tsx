import { type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { addressed } from '../../messages/address';
import type { Bilingual, Locale } from '../../messages/words';
import { usePage, useWords } from '../page-context';
import { pageWords } from '../words';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the page asked for is good for. */
    help?: Bilingual;
  }
}

const helpKey = 'help';

type Said<Column> = { [Key in keyof Column]: Column[Key] extends string ? Key : never }[keyof Column];

/** Says under the heading of a page, in two lines at most, what it is for and what to do first. */
export const Help = <Column extends object>(table: Readonly<Record<Locale, Column>>, key: Said<Column>) =>
  SetMetadata(helpKey, { vi: table.vi[key], en: table.en[key] });

export function keepHelp(context: ExecutionContext): void {
  const help = Reflect.getMetadata(helpKey, context.getHandler()) as Bilingual | undefined;
  if (help) context.switchToHttp().getRequest<FastifyRequest>().help = help;
}

/** On a phone unfolded on request, so that the page itself comes first. */
export function PageHelp() {
  const { help, locale, address = 'dong_chi' } = usePage();
  const text = useWords(pageWords);
  if (!help) return null;
  return (
    <details class="folded page-help">
      <summary>{text.whatFor}</summary>
      <p>{addressed(help[locale], address)}</p>
    </details>
  );
}
