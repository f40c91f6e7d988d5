import { words } from '../platform/messages/words';

export const groupWords = words({
  help: {
    vi: 'Mở từng lớp, đánh dấu những người đồng ý rồi cho ý kiến một lần.',
    en: 'Open a class, tick the people you endorse and decide on them at once.',
  },
  awaiting: { vi: 'Cử học chờ ý kiến Tập đoàn', en: 'Awaiting the Group’s endorsement' },
  people: { vi: 'Số người', en: 'People' },
  byUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  since: { vi: 'Chờ từ', en: 'Since' },
  decide: { vi: 'Xem và cho ý kiến', en: 'View and decide' },
  none: { vi: 'Không có hồ sơ nào chờ ý kiến', en: 'Nothing is waiting for your endorsement' },
  noneNext: {
    vi: 'Khi đơn vị gửi danh sách cử học của lớp cần ý kiến Tập đoàn, lớp đó hiện ở đây.',
    en: 'When a unit sends nominations that need the Group’s endorsement, the class appears here.',
  },
  all: { vi: 'Xem tất cả', en: 'See all' },
  units: { vi: (year: number) => `Các đơn vị năm ${year}`, en: (year: number) => `Units in ${year}` },
  nominated: { vi: 'Đã cử', en: 'Nominated' },
  accepted: { vi: 'Đã duyệt', en: 'Accepted' },
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  report: { vi: 'Báo cáo chung', en: 'Joint report' },
  noUnits: { vi: 'Chưa có đơn vị nào', en: 'No units yet' },
  noUnitsNext: { vi: 'Văn phòng đào tạo lập các đơn vị.', en: 'The training office sets the units up.' },
});
