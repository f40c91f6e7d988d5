import { words } from '../messages/words';
import type { Unsaid } from './surroundings';

export const unsaidTitle = words({
  title: { vi: 'Cài đặt máy chủ cần bổ sung', en: 'Settings of the server are missing' },
});

export const unsaidWords = words({
  front: {
    vi: 'Có máy chủ trung gian (proxy) đứng trước nhưng TRUST_PROXY đang là 0, nên mọi người sau nó bị tính chung khi nhập sai mật khẩu. Hãy đặt TRUST_PROXY bằng số máy chủ trung gian rồi khởi động lại.',
    en: 'A front (proxy) stands before the service and TRUST_PROXY is 0, so that wrong passwords of everybody behind it are counted together. Set TRUST_PROXY to the number of fronts and start again.',
  },
  public_address: {
    vi: 'Chưa đặt PUBLIC_URL: liên kết trong thư, mã QR trên giấy chứng nhận và phiếu mời chỉ mở được trên máy chủ này. Hãy đặt PUBLIC_URL trước khi in hoặc gửi.',
    en: 'PUBLIC_URL is not set: links in mails and QR codes on certificates and invitation slips open on this machine alone. Set it before anything is printed or sent.',
  },
} satisfies Record<Unsaid, { vi: string; en: string }>);
