import { posix } from 'node:path';
import type { Parts } from '../archive';
import { xmlEvents } from './xml';

export class MalformedSheet extends Error {}

/** What one part of a workbook has to do with another, or with something outside. */
export interface Relation {
  readonly id: string;
  /** The last word of the type: `worksheet`, `image`. */
  readonly type: string;
  /** The other part; of what lies outside, whatever stands there. */
  readonly target: string;
  readonly isExternal: boolean;
}

export function relationsOf(parts: Parts, part: string): readonly Relation[] {
  const folder = posix.dirname(part);
  const relations: Relation[] = [];
  for (const event of xmlEvents(textOf(parts, relationsPartOf(part), ''))) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue;
    const { Id = '', Type = '', Target = '', TargetMode } = event.attributes();
    const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
    relations.push({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target,
      isExternal: TargetMode === 'External',
    });
  }
  return relations;
}

/** Where the relations of a part are written down; of the workbook as a whole, `part` is ''. */
export function relationsPartOf(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

export function textOf(parts: Parts, part: string, otherwise?: string): string {
  return parts.get(part.toLowerCase())?.data.toString('utf8') ?? otherwise ?? malformed(`no ${part}`);
}

export function malformed(what: string): never {
  throw new MalformedSheet(what);
}
