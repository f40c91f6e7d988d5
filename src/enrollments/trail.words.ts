import { words } from '../platform/messages/words';

export const trailWords = words({
  help: {
    vi: 'Mọi lần điểm danh của buổi này, kể cả lần đã sửa. Hãy lọc theo người ghi hoặc cách điểm danh để tìm.',
    en: 'Every mark made in this half-day, also those corrected later. Narrow it by who marked, or how.',
  },
  title: {
    vi: (title: string) => `Nhật ký điểm danh buổi ${title.toLowerCase()}`,
    en: (title: string) => `All marks, ${title}`,
  },
  scanned: { vi: (time: string) => `quét lúc ${time}`, en: (time: string) => `scanned at ${time}` },
  toldLater: {
    vi: (shown: string, received: string) => `quét khi mất mạng mã hiện lúc ${shown}, nhận lúc ${received}`,
    en: (shown: string, received: string) =>
      `scanned without a network, the code shown at ${shown}; received ${received}`,
  },
  phonesClock: {
    vi: (said: string) => `đồng hồ điện thoại ghi ${said}`,
    en: (said: string) => `the phone’s clock said ${said}`,
  },
  otherDevice: { vi: 'bằng thiết bị khác với lần trước', en: 'by another device than before' },
  when: { vi: 'Nhận lúc', en: 'Received' },
  whom: { vi: 'Học viên', en: 'Person' },
  what: { vi: 'Nội dung', en: 'What' },
  who: { vi: 'Người ghi', en: 'By' },
  reason: { vi: 'Lý do', en: 'Reason' },
  source: { vi: 'Cách điểm danh', en: 'Where from' },
  allSources: { vi: 'Mọi cách', en: 'Anywhere' },
  onlyToldLater: { vi: 'Chỉ lượt quét khi mất mạng', en: 'Only scans told later' },
  onlyCorrected: { vi: 'Chỉ các lần sửa', en: 'Only corrections' },
  none: { vi: 'Không có dòng nào.', en: 'There is nothing here.' },
});
