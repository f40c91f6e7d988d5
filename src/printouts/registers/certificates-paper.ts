import type { CertificateItem } from '../../completions/certificates/certificates.queries';
import { heldUntil, standingWords } from '../../completions/certificates/certificates.words';
import type { SignedLetterhead } from '../../organization/letterheads.queries';
import { type Day, showDay } from '../../platform/clock';
import { gradeWords } from '../../training-records/training-record.labels';
import { type Paper, type PaperCell, signerOf } from '../paper';
import { peopleColumns, text, title } from '../paper-parts';

export interface RegisterFacts {
  readonly certificates: readonly CertificateItem[];
  /** What was chosen of the register, in words: "Năm 2026". */
  readonly chosen: readonly string[];
  readonly letterhead: SignedLetterhead;
  readonly day: Day;
}

/** Sổ cấp giấy chứng nhận: one line a certificate, replaced and revoked ones with what became of them. */
export function certificatesPaper({ certificates, chosen, letterhead, day }: RegisterFacts): Paper {
  const { number, name, born, unit } = peopleColumns;
  return {
    title: 'Sổ cấp giấy chứng nhận',
    isLandscape: true,
    fontSize: 9,
    letterhead,
    day,
    parts: [
      { kind: 'head' },
      title('Sổ cấp giấy chứng nhận', ...chosen),
      certificates.length === 0
        ? text('Chưa cấp giấy chứng nhận nào.')
        : {
            kind: 'table',
            columns: [
              number,
              { label: 'Số giấy chứng nhận', width: 88, characters: 22 },
              { ...name, width: 96 },
              born,
              unit,
              { label: 'Chương trình, lớp', width: '*', characters: 34 },
              { label: 'Xếp loại', width: 44, characters: 14, isCentred: true },
              { label: 'Ngày cấp', width: 54, characters: 12, isCentred: true },
              { label: 'Giá trị đến', width: 54, characters: 14, isCentred: true },
              { label: 'Tình trạng', width: 70, characters: 24 },
            ],
            rows: certificates.map((certificate, index) => [index + 1, ...cellsOf(certificate)]),
          },
      {
        kind: 'text',
        look: 'italic',
        text: `Sổ có ${certificates.length} giấy chứng nhận, đến ngày ${showDay(day)}./.`,
      },
      { kind: 'signatures', left: { capacity: 'Người giữ sổ' }, right: signerOf(letterhead) },
    ],
  };
}

function cellsOf(certificate: CertificateItem): PaperCell[] {
  const { number, holderName, birthDate, printedUnitName, courseName, classCode, grade } = certificate;
  const { issuedOn, validUntil, standing, replacedByNumber } = certificate;
  const until = heldUntil(certificate, 'vi');
  return [
    number,
    holderName,
    { day: birthDate },
    printedUnitName,
    `${courseName}\n${classCode}`,
    grade ? gradeWords.vi[grade] : '',
    { day: issuedOn },
    validUntil !== null && until === showDay(validUntil) ? { day: validUntil } : until,
    [standingWords.vi[standing], replacedByNumber && `bằng số ${replacedByNumber}`].filter(Boolean).join('\n'),
  ];
}
