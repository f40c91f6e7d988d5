import type { Bilingual } from '../platform/messages/words';

/** The first examination of a module, and the one re-sit. */
export type Attempt = 1 | 2;

export interface MarkEntry {
  readonly enrollmentId: string;
  readonly moduleId: string;
  readonly attempt: Attempt;
  /** On the 10-point scale; null takes a mark back that was entered by mistake. */
  readonly mark: number | null;
}

export type StoredMark = MarkEntry & { readonly mark: number };

export interface MarkChange extends MarkEntry {
  readonly from: number | null;
}

/** What is wrong with one of the entries, by its place in the list. */
export interface EntryProblem {
  readonly index: number;
  readonly code: 'entered_twice' | 'resit_without_first';
  readonly message: Bilingual;
}

/**
 * What entering `entries` over the marks stored so far changes. Each mark once; a re-sit only after a first mark, so a
 * first mark with a re-sit behind it is not taken back either.
 */
export function changesBy(
  entries: readonly MarkEntry[],
  stored: readonly StoredMark[],
): { readonly changes: readonly MarkChange[]; readonly problems: readonly EntryProblem[] } {
  const marks = new Map<string, number | null>(stored.map((mark) => [keyOf(mark), mark.mark]));
  const seen = new Set<string>();
  const changes: MarkChange[] = [];
  const problems: EntryProblem[] = [];
  for (const [index, entry] of entries.entries()) {
    const key = keyOf(entry);
    if (seen.has(key)) problems.push({ index, code: 'entered_twice', message: enteredTwice });
    seen.add(key);
    const from = marks.get(key) ?? null;
    if (from !== entry.mark) changes.push({ ...entry, from });
    marks.set(key, entry.mark);
  }
  for (const [index, entry] of entries.entries()) {
    const has = (attempt: Attempt) => (marks.get(keyOf({ ...entry, attempt })) ?? null) !== null;
    if (has(2) && !has(1)) problems.push({ index, code: 'resit_without_first', message: resitWithoutFirst });
  }
  return { changes, problems };
}

const keyOf = ({ enrollmentId, moduleId, attempt }: Omit<MarkEntry, 'mark'>) =>
  `${enrollmentId} ${moduleId} ${attempt}`;

const enteredTwice = {
  vi: 'Điểm này được nhập hai lần; hãy giữ một.',
  en: 'This mark was entered twice; keep one.',
};
const resitWithoutFirst = {
  vi: 'Có điểm thi lại thì phải có điểm lần 1; hãy nhập điểm lần 1.',
  en: 'A re-sit needs the first mark; enter the first mark.',
};

/** The mark that counts: the re-sit's, when there was one. */
export function countedMark({ first, resit }: { first: number | null; resit: number | null }): number | null {
  return resit ?? first;
}

/** The weighted average to two decimals, once every module has a mark; null before. */
export function weightedAverage(marks: readonly { weight: number; mark: number | null }[]): number | null {
  if (marks.length === 0 || marks.some(({ mark }) => mark === null)) return null;
  const weights = marks.reduce((sum, { weight }) => sum + weight, 0);
  // In hundredths, so that binary fractions do not tip a half the wrong way.
  const hundredths = marks.reduce((sum, { weight, mark }) => sum + weight * Math.round(mark! * 100), 0);
  return Math.round(hundredths / weights) / 100;
}
