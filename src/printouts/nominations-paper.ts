import { blockingSentences, type Check, warningSentences } from '../nominations/checks';
import { stateSentence } from '../nominations/nominations.present';
import type { NominationItem } from '../nominations/nominations.queries';
import { showDay } from '../platform/clock';
import { type Paper, type PaperCell, signerOf } from './paper';
import { classDays, classTitle, type PaperHead, peopleColumns, title } from './paper-parts';

export interface NominationsFacts extends PaperHead {
  /** Those that were sent, by unit and then by given name. */
  readonly nominations: readonly NominationItem[];
  readonly unitName: string | null;
}

/** Danh sách cử đi học: who was put forward, by which letter, what the rules say of them and where each stands. */
export function nominationsPaper({ item, letterhead, day, nominations, unitName }: NominationsFacts): Paper {
  const { number, name, born } = peopleColumns;
  const accepted = nominations.filter(({ state }) => state === 'accepted').length;
  return {
    title: 'Danh sách cử đi học',
    isLandscape: true,
    fontSize: 10,
    letterhead,
    day,
    parts: [
      { kind: 'head' },
      title(
        'Danh sách cử đi học và kết quả xét',
        classTitle(item),
        `Thời gian học: ${classDays(item)}`,
        unitName && `Đơn vị: ${unitName}`,
      ),
      {
        kind: 'table',
        columns: [
          number,
          { ...name, width: 100 },
          born,
          { label: 'Chức vụ, đơn vị', width: '*', characters: 34 },
          { label: 'Công văn', width: 82, characters: 20 },
          { label: 'Điều kiện dự học', width: '*', characters: 44 },
          { label: 'Kết quả xét', width: '*', characters: 40 },
        ],
        rows: nominations.map((one, index): PaperCell[] => [
          index + 1,
          one.fullName,
          { day: one.birthDate },
          [one.position, one.unitName].filter(Boolean).join('\n'),
          lettersOf(one),
          verdictOf(one.checks),
          stateSentence(one).vi,
        ]),
      },
      {
        kind: 'text',
        look: 'italic',
        text: `Danh sách có ${nominations.length} người, đã duyệt ${accepted} người, đến ngày ${showDay(day)}./.`,
      },
      { kind: 'signatures', left: { capacity: 'Người lập danh sách' }, right: signerOf(letterhead) },
    ],
  };
}

const lettersOf = ({ letter, groupLetter }: NominationItem): string =>
  [letter, groupLetter && { ...groupLetter, number: `Tập đoàn: ${groupLetter.number}` }]
    .flatMap((one) => (one ? `${one.number}, ${showDay(one.date)}` : []))
    .join('\n');

/** What the rules say, and by which decisions somebody is let in all the same. */
function verdictOf(checks: readonly Check[]): string {
  const blocking = blockingSentences(checks).vi;
  const warning = warningSentences(checks).vi;
  const decided = checks.flatMap(({ override }) =>
    override
      ? `Theo Quyết định số ${override.decisionNumber} ngày ${showDay(override.decisionDate)} của ${override.authority}.`
      : [],
  );
  return [
    blocking ? `Chưa đủ điều kiện: ${blocking}` : 'Đủ điều kiện.',
    warning && `Cần xem lại: ${warning}`,
    ...new Set(decided),
  ]
    .filter(Boolean)
    .join('\n');
}
