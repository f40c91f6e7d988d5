import type { FieldError } from '../platform/problems/refusal';
import type { SheetRow } from './attendance.queries';

type Typed = Readonly<Record<string, unknown>>;

export const markField = (enrollmentId: string) => `mark.${enrollmentId}`;
export const reasonField = (enrollmentId: string) => `reason.${enrollmentId}`;
/** What the page showed as the mark when it was opened: only what differs from it was chosen by this person. */
export const shownField = (enrollmentId: string) => `shown.${enrollmentId}`;

export interface AttendanceTyped {
  readonly entries: readonly { readonly enrollmentId: string; readonly mark: unknown; readonly reason: unknown }[];
  readonly source: 'phone' | 'paper';
  /** Whether the button was pressed that fills in the unmarked, which saves nothing. */
  readonly isFilling: boolean;
}

/** What was chosen on the page of a sheet: the rows that differ from what the page had shown. */
export function readAttendanceForm(typed: Typed): AttendanceTyped {
  const entries = Object.keys(typed)
    .filter((field) => field.startsWith('mark.'))
    .map((field) => field.slice('mark.'.length))
    .filter((enrollmentId) => typed[markField(enrollmentId)] !== typed[shownField(enrollmentId)])
    .map((enrollmentId) => ({
      enrollmentId,
      mark: typed[markField(enrollmentId)],
      reason: typed[reasonField(enrollmentId)],
    }));
  return { entries, source: typed['source'] === 'paper' ? 'paper' : 'phone', isFilling: typed['do'] === 'fill' };
}

/** A refusal names entries by their place in the list; the page knows them by the person. */
export function errorsOnSheet(errors: readonly FieldError[], entries: AttendanceTyped['entries']): FieldError[] {
  return errors.map((error) => {
    const [, index, property] = /^entries\.(\d+)\.(\w+)$/.exec(error.field) ?? [];
    const entry = entries[Number(index)];
    if (!entry) return error;
    return { ...error, field: property === 'reason' ? reasonField(entry.enrollmentId) : markField(entry.enrollmentId) };
  });
}

/** Whether a mark is still to come: nobody waits for one from before the person joined. */
export const isAwaited = ({ mark, expected }: Pick<SheetRow, 'mark' | 'expected'>) => mark === 'unmarked' && expected;

/** What each choice shows: what was chosen, else what is stored; the unmarked are filled in when that was asked for. */
export function choicesShown(rows: readonly SheetRow[], typed: Typed, isFilling: boolean): Typed {
  const stored = rows.map((row) => {
    const unmarked = isFilling && isAwaited(row) ? 'present' : '';
    return [markField(row.enrollmentId), row.mark === 'unmarked' ? unmarked : row.mark] as const;
  });
  const chosen = readAttendanceForm(typed).entries.map(
    ({ enrollmentId, mark }) => [markField(enrollmentId), mark] as const,
  );
  return { ...typed, ...Object.fromEntries(stored), ...Object.fromEntries(chosen) };
}

/** In the list of problems each line says who is meant; beside the name that is plain to see. */
export function withName(error: FieldError, rows: readonly SheetRow[]): FieldError {
  const row = rows.find(({ enrollmentId }) => error.field.endsWith(`.${enrollmentId}`));
  if (!row) return error;
  const named = (message: string) => `${row.fullName}: ${message}`;
  return { ...error, message: { vi: named(error.message.vi), en: named(error.message.en) } };
}
