import type { Content } from 'pdfmake/interfaces';
import { showMoment } from '../../platform/clock';
import { leastLength } from '../new-password';
import { addressedTo, slipSheet } from '../slip-layout';

export interface Slip {
  readonly name: string;
  readonly unitName: string | null;
  readonly email: string;
  readonly link: string;
  /** Where its reader signs in, if a password of theirs would be refused. */
  readonly provider: string | null;
}

const byPassword = [
  `2. Tự đặt mật khẩu, ít nhất ${leastLength} ký tự. Không ai khác biết mật khẩu này.`,
  '3. Các lần sau đăng nhập bằng địa chỉ thư và mật khẩu đã đặt.',
];

const byProvider = (provider: string) => [
  `2. Ở trang đó, bấm “Đăng nhập bằng ${provider}”, dùng đúng địa chỉ thư trên.`,
  '3. Các lần sau cũng đăng nhập như vậy, không cần mật khẩu riêng.',
];

/** An invitation on paper; `endsAt` is when its link stops working. */
export const invitationSlip = ({ link, provider, ...to }: Slip, endsAt: Date, index: number): Content =>
  slipSheet(
    {
      title: 'PHIẾU MỜI DÙNG HỆ THỐNG ĐÀO TẠO, BỒI DƯỠNG',
      lines: [
        ...addressedTo(to),
        '1. Dùng điện thoại quét mã bên cạnh, hoặc gõ đúng địa chỉ dưới đây vào trình duyệt.',
        ...(provider === null ? byPassword : byProvider(provider)),
      ],
      link,
      typed: link,
      foot: `Phiếu dùng một lần, có giá trị đến ${showMoment(endsAt)}. Xin giữ kín như chìa khóa; nếu mất hoặc hết hạn, hãy báo bí thư đơn vị hoặc văn phòng đào tạo để được mời lại.`,
    },
    index,
  );
