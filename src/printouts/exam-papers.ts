import type { SignedLetterhead } from '../organization/letterheads.queries';
import { type Day, showDay, showTime } from '../platform/clock';
import { examTime, examTitle } from '../theory-classes/exams/exam-title';
import { outcomeWords, showNumber } from '../theory-classes/exams/exam';
import type { Candidate, ExamItem } from '../theory-classes/exams/exams.queries';
import type { Paper, PaperCell, PaperColumn, PaperPart } from './paper';
import { signerOf } from './paper';
import { classTitle, peopleColumns, title } from './paper-parts';

/** What is printed of an examination: for the door, to be signed as papers are handed in, and its minutes. */
export const examPapers = ['list', 'signing', 'minutes'] as const;
export type ExamPaper = (typeof examPapers)[number];

export interface ExamPaperFacts {
  readonly exam: ExamItem;
  readonly candidates: readonly Candidate[];
  readonly letterhead: SignedLetterhead;
  readonly day: Day;
}

const titles: Readonly<Record<ExamPaper, string>> = {
  list: 'Danh sách thí sinh',
  signing: 'Danh sách ký nộp bài thi',
  minutes: 'Biên bản thi',
};

export function paperOfExam(paper: ExamPaper, facts: ExamPaperFacts): Paper {
  const { letterhead, day } = facts;
  const parts =
    paper === 'minutes'
      ? minutesParts(facts)
      : roomsOf(facts).flatMap((room, index) => [
          ...(index > 0 ? [{ kind: 'new_page' } as const] : []),
          ...listParts(paper, facts, room),
        ]);
  return { title: titles[paper], isLandscape: false, fontSize: 11, letterhead, day, parts };
}

interface RoomOfPaper {
  readonly name: string | null;
  readonly people: readonly Candidate[];
  readonly watching: readonly string[];
}

/** One sheet for each room somebody sits in; one for all where no room is known. */
function roomsOf({ exam, candidates }: ExamPaperFacts): RoomOfPaper[] {
  const watching = (roomId: string | null) =>
    exam.invigilators.filter((one) => one.roomId === null || one.roomId === roomId).map(({ name }) => name);
  const rooms = exam.rooms.map(({ roomId, name }) => ({
    name,
    people: candidates.filter((candidate) => candidate.roomId === roomId),
    watching: watching(roomId),
  }));
  const rest = candidates.filter(({ roomId }) => roomId === null);
  const all = [...rooms, ...(rest.length > 0 ? [{ name: null, people: rest, watching: watching(null) }] : [])];
  return all.filter(({ people }) => people.length > 0);
}

const unitOf = ({ unitName, classId, classCode }: Candidate, exam: ExamItem) =>
  classId === exam.classId ? unitName : `${unitName} (thi ghép, lớp ${classCode})`;

const about = (exam: ExamItem) => [
  classTitle({ name: exam.className }),
  exam.moduleName === null ? examTitle(exam, 'vi') : `Học phần ${examTitle(exam, 'vi')}`,
  `Thời gian: ${examTime(exam)}`,
];

const column = (label: string, width: number | '*', characters: number): PaperColumn => ({
  label,
  width,
  characters,
  isCentred: true,
});

function listParts(paper: 'list' | 'signing', { exam, letterhead }: ExamPaperFacts, room: RoomOfPaper): PaperPart[] {
  const { name, born, unit } = peopleColumns;
  const isSigned = paper === 'signing';
  const columns: PaperColumn[] = [
    column('SBD', 36, 8),
    name,
    born,
    unit,
    ...(isSigned ? [column('Số tờ', 40, 8), column('Ký nộp bài', 90, 18)] : []),
    ...(isSigned ? [] : [column('Ghi chú', 60, 14)]),
  ];
  const rows = room.people.map((one): PaperCell[] => [
    showNumber(one.number),
    one.fullName,
    { day: one.birthDate },
    unitOf(one, exam),
    ...(isSigned ? ['', ''] : ['']),
  ]);
  return [
    { kind: 'head' },
    title(titles[paper], ...about(exam), room.name && `Phòng thi: ${room.name}`),
    { kind: 'table', ...(isSigned ? { rowHeight: 24 } : {}), columns, rows },
    { kind: 'text', look: 'italic', text: `Danh sách có ${room.people.length} thí sinh./.` },
    ...(isSigned
      ? ([
          { kind: 'text', text: 'Số thí sinh dự thi: ……   Vắng: ……   Số bài: ……   Số tờ: ……' },
          {
            kind: 'signatures',
            left: { capacity: 'Giám thị 1', name: room.watching[0] ?? null },
            right: { capacity: 'Giám thị 2', name: room.watching[1] ?? null },
          },
        ] as const)
      : [{ kind: 'signatures', left: { capacity: 'Người lập danh sách' }, right: signerOf(letterhead) } as const]),
  ];
}

/** Blank where nothing is recorded yet, to be filled by hand. */
function minutesParts({ exam, candidates }: ExamPaperFacts): PaperPart[] {
  const isTaken = exam.minutesAt !== null;
  const number = (value: number | null) => (isTaken && value !== null ? String(value) : '……');
  const time = (value: Date | null) => (value === null ? '…… giờ ……' : showTime(value));
  const noted = candidates.filter(
    ({ outcome, violation }) => violation !== null || (outcome !== null && outcome !== 'sat'),
  );
  const say = (text: string): PaperPart => ({ kind: 'text', text });
  return [
    { kind: 'head' },
    title(titles.minutes, ...about(exam)),
    say(`Ngày thi: ${showDay(exam.day)}. Bắt đầu lúc ${time(exam.begunAt)}, kết thúc lúc ${time(exam.endedAt)}.`),
    say(`Phòng thi: ${exam.rooms.map(({ name, address }) => `${name}, ${address}`).join('; ') || '……'}.`),
    say(`Giám thị: ${exam.invigilators.map(({ name }) => name).join(', ') || '……'}.`),
    say(
      `Số thí sinh trong danh sách: ${candidates.length}. Dự thi: ${number(exam.sat)}. Vắng có lý do: ${number(exam.excused)}. Vắng không lý do: ${number(exam.unexcused)}.`,
    ),
    say(`Số bài thi: ${number(exam.papers)}. Số tờ giấy thi: ${number(exam.sheets)}.`),
    say('Thí sinh vắng thi, vi phạm:'),
    ...(noted.length > 0 || !isTaken
      ? [
          {
            kind: 'table',
            columns: [
              column('SBD', 36, 8),
              peopleColumns.name,
              peopleColumns.unit,
              column('Dự thi', 90, 18),
              column('Vi phạm, xử lý', '*', 30),
            ],
            rows: noted.map((one): PaperCell[] => [
              ...[showNumber(one.number), one.fullName, unitOf(one, exam)],
              ...[one.outcome ? outcomeWords[one.outcome].vi : '', one.violation ?? ''],
            ]),
          } as const,
        ]
      : [say('Không có.')]),
    say(`Diễn biến, sự việc: ${exam.incidents ?? (isTaken ? 'Không có.' : '……')}`),
    {
      kind: 'signatures',
      left: { capacity: 'Giám thị' },
      right: { capacity: 'Người lập biên bản', name: exam.minutesByName },
    },
  ];
}
