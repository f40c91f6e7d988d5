import { words } from '../../platform/messages/words';

export const joiningWords = words({
  help: {
    vi: 'Dành cho đơn vị mới, trở lại hoặc chuyển đến khi các lớp đang chiêu sinh. Chỉ tiêu lấy từ phần dùng chung, hội nghị đã bắt đầu thì danh sách chốt theo hôm nay.',
    en: 'For a unit that is new or came back while calls are open. Seats come from the pool, and where a study has begun, its roll is that of today.',
  },
  title: { vi: 'Giao chỉ tiêu và triệu tập đơn vị', en: 'Give seats and call a unit' },
  classes: { vi: 'Lớp đang chiêu sinh mà đơn vị chưa có chỉ tiêu', en: 'Open calls in which it has no seat' },
  seatsIn: {
    vi: (free: number, day: string) => `Khai giảng ${day}. Quỹ chung còn ${free} chỉ tiêu; để 0 nếu không giao.`,
    en: (free: number, day: string) => `Opens on ${day}. Free in the pool: ${free}; 0 gives none.`,
  },
  studies: { vi: 'Hội nghị học tập chưa triệu tập đơn vị', en: 'Studies the unit is not called to' },
  hasBegun: {
    vi: 'Đã bắt đầu: chốt danh sách của đơn vị theo hôm nay',
    en: 'It has begun: the roll of the unit is that of today',
  },
  opensOn: { vi: (day: string) => `Ngày ${day}`, en: (day: string) => `On ${day}` },
  join: { vi: 'Giao chỉ tiêu và triệu tập', en: 'Give seats and call' },
  joined: { vi: 'Đã giao chỉ tiêu và triệu tập đơn vị.', en: 'The unit has received its seats and is called.' },
  nothing: {
    vi: 'Không có lớp nào đang chiêu sinh còn chỉ tiêu chung, cũng không có hội nghị nào chưa triệu tập đơn vị.',
    en: 'No open call has free seats in the pool, and the unit is called to every study under way.',
  },
  reason: { vi: 'Đơn vị tham gia khi lớp đang chiêu sinh', en: 'The unit joined while the call was open' },
});
