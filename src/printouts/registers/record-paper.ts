import type { SignedLetterhead } from '../../organization/letterheads.queries';
import type { PersonItem } from '../../people/people.queries';
import { theoryLevelWords } from '../../people/person.labels';
import { type Day, showDay } from '../../platform/clock';
import { sourceOfLevel } from '../../training-records/theory-level-source';
import { gradeWords } from '../../training-records/training-record.labels';
import type { TrainingRecordItem } from '../../training-records/training-records.queries';
import { awardInWords, sourceSentence } from '../../training-records/training-records.words';
import { type Paper, type PaperCell, type PaperPart, signerOf } from '../paper';
import { peopleColumns, text, title } from '../paper-parts';

export interface RecordFacts {
  readonly person: PersonItem;
  /** The newest first. */
  readonly records: readonly TrainingRecordItem[];
  readonly letterhead: SignedLetterhead;
  readonly day: Day;
}

/** "Bản xác nhận": what the Bloc confirms somebody completed, for whoever asks them for it. */
export function recordPaper({ person, records, letterhead, day }: RecordFacts): Paper {
  const level = theoryLevelWords.vi[person.theoryLevel];
  const source = sourceSentence(sourceOfLevel(person.theoryLevel, records)).vi;
  const facts = [
    ['Họ và tên', person.fullName],
    ['Ngày sinh', showDay(person.birthDate)],
    ['Mã số', person.code],
    ['Đơn vị', person.unitName],
    ['Chức vụ', [person.position, person.partyPosition].filter(Boolean).join('; ') || '—'],
    ['Trình độ lý luận chính trị', person.theoryLevel === 'none' ? level : `${level} (${source})`],
  ] as const;
  return {
    title: 'Bản xác nhận',
    isLandscape: false,
    fontSize: 9.5,
    letterhead,
    day,
    parts: [
      { kind: 'head' },
      title('Bản xác nhận', 'Quá trình đào tạo, bồi dưỡng'),
      ...facts.map(([label, value]) => text(value, `${label}:`)),
      records.length > 0
        ? tableOf(records, day)
        : text('Đến ngày lập bản này chưa có lớp, văn bằng nào được ghi nhận.'),
      {
        kind: 'text',
        look: 'italic',
        text: `Bản này ghi theo sổ theo dõi đào tạo, bồi dưỡng đến ngày ${showDay(day)}.`,
      },
      { kind: 'signatures', right: signerOf(letterhead) },
    ],
  };
}

function tableOf(records: readonly TrainingRecordItem[], day: Day): PaperPart {
  return {
    kind: 'table',
    columns: [
      peopleColumns.number,
      { label: 'Chương trình, lớp', width: '*', characters: 34 },
      { label: 'Từ ngày', group: 'Thời gian', width: 46, characters: 12, isCentred: true },
      { label: 'Đến ngày', group: 'Thời gian', width: 46, characters: 12, isCentred: true },
      { label: 'Kết quả', width: 38, characters: 14, isCentred: true },
      { label: 'Số văn bằng, giấy chứng nhận', width: 72, characters: 30 },
      { label: 'Đơn vị, chức vụ khi học', width: '*', characters: 34 },
    ],
    rows: records.toReversed().map((line, index): PaperCell[] => [index + 1, ...cellsOf(line, day)]),
  };
}

function cellsOf(line: TrainingRecordItem, day: Day): PaperCell[] {
  const { courseName, className, startedOn, endedOn, grade, validUntil, awardRevokedOn, unitName, position } = line;
  return [
    `${courseName}\n${className}`,
    { day: startedOn },
    { day: endedOn },
    grade ? gradeWords.vi[grade] : '—',
    [
      awardInWords(line, 'vi') ?? '—',
      validUntil && `${validUntil < day ? 'hết giá trị sau ngày' : 'giá trị đến'} ${showDay(validUntil)}`,
      awardRevokedOn && `giấy chứng nhận đã bị thu hồi ngày ${showDay(awardRevokedOn)}`,
    ]
      .filter(Boolean)
      .join('\n'),
    [position, unitName].filter(Boolean).join(', ') || '—',
  ];
}
