import type { Content } from 'pdfmake/interfaces';
import { showMoment } from '../../platform/clock';
import { leastLength } from '../new-password';
import { addressedTo, slipSheet } from '../slip-layout';

export interface CodeSlip {
  readonly name: string;
  readonly unitName: string | null;
  readonly email: string;
  readonly code: string;
  readonly endsAt: Date;
}

/** A code on paper; `page` is where it is typed, or is already for who comes by the QR code. */
export const codeSlip = ({ code, endsAt, ...to }: CodeSlip, page: string): Content =>
  slipSheet({
    title: 'PHIẾU MÃ ĐẶT LẠI MẬT KHẨU',
    lines: [
      ...addressedTo(to),
      { text: ['Mã: ', { text: code, bold: true, fontSize: 20, characterSpacing: 2 }], margin: [0, 0, 0, 6] },
      '1. Dùng điện thoại quét mã bên cạnh, hoặc gõ đúng địa chỉ dưới đây vào trình duyệt.',
      `2. Ở mục “Có phiếu mã”, nhập địa chỉ thư và mã trên phiếu (quét mã thì đã có sẵn mã), rồi tự đặt mật khẩu mới, ít nhất ${leastLength} ký tự.`,
      '3. Đăng nhập bằng địa chỉ thư và mật khẩu mới.',
    ],
    link: `${page}?code=${code}`,
    typed: page,
    foot: `Mã dùng một lần, có giá trị đến ${showMoment(endsAt)}. Không đọc mã cho bất kỳ ai, kể cả người đưa phiếu. Nếu hết hạn, hãy nhờ in phiếu khác.`,
  });
