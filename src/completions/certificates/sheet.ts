import type { Content, ContentStack } from 'pdfmake/interfaces';
import { type Day, showDay } from '../../platform/clock';
import { addressWords } from '../../platform/messages/address';
import { gradeWords } from '../../training-records/training-record.labels';
import type { PrintableCertificate } from './certificates.queries';

/** A certificate as it is to be printed; an older version of one that was corrected since is marked as such. */
export type PrintedCertificate = Pick<
  PrintableCertificate,
  | 'number'
  | 'sequence'
  | 'series'
  | 'year'
  | 'holderName'
  | 'address'
  | 'birthDate'
  | 'printedUnitName'
  | 'courseName'
  | 'className'
  | 'opensOn'
  | 'closesOn'
  | 'grade'
  | 'issuedOn'
  | 'validUntil'
  | 'verificationCode'
  | 'version'
  | 'correctedOn'
  | 'state'
  | 'stateOn'
  | 'replacesNumber'
  | 'replacedByNumber'
  | 'letterhead'
> & { readonly isOutdated?: boolean };

const red = '#b3001b';
const [paperWidth, paperHeight] = [841.89, 595.28];

export const certificateMargins: [number, number, number, number] = [62, 46, 62, 34];

/** The double frame of every page. */
const frame: Content = {
  canvas: [
    [18, 2.5],
    [25, 0.8],
  ].map(([inset, lineWidth]) => ({
    type: 'rect' as const,
    x: inset!,
    y: inset!,
    w: paperWidth - 2 * inset!,
    h: paperHeight - 2 * inset!,
    lineWidth: lineWidth!,
    lineColor: red,
  })),
  absolutePosition: { x: 0, y: 0 },
};

/** One certificate on a page of its own, with the code and the address where anybody may check it. */
export function certificateSheet(certificate: PrintedCertificate, verifyAt: string, isFirst: boolean): Content {
  const mark = markOf(certificate);
  return [
    { ...head(certificate), ...(isFirst ? {} : { pageBreak: 'before' }) },
    frame,
    { text: 'GIẤY CHỨNG NHẬN', bold: true, fontSize: 32, color: red, alignment: 'center', margin: [0, 20, 0, 0] },
    { text: mark ? `(${mark.sentence})` : ' ', alignment: 'center', fontSize: 12, bold: true, color: red },
    body(certificate, mark !== null),
    foot(certificate, verifyAt),
    ...(mark ? [stamp(mark.word)] : []),
  ];
}

function head({ letterhead: { superior, body: committee } }: PrintedCertificate): Content & object {
  return {
    columns: [
      {
        width: '50%',
        alignment: 'center',
        stack: [superior, { text: committee, bold: true }, { text: '*', bold: true }],
      },
      {
        width: '50%',
        alignment: 'center',
        stack: [{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', bold: true, decoration: 'underline', fontSize: 14 }],
      },
    ],
  };
}

function body(certificate: PrintedCertificate, holdsNoMore: boolean): ContentStack {
  const { holderName, birthDate, printedUnitName, courseName, className, opensOn, closesOn } = certificate;
  const { grade, validUntil } = certificate;
  return {
    alignment: 'center',
    fontSize: 15,
    margin: [0, 8, 0, 0],
    stack: [
      `Chứng nhận ${addressWords[certificate.address]}`,
      { text: holderName.toLocaleUpperCase('vi'), bold: true, fontSize: 22, margin: [0, 4, 0, 4] },
      `Sinh ngày ${showDay(birthDate)}`,
      `Đơn vị: ${printedUnitName}`,
      { text: ['Đã hoàn thành chương trình ', { text: courseName, bold: true }], margin: [0, 6, 0, 0] },
      `${className}, từ ngày ${showDay(opensOn)} đến ngày ${showDay(closesOn)}`,
      { text: grade ? ['Xếp loại: ', { text: gradeWords.vi[grade], bold: true }] : ' ', margin: [0, 4, 0, 0] },
      {
        text: validUntil && !holdsNoMore ? `Có giá trị đến hết ngày ${showDay(validUntil)}` : ' ',
        italics: true,
        fontSize: 12,
      },
    ],
  };
}

function foot(certificate: PrintedCertificate, verifyAt: string): Content {
  const { number, series, year, sequence, verificationCode, issuedOn, letterhead } = certificate;
  return {
    margin: [0, 14, 0, 0],
    columns: [
      { width: 92, qr: verifyAt, fit: 88, eccLevel: 'M' },
      {
        width: '*',
        fontSize: 11,
        margin: [8, 4, 0, 0],
        stack: [
          { text: ['Số: ', { text: number, bold: true }] },
          `Vào sổ ${series} năm ${year}, số thứ tự ${sequence}`,
          { text: ['Mã xác minh: ', { text: verificationCode, bold: true }], margin: [0, 6, 0, 0] },
          { text: verifyAt, fontSize: 8, link: verifyAt },
          ...historyOf(certificate).map((text) => ({ text, italics: true, fontSize: 10 })),
        ],
      },
      {
        width: '44%',
        alignment: 'center',
        unbreakable: true,
        stack: [
          { text: `${letterhead.place}, ${longDay(issuedOn)}`, italics: true },
          { text: letterhead.signerCapacity.toLocaleUpperCase('vi'), bold: true },
          { text: letterhead.signerName ?? ' ', bold: true, margin: [0, 62, 0, 0] },
        ],
      },
    ],
  };
}

function historyOf({ version, correctedOn, replacesNumber }: PrintedCertificate): string[] {
  return [
    ...(replacesNumber ? [`Cấp lại, thay giấy chứng nhận số ${replacesNumber}`] : []),
    ...(version > 1 && correctedOn ? [`Đính chính lần ${version - 1}, ngày ${showDay(correctedOn)}`] : []),
  ];
}

/** What stands across a sheet that proves nothing any more. */
function markOf(certificate: PrintedCertificate): { readonly word: string; readonly sentence: string } | null {
  const { state, stateOn, replacedByNumber, isOutdated } = certificate;
  const since = stateOn ? ` ngày ${showDay(stateOn)}` : '';
  if (state === 'revoked') return { word: 'ĐÃ THU HỒI', sentence: `Đã thu hồi${since}, không còn giá trị` };
  if (state === 'replaced') {
    const by = replacedByNumber ? ` bằng giấy số ${replacedByNumber}` : '';
    return { word: 'ĐÃ CẤP LẠI', sentence: `Đã cấp lại${since}${by}, không còn giá trị` };
  }
  return isOutdated ? { word: 'BẢN CŨ', sentence: 'Bản trước khi đính chính, không còn giá trị' } : null;
}

/** Across the whole sheet; the word is ours, so nothing typed reaches the drawing. */
const stamp = (word: string): Content => ({
  svg: `<svg viewBox="0 0 ${paperWidth} ${paperHeight}"><text x="${paperWidth / 2}" y="${paperHeight / 2 + 40}" text-anchor="middle"
    transform="rotate(-24 ${paperWidth / 2} ${paperHeight / 2})" font-family="Tinos" font-weight="bold" font-size="120" fill="${red}" fill-opacity="0.28">${word}</text></svg>`,
  width: paperWidth,
  absolutePosition: { x: 0, y: 0 },
});

function longDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `ngày ${date} tháng ${month} năm ${year}`;
}
