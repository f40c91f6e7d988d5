import { likeSomebodyElsewhere } from '../../people/likeness';
import { showDay } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import { blockingSentences, type Check, isBlocked } from '../checks';
import { reserveNumberAfter } from '../turn';
import type { Match, RosterPerson } from './matching';

export const listVerdicts = [
  'seat',
  'reserve',
  'blocked',
  'duplicate',
  'already_nominated',
  'not_on_roster',
  'ambiguous',
  'unreadable',
  'passed_over',
] as const;
export type ListVerdict = (typeof listVerdicts)[number];

/** The verdicts that nominate somebody. */
export const nominates = (verdict: ListVerdict): boolean => verdict === 'seat' || verdict === 'reserve';

/** The verdicts that leave nothing to do. */
export const isSettled = (verdict: ListVerdict): boolean => verdict === 'duplicate' || verdict === 'already_nominated';

export interface RowToJudge {
  readonly match: Match;
  readonly checks: readonly Check[];
  readonly problems: readonly Bilingual[];
  /** Whether a cell of it is an error or was never calculated: whoever it names, it does not say what it should. */
  readonly lacksValues: boolean;
  /** The ordinal or row of an earlier row that names the same person. */
  readonly sameAs: number | null;
  readonly isNominated: boolean;
  /** Whether somebody on the roster of another unit is like who was not found on this one's. */
  readonly isLikeSomebodyElsewhere: boolean;
}

export interface Judged {
  readonly verdict: ListVerdict;
  readonly reason: Bilingual;
}

/**
 * What a row of the list would get. Rows are judged in the list's own order, which is the order in which seats are taken.
 * @param seatsLeft seats the unit can still take when this row's turn comes
 * @param reservesBefore people of the unit who would wait before this row
 */
export function judgeRow(
  { match, checks, problems, lacksValues, sameAs, isNominated, isLikeSomebodyElsewhere }: RowToJudge,
  seatsLeft: number,
  reservesBefore: number,
): Judged {
  if (lacksValues) return { verdict: 'unreadable', reason: joined(problems) };
  if (match.kind === 'ambiguous') return { verdict: 'ambiguous', reason: ambiguous(match.among) };
  if (match.kind === 'not_on_roster')
    return {
      verdict: problems.length > 0 ? 'unreadable' : 'not_on_roster',
      reason: joined([
        ...(problems.length > 0 ? problems : [notOnRoster]),
        ...(isLikeSomebodyElsewhere ? [likeSomebodyElsewhere.message] : []),
      ]),
    };
  if (sameAs !== null) return { verdict: 'duplicate', reason: duplicate(sameAs) };
  if (isNominated) return { verdict: 'already_nominated', reason: alreadyNominated };
  if (isBlocked(checks)) return { verdict: 'blocked', reason: blockingSentences(checks) };
  return seatsLeft > 0
    ? { verdict: 'seat', reason: takesSeat }
    : { verdict: 'reserve', reason: waits(reserveNumberAfter(reservesBefore)) };
}

const joined = (sentences: readonly Bilingual[]): Bilingual => ({
  vi: sentences.map(({ vi }) => vi).join(' '),
  en: sentences.map(({ en }) => en).join(' '),
});
const notOnRoster: Bilingual = {
  vi: 'Không có trong danh sách cán bộ, đảng viên của đơn vị (so theo họ tên và ngày sinh). Hãy kiểm tra lại, hoặc bổ sung vào danh sách của đơn vị trước.',
  en: 'Is not on the unit’s roster (by name and birth date). Check the row, or add the person to the roster first.',
};
/** Whom it may be, with what tells them apart, and what to write so that it is clear. */
const ambiguous = (among: readonly RosterPerson[]): Bilingual => {
  const isOneDay = new Set(among.map(({ birthDate }) => birthDate)).size < among.length;
  const each = among
    .map(({ code, birthDate, position, cell }) => [code, showDay(birthDate), position, cell].filter(Boolean).join(', '))
    .join('; ');
  return {
    vi: `Có ${among.length} người cùng họ tên này: ${each}. Hãy ${isOneDay ? 'thêm cột “Mã số” vào danh sách và ghi mã số của người được cử' : 'ghi đủ ngày, tháng, năm sinh, hoặc mã số trong cột “Mã số”'}.`,
    en: `${among.length} people of the unit bear this name: ${each}. ${isOneDay ? 'Add a column “Mã số” to the list and write the code of whom you nominate' : 'Give the full birth date, or the code in a column “Mã số”'}.`,
  };
};
const duplicate = (ordinal: number): Bilingual => ({
  vi: `Trùng với dòng số ${ordinal} ở trên.`,
  en: `The same person as number ${ordinal} above.`,
});
const alreadyNominated: Bilingual = {
  vi: 'Đã có trong danh sách cử học của lớp; không cử lần nữa.',
  en: 'Is nominated into the class already; not nominated again.',
};
const takesSeat: Bilingual = { vi: 'Đủ điều kiện, được xếp chỉ tiêu.', en: 'Qualifies and takes a seat.' };
const waits = (rank: number): Bilingual => ({
  vi: `Đủ điều kiện; đơn vị đã hết chỉ tiêu nên là dự phòng số ${rank}.`,
  en: `Qualifies; the unit’s seats are taken, so this is reserve number ${rank}.`,
});
