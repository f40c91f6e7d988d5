import type { Content } from 'pdfmake/interfaces';
import type { SignedLetterhead } from '../organization/letterheads.queries';
import type { PersonItem } from '../people/people.queries';
import { theoryLevelWords } from '../people/person.labels';
import { type Day, showDay } from '../platform/clock';
import { documentHead, documentTitle, ruledTable, signature } from '../platform/pdf/pdf-parts';
import { sourceOfLevel } from './theory-level-source';
import { gradeWords } from './training-record.labels';
import type { TrainingRecordItem } from './training-records.queries';
import { awardInWords, sourceSentence } from './training-records.words';

/** "Bản xác nhận": a document of the Bloc, so in Vietnamese whoever asks for it. */
export function printedRecord(
  person: PersonItem,
  records: readonly TrainingRecordItem[],
  letterhead: SignedLetterhead,
  day: Day,
): Content[] {
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
  return [
    documentHead({ letterhead, day }),
    documentTitle('Bản xác nhận', 'Quá trình đào tạo, bồi dưỡng'),
    ...facts.map(([label, value]): Content => ({ text: [`${label}: `, { text: value, bold: label === 'Họ và tên' }] })),
    { text: ' ', fontSize: 6 },
    records.length === 0
      ? { text: 'Đến ngày lập bản này chưa có lớp, văn bằng nào được ghi nhận.', italics: true }
      : ruledTable(
          [
            { label: 'TT', width: 22, alignment: 'center' },
            { label: 'Chương trình, lớp', width: '*' },
            { label: 'Thời gian', width: 62, alignment: 'center' },
            { label: 'Kết quả', width: 52, alignment: 'center' },
            { label: 'Số văn bằng, giấy chứng nhận', width: 84 },
            { label: 'Đơn vị, chức vụ khi học', width: 104 },
          ],
          records.toReversed().map((line, index) => [index + 1, ...cellsOf(line, day)]),
          10,
        ),
    {
      text: `Bản này ghi theo sổ theo dõi đào tạo, bồi dưỡng đến ngày ${showDay(day)}.`,
      margin: [0, 8, 0, 0],
      italics: true,
    },
    signature(letterhead.signerCapacity, letterhead.signerName ?? undefined),
  ];
}

function cellsOf(line: TrainingRecordItem, day: Day): string[] {
  const { courseName, className, startedOn, endedOn, grade, validUntil, awardRevokedOn, unitName, position } = line;
  return [
    `${courseName}\n${className}`,
    startedOn === endedOn ? showDay(endedOn) : `${showDay(startedOn)} – ${showDay(endedOn)}`,
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
