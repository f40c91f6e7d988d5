import { classStateWords } from '../../classes/classes.labels';
import type { SignedLetterhead } from '../../organization/letterheads.queries';
import { type Day, dayOf, showDay } from '../../platform/clock';
import type { NeedItem } from '../../training-plans/proposals/proposals.queries';
import { proposalWords, standingWords } from '../../training-plans/proposals/proposals.words';
import type { PlanLineItem, TrainingPlan } from '../../training-plans/training-plans.queries';
import { type Paper, type PaperCell, type PaperPart, signerOf } from '../paper';
import { countColumn, numberLine, peopleColumns, text, title } from '../paper-parts';

export interface PlanFacts {
  /** As the reader may see it. */
  readonly plan: TrainingPlan;
  readonly needs: readonly NeedItem[];
  readonly letterhead: SignedLetterhead;
  readonly day: Day;
}

/** Kế hoạch năm và kết quả thực hiện: lines with what was done of them, what units need, and classes outside it. */
export function planPaper({ plan, needs, letterhead, day }: PlanFacts): Paper {
  const { year, lines, totals, outside } = plan;
  const all = totals.year;
  return {
    title: `Kế hoạch ${year}`,
    isLandscape: true,
    fontSize: 9.5,
    letterhead,
    day,
    parts: [
      { kind: 'head', number: numberLine(null, 'KH') },
      title('Kế hoạch', `đào tạo, bồi dưỡng cán bộ, đảng viên năm ${year} và kết quả thực hiện`, '-----'),
      lines.length === 0
        ? text(`Năm ${year} chưa có kế hoạch.`)
        : {
            kind: 'table',
            columns: [
              peopleColumns.number,
              { label: 'Chương trình', width: '*', characters: 40 },
              countColumn('Quý', undefined, 20),
              ...['Kế hoạch', 'Đã mở', '%'].map((label) => countColumn(label, 'Lớp', 34)),
              ...['Kế hoạch', 'Nhu cầu', 'Học viên', '%'].map((label) => countColumn(label, 'Người', 34)),
              { label: 'Hai cấp ủy xác nhận', width: 96, characters: 26 },
              { label: 'Nhu cầu từng đơn vị, ghi chú', width: '*', characters: 44 },
            ],
            rows: lines.map((line, index): PaperCell[] => [
              index + 1,
              line.courseName,
              line.quarter,
              ...numbersOf(line),
              standingOf(line, plan),
              notesOf(line, needs),
            ]),
            total: ['', 'Cộng', '', ...numbersOf({ ...all, needed: sum(lines.map(({ needed }) => needed)) }), '', ''],
          },
      ...outsidePart(outside),
      {
        kind: 'text',
        look: 'italic',
        text: `Số liệu đến ngày ${showDay(day)}. Lớp đã mở: đã chiêu sinh, đã mở hoặc đã kết thúc; lớp bản thảo và lớp đã hủy chưa tính là thực hiện.`,
      },
      { kind: 'signatures', left: { capacity: 'Người lập' }, right: signerOf(letterhead) },
    ],
  };
}

type Numbers = Pick<
  PlanLineItem,
  'plannedClasses' | 'opened' | 'classShare' | 'targetPeople' | 'needed' | 'enrolled' | 'peopleShare'
>;

const numbersOf = (line: Numbers): PaperCell[] => [
  ...[line.plannedClasses, line.opened, line.classShare ?? ''],
  ...[line.targetPeople, line.needed, line.enrolled, line.peopleShare ?? ''],
];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Who confirmed the line as it is, and when. */
function standingOf({ standing, version, confirmations }: PlanLineItem, { bodies }: TrainingPlan): string {
  const by = confirmations
    .filter((one) => one.version === version)
    .map(
      ({ bodyId, confirmedAt }) =>
        `${bodies.find(({ id }) => id === bodyId)?.nameVi ?? ''}, ${showDay(dayOf(new Date(confirmedAt)))}`,
    );
  return [standingWords.vi[standing], ...by].join('\n');
}

const notesOf = ({ id, note }: PlanLineItem, needs: readonly NeedItem[]): string =>
  [
    ...needs
      .filter(({ lineId, people }) => lineId === id && people > 0)
      .map(({ unitNameVi, people }) => `${unitNameVi}: ${people}`),
    note,
  ]
    .filter(Boolean)
    .join('\n');

function outsidePart(outside: TrainingPlan['outside']): PaperPart[] {
  if (outside.length === 0) return [];
  return [
    { kind: 'text', look: 'list', text: 'Lớp ngoài kế hoạch' },
    ...outside.map(({ courseName, name, state, enrolled, continues, opensOn }) =>
      text(
        `- ${name} (${courseName}, khai giảng ${showDay(opensOn)}, ${classStateWords.vi[state].toLocaleLowerCase('vi')}, ${enrolled} học viên${continues ? `, ${proposalWords.vi.continues}` : ''}).`,
      ),
    ),
  ];
}
