import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';
import { peopleWords } from '../people.words';

export const duplicateWords = words({
  help: {
    vi: 'Những cặp hồ sơ có thể là một người: cùng họ tên và ngày sinh. Mở từng cặp để so, rồi gộp hoặc xác nhận là hai người.',
    en: 'Pairs of records that may be one person: same name and birth date. Open each pair to compare, then merge them or say that they are two.',
  },
  title: { vi: peopleWords.vi.duplicates, en: peopleWords.en.duplicates },
  count: {
    vi: (count: number) => `Có ${count.toLocaleString('vi-VN')} cặp cần xem.`,
    en: (count: number) => (count === 1 ? '1 pair to look at.' : `${count.toLocaleString('en-GB')} pairs to look at.`),
  },
  countDistinct: {
    vi: (count: number) => `Có ${count.toLocaleString('vi-VN')} cặp đã xác nhận là hai người.`,
    en: (count: number) =>
      count === 1
        ? '1 pair confirmed as two people.'
        : `${count.toLocaleString('en-GB')} pairs confirmed as two people.`,
  },
  number: { vi: 'TT', en: 'No.' },
  name: { vi: 'Họ và tên', en: 'Name' },
  birthDate: { vi: 'Ngày sinh', en: 'Born' },
  code: { vi: 'Mã số', en: 'Code' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  otherCode: { vi: 'Mã số hồ sơ kia', en: 'Code of the other' },
  otherUnit: { vi: 'Đơn vị của hồ sơ kia', en: 'Unit of the other' },
  first: { vi: 'Hồ sơ thứ nhất', en: 'One record' },
  second: { vi: 'Hồ sơ thứ hai', en: 'The other' },
  likeness: { vi: 'Mức giống', en: 'Likeness' },
  certain: { vi: 'Cùng ngày sinh', en: 'Same birth date' },
  perhaps: { vi: 'Có thể: chỉ cùng năm sinh', en: 'Perhaps: same birth year' },
  anyLikeness: { vi: 'Mọi mức', en: 'Any' },
  state: { vi: 'Tình trạng', en: 'State' },
  open: { vi: 'Chưa xem', en: 'To look at' },
  distinct: { vi: 'Đã xác nhận là hai người', en: 'Confirmed as two people' },
  search: { vi: 'Họ tên', en: 'Name' },
  searchHint: { vi: 'Gõ có dấu hay không dấu đều được.', en: 'With or without accents.' },
  anyUnit: { vi: 'Tất cả đơn vị', en: 'All units' },
  compareWho: {
    vi: (name: string) => `So sánh hai hồ sơ ${name}`,
    en: (name: string) => `Compare the two records of ${name}`,
  },
  mergers: { vi: 'Các lần gộp hồ sơ', en: 'Mergers of records' },
  none: { vi: 'Không còn cặp nào cần xem', en: 'No pair to look at' },
  noneNext: {
    vi: 'Khi danh sách của một đơn vị có người giống người của đơn vị khác, cặp đó hiện ở đây.',
    en: 'Once somebody on the roster of a unit is like a person of another, the pair is listed here.',
  },
  noneFound: { vi: 'Không tìm thấy cặp nào', en: 'No pair found' },
  noneFoundNext: { vi: 'Hãy bỏ bớt điều kiện lọc.', en: 'Remove some of the filters.' },
  people: { vi: peopleWords.vi.people, en: peopleWords.en.people },
});

export const comparisonWords = words({
  help: {
    vi: 'Hai hồ sơ đặt cạnh nhau, chỗ khác nhau được đánh dấu. Chọn hồ sơ giữ lại rồi gộp, hoặc xác nhận là hai người.',
    en: 'Two records side by side, with their differences marked. Choose the one that stays and merge, or say that they are two people.',
  },
  title: { vi: 'So sánh hai hồ sơ', en: 'Compare two records' },
  differences: { vi: 'Chỗ khác nhau', en: 'Where they differ' },
  same: { vi: 'Chỗ giống nhau', en: 'Where they are the same' },
  fact: { vi: 'Mục', en: 'Fact' },
  holdsOf: {
    vi: (code: string) => `Mã số ${code} đang có`,
    en: (code: string) => `What ${code} has`,
  },
  holdsNothing: { vi: 'Chưa có gì.', en: 'Nothing yet.' },
  leftOn: { vi: (day: string) => `đã rời ${day}`, en: (day: string) => `left on ${day}` },
  merge: { vi: 'Gộp thành một người', en: 'Merge into one person' },
  mergeWhat: {
    vi: 'Hồ sơ được giữ tiếp tục dùng với mã số, đơn vị của nó. Mọi đề nghị cử học, lớp, kết quả, giấy chứng nhận, tài khoản của hồ sơ kia chuyển sang đây. Có thể hoàn tác khi chưa có việc gì mới.',
    en: 'The record kept continues with its own code and unit. Nominations, classes, results, certificates and the account of the other record move to it. The merger can be undone as long as nothing new depends on it.',
  },
  stays: { vi: 'Hồ sơ được giữ', en: 'Record kept' },
  goes: { vi: 'Hồ sơ bị gộp (không dùng nữa)', en: 'Record merged into it (no longer used)' },
  ofRecord: { vi: (code: string) => `của hồ sơ ${code}`, en: (code: string) => `of ${code}` },
  swap: { vi: 'Giữ hồ sơ kia', en: 'Keep the other one' },
  chooseFacts: { vi: 'Chọn giá trị đúng cho mục khác nhau', en: 'Choose the right value where they differ' },
  reason: { vi: 'Căn cứ để biết là một người', en: 'How it is known that they are one person' },
  doMerge: { vi: 'Gộp hai hồ sơ', en: 'Merge the two records' },
  inTheWay: { vi: 'Cần giải quyết trước khi gộp', en: 'To be settled before they are merged' },
  settle: { vi: 'Mở để giải quyết', en: 'Open it' },
  apart: { vi: 'Hai người khác nhau', en: 'They are two people' },
  apartWhat: {
    vi: 'Cặp này sẽ không hiện trong danh sách cần xem nữa; có thể rút xác nhận bất cứ lúc nào.',
    en: 'The pair is listed no more as one to look at; you may withdraw this at any time.',
  },
  doApart: { vi: 'Xác nhận là hai người', en: 'Confirm they are two people' },
  isApart: {
    vi: (day: string, by: string) => `${by} đã xác nhận là hai người ngày ${day}`,
    en: (day: string, by: string) => `${by} said on ${day} that they are two people`,
  },
  withdraw: { vi: 'Rút xác nhận', en: 'Withdraw this' },
  merged: { vi: 'Đã gộp hai hồ sơ.', en: 'The two records are one.' },
  saidApart: { vi: 'Đã ghi nhận là hai người.', en: 'Recorded that they are two people.' },
  withdrawn: { vi: 'Đã rút xác nhận.', en: 'Withdrawn.' },
});

export const mergerWords = words({
  help: {
    vi: 'Các hồ sơ đã gộp, ai gộp và vì sao. Mở một dòng để tách lại nếu gộp nhầm.',
    en: 'Records that were merged, by whom and why. Open one to undo a wrong merger.',
  },
  helpOfOne: {
    vi: 'Một lần gộp hồ sơ và những gì đã chuyển theo. Gộp nhầm thì tách lại ở đây, kèm lý do.',
    en: 'One merger and what moved with it. If it was wrong, undo it here with a reason.',
  },
  title: { vi: 'Các lần gộp hồ sơ', en: 'Mergers of records' },
  one: { vi: 'Lần gộp hồ sơ', en: 'Merger of records' },
  when: { vi: 'Gộp lúc', en: 'Merged' },
  by: { vi: 'Người gộp', en: 'Merged by' },
  undoneBy: { vi: 'Người hoàn tác', en: 'Undone by' },
  stays: { vi: 'Hồ sơ được giữ', en: 'Record kept' },
  goes: { vi: 'Hồ sơ bị gộp (không dùng nữa)', en: 'Record merged into it (no longer used)' },
  reason: { vi: 'Căn cứ', en: 'Reason' },
  state: { vi: 'Tình trạng', en: 'State' },
  inForce: { vi: 'Đang có hiệu lực', en: 'In force' },
  undone: { vi: (day: string) => `Đã hoàn tác ${day}`, en: (day: string) => `Undone on ${day}` },
  none: { vi: 'Chưa gộp hồ sơ nào', en: 'Nothing was merged yet' },
  noneNext: {
    vi: 'Hai hồ sơ của một người được gộp ở trang “Người có thể trùng”, việc gộp hiện ở đây.',
    en: 'Two records of one person are merged on “Likely duplicates”, and it appears here.',
  },
  undo: { vi: 'Hoàn tác việc gộp', en: 'Undo the merger' },
  undoWhat: {
    vi: 'Hai hồ sơ trở lại đúng như trước khi gộp.',
    en: 'Both records become again what they were before.',
  },
  inTheWay: { vi: 'Chưa hoàn tác được', en: 'It cannot be undone as things are' },
  undoReason: { vi: 'Lý do hoàn tác', en: 'Why it is undone' },
  undid: { vi: 'Đã hoàn tác việc gộp.', en: 'The merger is undone.' },
});

export const mergerActions = declareActions('people', {
  merged: { vi: 'đã gộp hồ sơ vào hồ sơ khác của cùng người', en: 'merged the record into another of the same person' },
  took_in: { vi: 'đã gộp vào đây hồ sơ khác của cùng người', en: 'merged another record of the same person into this' },
  separated: { vi: 'đã hoàn tác việc gộp hồ sơ', en: 'undid a merger of records' },
  distinguished: { vi: 'đã xác nhận hai hồ sơ là hai người', en: 'said that two records are two people' },
  undistinguished: { vi: 'đã rút xác nhận hai người', en: 'withdrew that two records are two people' },
  duplicates_exported: {
    vi: 'đã xuất danh sách người có thể trùng',
    en: 'exported the list of likely duplicates',
  },
});
