import { showMark } from '../enrollments/show-mark';
import type { Locale } from '../platform/messages/words';
import type { FieldError } from '../platform/problems/refusal';
import type { Attempt } from './mark-sheet';
import type { MarksRow } from './marks.queries';
import type { ModuleItem } from './theory-classes.queries';

type Typed = Readonly<Record<string, unknown>>;

/** One field of the grid; modules go by their number, so that a large grid stays small on the line. */
export interface Cell {
  readonly enrollmentId: string;
  readonly moduleNumber: number;
  readonly attempt: Attempt;
}

export const cellField = ({ enrollmentId, moduleNumber, attempt }: Cell) =>
  `mark.${enrollmentId}.${moduleNumber}.${attempt}`;

/** The marks as the page writes them, by field; what is not marked is not there. */
export function storedValues(
  rows: readonly MarksRow[],
  modules: readonly ModuleItem[],
  locale: Locale,
): Readonly<Record<string, string>> {
  const values = rows.flatMap(({ enrollmentId, marks }) =>
    marks.flatMap(({ first, resit }, index) =>
      [first, resit].flatMap((mark, position): [string, string][] => {
        if (mark === null) return [];
        const attempt = (position + 1) as Attempt;
        return [[cellField({ enrollmentId, moduleNumber: modules[index]!.number, attempt }), showMark(mark, locale)]];
      }),
    ),
  );
  return Object.fromEntries(values);
}

/**
 * What the page showed when it was opened, as one hidden field: only what differs from it was typed by this person, so
 * that saving a page left open for an hour does not undo what others entered meanwhile.
 */
export function writeShown(values: Readonly<Record<string, string>>): string {
  const byPerson: Record<string, Record<string, string>> = {};
  for (const [field, text] of Object.entries(values)) {
    const [, enrollmentId = '', ...cell] = field.split('.');
    (byPerson[enrollmentId] ??= {})[cell.join('.')] = text;
  }
  return JSON.stringify(byPerson);
}

function readShown(text: unknown): (enrollmentId: string, cell: string) => string {
  try {
    const shown = JSON.parse(typeof text === 'string' ? text : '{}') as Record<string, Record<string, unknown>> | null;
    return (enrollmentId, cell) => String(shown?.[enrollmentId]?.[cell] ?? '');
  } catch {
    return () => '';
  }
}

export interface TypedMark extends Cell {
  readonly text: string;
}

/** The fields that differ from what the page had shown. */
export function readMarksForm(typed: Typed): TypedMark[] {
  const shownAt = readShown(typed['shown']);
  return Object.entries(typed).flatMap(([field, value]): TypedMark[] => {
    const [, enrollmentId, moduleNumber, attempt] = /^mark\.([\w-]+)\.(\d+)\.([12])$/.exec(field) ?? [];
    if (!enrollmentId || !moduleNumber || !attempt) return [];
    const text = String(value).trim();
    if (text === shownAt(enrollmentId, `${moduleNumber}.${attempt}`)) return [];
    return [{ enrollmentId, moduleNumber: Number(moduleNumber), attempt: Number(attempt) as Attempt, text }];
  });
}

/** A refusal names entries by their place in the list; the page knows them by their field. */
export function errorsInGrid(errors: readonly FieldError[], typed: readonly TypedMark[]): FieldError[] {
  return errors.map((error) => {
    const [, index] = /^entries\.(\d+)\./.exec(error.field) ?? [];
    const mark = typed[Number(index)];
    return mark ? { ...error, field: cellField(mark) } : error;
  });
}
