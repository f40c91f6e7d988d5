import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidInput } from '../problems/refusals';
import { unreadable } from '../problems/unexpected';
import { unknownField } from '../requests';

/** No form of ours asks for as many entries as this for each KB of its body. */
const bytesAnEntry = 64;
export const deepest = 8;
const longestName = 200;

/**
 * Looks at what was sent before anything is made of it: how many entries, how deep, how long its names. Whatever comes
 * after may take its time for each of them. Runs as a guard, so that pages answer with a page.
 */
@Injectable()
export class RequestShapeGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const most = Math.floor(request.routeOptions.bodyLimit / bytesAnEntry);
    // Nobody would read it, nor know under a key whether it is the same.
    if (request.isMultipart() && !request.routeOptions.config.fileMegabytes) throw unreadable();
    assertModest(request.query, most);
    assertModest(request.body, most);
    // Nothing sent is an empty form; anything but names and values is none.
    request.body ??= {};
    if (typeof request.body !== 'object' || Array.isArray(request.body)) throw unreadable();
    return true;
  }
}

/** @throws InvalidInput when `sent` has more than `most` entries, lies deeper than eight, or has a name no field has */
function assertModest(sent: unknown, most: number): void {
  let entries = 0;
  let layer: readonly unknown[] = [sent];
  for (let depth = 0; layer.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of layer) {
      if (value === null || typeof value !== 'object') continue;
      if (depth === deepest) throw tooDeep();
      const names = Array.isArray(value) ? [] : Object.keys(value);
      entries += Array.isArray(value) ? value.length : names.length;
      if (entries > most) throw tooMany(most);
      for (const name of names) assertName(name);
      for (const inner of Object.values(value)) next.push(inner);
    }
    layer = next;
  }
}

/** @throws InvalidInput when no field can have this name */
export function assertName(name: string): void {
  if (name.length > longestName) throw noSuchField(`${name.slice(0, 20)}…`);
  // What every object has by nature is never a field, and as one it would take the place of what it is named after.
  if (name.split('.').some((part) => part in Object.prototype)) throw noSuchField(name);
}

const noSuchField = (name: string) => {
  const { code, vi, en } = unknownField(name);
  return InvalidInput.field(name, code, { vi, en });
};

const tooMany = (most: number) =>
  InvalidInput.field('body', 'too_many_entries', {
    vi: `Gửi lên quá nhiều mục; mỗi lần không quá ${most} mục, hãy chia ra nhiều lần.`,
    en: `Too many entries were sent; send at most ${most} at a time.`,
  });

export const tooDeep = () =>
  InvalidInput.field('body', 'too_deep', {
    vi: `Nội dung gửi lên lồng quá ${deepest} lớp. Hãy gửi đúng dạng đã mô tả.`,
    en: `What was sent is nested deeper than ${deepest}; send what the description of the API says.`,
  });
