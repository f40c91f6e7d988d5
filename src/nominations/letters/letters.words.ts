import { words } from '../../platform/messages/words';

export const letterWords = words({
  help: {
    vi: 'Công văn các đơn vị gửi cho lớp này, kèm bản chụp. Công văn chưa có bản chụp thì mở để gửi lên.',
    en: 'The letters of units for this class, with their scans. Where a scan is missing, open the letter to add it.',
  },
  ofClass: { vi: (name: string) => `Công văn – ${name}`, en: (name: string) => `Letters – ${name}` },
  letters: { vi: 'Công văn cử học và công văn của Tập đoàn', en: 'Letters of units and of the Group' },
  numbered: {
    vi: (number: string, day: string) => `Công văn ${number} ngày ${day}`,
    en: (number: string, day: string) => `Letter ${number} of ${day}`,
  },
  unit_letter: { vi: 'Đơn vị cử học', en: 'Unit sends' },
  group_letter: { vi: 'Tập đoàn đồng ý', en: 'Group endorses' },
  rowNumber: { vi: 'TT', en: 'No.' },
  sheet: { vi: 'Công văn', en: 'Letters' },
  kind: { vi: 'Loại', en: 'Kind' },
  number: { vi: 'Số công văn', en: 'Number' },
  date: { vi: 'Ngày', en: 'Date' },
  unit: { vi: 'Nơi gửi', en: 'From' },
  allUnits: { vi: 'Tất cả đơn vị', en: 'All units' },
  names: { vi: 'Số người', en: 'People' },
  scan: { vi: 'Bản chụp', en: 'Scan' },
  hasScan: { vi: 'Có', en: 'Yes' },
  noScan: { vi: 'Chưa có', en: 'None' },
  isMissingScan: { vi: 'Thiếu bản chụp', en: 'Without a scan' },
  sort: { vi: 'Sắp xếp', en: 'Order' },
  sortLatest: { vi: 'Ngày mới nhất trước', en: 'Latest first' },
  sortEarliest: { vi: 'Ngày cũ nhất trước', en: 'Earliest first' },
  sortUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  none: { vi: 'Chưa có công văn nào cho lớp này', en: 'No letter for this class yet' },
  noneNext: {
    vi: 'Công văn hiện ra ở đây khi đơn vị gửi danh sách, hoặc khi Tập đoàn cho ý kiến kèm số công văn.',
    en: 'Letters appear here as units send their lists, or as the Group endorses with the number of its letter.',
  },
  noneFound: { vi: 'Không có công văn nào khớp với điều kiện lọc', en: 'No letter matches the filters' },
  noneFoundNext: { vi: 'Hãy bỏ bớt điều kiện lọc.', en: 'Remove some of the filters and search again.' },

  without: { vi: 'Tập đoàn đã đồng ý, chưa ghi công văn', en: 'Endorsed by the Group, its letter not recorded' },
  withoutWhat: {
    vi: 'Đánh dấu những người có tên trong công văn, ghi số và ngày một lần. Người chưa có tên trong công văn thì để lại.',
    en: 'Tick whom the letter names and give its number and date once. Leave those it does not name.',
  },
  choose: { vi: 'Chọn', en: 'Tick' },
  chooseRow: { vi: (name: string) => `Đánh dấu ${name}`, en: (name: string) => `Tick ${name}` },
  name: { vi: 'Họ và tên', en: 'Name' },
  ofUnit: { vi: 'Đơn vị', en: 'Unit' },
  endorsedAt: { vi: 'Đồng ý lúc', en: 'Endorsed at' },
  record: { vi: 'Ghi công văn cho các dòng đã đánh dấu', en: 'Record the letter for the ticked rows' },
  recorded: {
    vi: (done: number, left: number) =>
      `Đã ghi công văn của Tập đoàn cho ${done} người.${left > 0 ? ` ${left} người chưa ghi được vì là việc của chính đồng chí hoặc đề nghị đã thay đổi.` : ''}`,
    en: (done: number, left: number) =>
      `The Group’s letter is recorded for ${done}.${left > 0 ? ` Not for ${left}: your own row, or changed meanwhile.` : ''}`,
  },
});
