import type { Content } from 'pdfmake/interfaces';
import { showMoment } from '../../platform/clock';
import { leastLength } from '../new-password';
import { addressedTo, slipSheet } from '../slip-layout';

export interface Slip {
  readonly name: string;
  readonly unitName: string | null;
  readonly email: string;
  readonly link: string;
}

/** An invitation on paper; `endsAt` is when its link stops working. */
export const invitationSlip = ({ link, ...to }: Slip, endsAt: Date, index: number): Content =>
  slipSheet(
    {
      title: 'PHIẾU MỜI DÙNG HỆ THỐNG ĐÀO TẠO, BỒI DƯỠNG',
      lines: [
        ...addressedTo(to),
        '1. Dùng điện thoại quét mã bên cạnh, hoặc gõ đúng địa chỉ dưới đây vào trình duyệt.',
        `2. Tự đặt mật khẩu, ít nhất ${leastLength} ký tự. Không ai khác biết mật khẩu này.`,
        '3. Các lần sau đăng nhập bằng địa chỉ thư và mật khẩu đã đặt.',
      ],
      link,
      typed: link,
      foot: `Phiếu dùng một lần, có giá trị đến ${showMoment(endsAt)}. Xin giữ kín như chìa khóa; nếu mất hoặc hết hạn, hãy báo bí thư đơn vị hoặc văn phòng đào tạo để được mời lại.`,
    },
    index,
  );
