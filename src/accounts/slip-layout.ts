import type { Content } from 'pdfmake/interfaces';

/** Left, top, right, bottom, in points: three slips fill a page. */
export const slipMargins: [number, number, number, number] = [57, 40, 57, 40];
const slipsOfPage = 3;

export interface SlipText {
  readonly title: string;
  /** Whom it is for, and what they do. */
  readonly lines: readonly Content[];
  /** The address its QR code opens. */
  readonly link: string;
  /** What of it who has no camera types; short, it is printed larger. */
  readonly typed: string;
  readonly foot: string;
}

/** A slip for an envelope, the `index`th of its file. */
export const slipSheet = ({ title, lines, link, typed, foot }: SlipText, index = 0): Content => ({
  unbreakable: true,
  margin: [0, 0, 0, 22],
  ...(index > 0 && index % slipsOfPage === 0 ? { pageBreak: 'before' } : {}),
  stack: [
    { text: title, bold: true, fontSize: 13, alignment: 'center' },
    {
      margin: [0, 8, 0, 6],
      columns: [
        { width: '*', stack: [...lines] },
        { width: 118, qr: link, fit: 112, eccLevel: 'M' },
      ],
    },
    { text: typed, fontSize: typed === link ? 9 : 12, link },
    { text: foot, italics: true, fontSize: 10, margin: [0, 4, 0, 8] },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 481, y2: 0, lineWidth: 0.5, dash: { length: 4 } }] },
  ],
});

/** Whom a slip is for, and what they sign in with. */
export const addressedTo = ({
  name,
  unitName,
  email,
}: {
  readonly name: string;
  readonly unitName: string | null;
  readonly email: string;
}): Content[] => [
  { text: ['Kính gửi: ', { text: name, bold: true }] },
  ...(unitName ? [`Đơn vị: ${unitName}`] : []),
  { text: ['Địa chỉ thư để đăng nhập: ', { text: email, bold: true }], margin: [0, 0, 0, 6] },
];
