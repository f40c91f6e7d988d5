import type { Parts } from '../archive';
import { columnNumber } from './addresses';
import { relationsOf, textOf } from './parts';
import { xmlEvents } from './xml';

/** Row and column from 1. */
interface CommentAt {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The notes of a sheet; of a thread, what was said in it, and not the note for programs that know no threads. */
export function commentsOf(parts: Parts, sheetPart: string): readonly CommentAt[] {
  const found = relationsOf(parts, sheetPart).filter(({ isExternal }) => !isExternal);
  const said = (type: string) =>
    found.filter((one) => one.type === type).flatMap(({ target }) => textsByCell(textOf(parts, target, '')));
  const inThreads = new Map<string, string[]>();
  for (const { ref, text } of said('threadedComment')) {
    const thread = inThreads.get(ref);
    if (thread) thread.push(text);
    else inThreads.set(ref, [text]);
  }
  const notes = said('comments').filter(({ ref }) => !inThreads.has(ref));
  return [...notes, ...[...inThreads].map(([ref, texts]) => ({ ref, text: texts.join(' / ') }))].flatMap(
    ({ ref, text }) => {
      const row = /^[A-Z]{1,3}([1-9]\d{0,6})$/.exec(ref)?.[1];
      return row ? [{ row: Number(row), column: columnNumber(ref), text }] : [];
    },
  );
}

/** A note has its text in pieces `t`, one of a thread in one piece `text`. */
function textsByCell(xml: string): { readonly ref: string; readonly text: string }[] {
  const texts: { readonly ref: string; text: string }[] = [];
  let isInText = false;
  let isInGuide = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') {
      if (isInText && !isInGuide) texts.at(-1)!.text += event.text;
    } else if (event.name === 'comment' || event.name === 'threadedComment') {
      if (event.kind === 'open') texts.push({ ref: event.attributes()['ref'] ?? '', text: '' });
      isInText = false;
    } else if (event.name === 'rPh') isInGuide = event.kind === 'open';
    else if (event.name === 't' || event.name === 'text') isInText = event.kind === 'open' && texts.length > 0;
  }
  return texts;
}
