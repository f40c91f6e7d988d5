import type { Content } from 'pdfmake/interfaces';
import { showMoment } from '../../platform/clock';
import { leastLength } from '../new-password';

export interface Slip {
  readonly name: string;
  readonly unitName: string | null;
  readonly email: string;
  readonly link: string;
}

/** Left, top, right, bottom, in points: three slips fill a page. */
export const slipMargins: [number, number, number, number] = [57, 40, 57, 40];
const slipsOfPage = 3;

/** One slip for an envelope; `endsAt` is when its link stops working. */
export function slipSheet({ name, unitName, email, link }: Slip, endsAt: Date, index: number): Content {
  return {
    unbreakable: true,
    margin: [0, 0, 0, 22],
    ...(index > 0 && index % slipsOfPage === 0 ? { pageBreak: 'before' } : {}),
    stack: [
      { text: 'PHIẾU MỜI DÙNG HỆ THỐNG ĐÀO TẠO, BỒI DƯỠNG', bold: true, fontSize: 13, alignment: 'center' },
      {
        margin: [0, 8, 0, 6],
        columns: [
          {
            width: '*',
            stack: [
              { text: ['Kính gửi: ', { text: name, bold: true }] },
              ...(unitName ? [`Đơn vị: ${unitName}`] : []),
              { text: ['Địa chỉ thư để đăng nhập: ', { text: email, bold: true }], margin: [0, 0, 0, 6] },
              '1. Dùng điện thoại quét mã bên cạnh, hoặc gõ đúng địa chỉ dưới đây vào trình duyệt.',
              `2. Tự đặt mật khẩu, ít nhất ${leastLength} ký tự. Không ai khác biết mật khẩu này.`,
              '3. Các lần sau đăng nhập bằng địa chỉ thư và mật khẩu đã đặt.',
            ],
          },
          { width: 118, qr: link, fit: 112, eccLevel: 'M' },
        ],
      },
      { text: link, fontSize: 9, link },
      {
        text: `Phiếu dùng một lần, có giá trị đến ${showMoment(endsAt)}. Xin giữ kín như chìa khóa; nếu mất hoặc hết hạn, hãy báo bí thư đơn vị hoặc văn phòng đào tạo để được mời lại.`,
        italics: true,
        fontSize: 10,
        margin: [0, 4, 0, 8],
      },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 481, y2: 0, lineWidth: 0.5, dash: { length: 4 } }] },
    ],
  };
}
