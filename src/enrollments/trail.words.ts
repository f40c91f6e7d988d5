import { words } from '../platform/messages/words';

export const trailWords = words({
  title: {
    vi: (title: string) => `Nhật ký điểm danh buổi ${title.toLowerCase()}`,
    en: (title: string) => `All marks, ${title}`,
  },
  scanned: { vi: (time: string) => `quét lúc ${time}`, en: (time: string) => `scanned at ${time}` },
  toldLater: {
    vi: (scanned: string, received: string) => `điện thoại báo quét lúc ${scanned} khi mất mạng, nhận lúc ${received}`,
    en: (scanned: string, received: string) =>
      `scanned at ${scanned} without a network, by the phone’s word; received ${received}`,
  },
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
