import type { Bilingual } from '../platform/messages/words';
import { barSentence, type ExamBar, isBarred } from './exam-bar';
import type { MarkRules } from './mark-rules';

/** The first examination of a module, and the one re-sit. */
export type Attempt = 1 | 2;

export interface MarkEntry {
  readonly enrollmentId: string;
  readonly moduleId: string;
  readonly attempt: Attempt;
  /** On the 10-point scale; null takes a mark back that was entered by mistake. */
  readonly mark: number | null;
  /** The module of another class the examination was sat in. */
  readonly satInModuleId?: string | undefined;
  /** The appointment it was sat at; a correction keeps the one of the line before. */
  readonly examId?: string | undefined;
}

/** The newest line of a mark; its mark is null when it was taken back. */
export interface StoredMark extends MarkEntry {
  readonly revision: number;
}

export interface MarkChange extends MarkEntry {
  readonly from: number | null;
  /** 1 for a mark entered for the first time; whatever comes after needs a reason. */
  readonly revision: number;
}

/** What is wrong with one of the entries, by its place in the list. */
export interface EntryProblem {
  readonly index: number;
  readonly code: 'entered_twice' | 'resit_without_first' | 'resit_not_needed' | 'barred_from_exam';
  readonly message: Bilingual;
}

export interface Sitting {
  readonly minimum: MarkRules['minimum'];
  /** What bars somebody from the examination of a module. */
  readonly barOf: (enrollmentId: string, moduleId: string) => ExamBar | null;
}

/**
 * What entering `entries` over the marks stored so far changes. Each mark once; a re-sit only after a first mark that is too
 * low, so a first mark with a re-sit behind it is neither taken back nor raised to a pass; no mark for who is barred.
 */
export function changesBy(
  entries: readonly MarkEntry[],
  stored: readonly StoredMark[],
  { minimum, barOf }: Sitting,
): { readonly changes: readonly MarkChange[]; readonly problems: readonly EntryProblem[] } {
  const marks = new Map<string, number | null>(stored.map((mark) => [keyOf(mark), mark.mark]));
  const revisions = new Map<string, number>(stored.map((mark) => [keyOf(mark), mark.revision]));
  const seen = new Set<string>();
  const changes: MarkChange[] = [];
  const problems: EntryProblem[] = [];
  for (const [index, entry] of entries.entries()) {
    const key = keyOf(entry);
    if (seen.has(key)) problems.push({ index, code: 'entered_twice', message: enteredTwice });
    seen.add(key);
    const from = marks.get(key) ?? null;
    marks.set(key, entry.mark);
    if (from === entry.mark) continue;
    changes.push({ ...entry, from, revision: (revisions.get(key) ?? 0) + 1 });
    const bar = barOf(entry.enrollmentId, entry.moduleId);
    if (entry.mark !== null && isBarred(bar)) {
      problems.push({ index, code: 'barred_from_exam', message: barSentence(bar!) });
    }
  }
  for (const [index, entry] of entries.entries()) {
    const at = (attempt: Attempt) => marks.get(keyOf({ ...entry, attempt })) ?? null;
    const first = at(1);
    if (at(2) === null) continue;
    if (first === null) problems.push({ index, code: 'resit_without_first', message: resitWithoutFirst });
    else if (minimum !== null && first >= minimum && changes.some((change) => keyOf(change) === keyOf(entry))) {
      problems.push({ index, code: 'resit_not_needed', message: resitNotNeeded });
    }
  }
  return { changes, problems };
}

const keyOf = ({ enrollmentId, moduleId, attempt }: Omit<MarkEntry, 'mark'>) =>
  `${enrollmentId} ${moduleId} ${attempt}`;

const enteredTwice = {
  vi: 'Điểm này được nhập hai lần. Hãy giữ một.',
  en: 'This mark was entered twice; keep one.',
};
const resitWithoutFirst = {
  vi: 'Có điểm thi lại thì phải có điểm lần 1. Hãy nhập điểm lần 1.',
  en: 'A re-sit needs the first mark; enter the first mark.',
};
const resitNotNeeded = {
  vi: 'Điểm lần 1 đã đạt thì không thi lại. Hãy bỏ điểm thi lại, hoặc xem lại điểm lần 1.',
  en: 'A first mark that passes has no re-sit; take the re-sit back, or check the first mark.',
};

/** The mark that counts: the re-sit's, when there was one, up to the cap if there is one. */
export function countedMark(
  { first, resit }: { readonly first: number | null; readonly resit: number | null },
  resitCap: MarkRules['resitCap'],
): number | null {
  if (resit === null) return first;
  return resitCap === null ? resit : Math.min(resit, resitCap);
}

/** The weighted average to two decimals, once every module has a mark; null before. */
export function weightedAverage(marks: readonly { weight: number; mark: number | null }[]): number | null {
  if (marks.length === 0 || marks.some(({ mark }) => mark === null)) return null;
  const weights = marks.reduce((sum, { weight }) => sum + weight, 0);
  // In hundredths, so that binary fractions do not tip a half the wrong way.
  const hundredths = marks.reduce((sum, { weight, mark }) => sum + weight * Math.round(mark! * 100), 0);
  return Math.round(hundredths / weights) / 100;
}
