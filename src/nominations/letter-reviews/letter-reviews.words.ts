import { many, people } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';

export const letterReviewWords = words({
  help: {
    vi: 'Mỗi công văn một trang, lớp khai giảng sớm nhất xếp trên. Xem danh sách, bản chụp, rồi duyệt cả công văn một lần.',
    en: 'One page for each letter; the class that opens first comes first. Read the list and the scan, then decide on the whole letter at once.',
  },
  helpOfOne: {
    vi: 'Duyệt cả công văn một lần, trừ những người đồng chí chọn khác. Ghi xong thì sang công văn tiếp theo, trong ít phút đầu còn hoàn tác được.',
    en: 'Decide on the whole letter at once, with exceptions for the people you choose. The next letter follows; you can undo for some minutes.',
  },
  queue: { vi: 'Công văn chờ duyệt', en: 'Letters to review' },
  begin: { vi: 'Bắt đầu duyệt', en: 'Begin' },
  letter: { vi: 'Công văn', en: 'Letter' },
  numbered: {
    vi: (number: string, day: string) => `Công văn ${number} ngày ${day}`,
    en: (number: string, day: string) => `Letter ${number} of ${day}`,
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  trainingClass: { vi: 'Lớp', en: 'Class' },
  allClasses: { vi: 'Tất cả các lớp', en: 'All classes' },
  allUnits: { vi: 'Tất cả đơn vị', en: 'All units' },
  waiting: { vi: 'Chờ duyệt', en: 'Waiting' },
  noted: { vi: 'Cần lưu ý', en: 'To be noted' },
  since: { vi: 'Từ ngày', en: 'Since' },
  scan: { vi: 'Bản chụp công văn', en: 'Scan of the letter' },
  hasScan: { vi: 'Có', en: 'Yes' },
  noScan: { vi: 'Chưa có', en: 'None' },
  noScanYet: { vi: 'Chưa có bản chụp của công văn này.', en: 'No scan of this letter is kept yet.' },
  addScan: { vi: 'Thêm bản chụp', en: 'Add a scan' },
  none: { vi: 'Không có công văn nào chờ duyệt', en: 'No letter waits for review' },
  noneNext: {
    vi: 'Công văn hiện ra ở đây khi đơn vị gửi danh sách và, với lớp cần ý kiến của Tập đoàn, khi Tập đoàn đã đồng ý.',
    en: 'Letters appear here as units send their lists and, where the Group speaks first, once it has endorsed.',
  },
  noneFound: { vi: 'Không còn công văn nào chờ duyệt trong phần đã lọc', en: 'Nothing waits in what is filtered' },
  noneFoundNext: {
    vi: 'Hãy bỏ bớt điều kiện để xem các công văn khác.',
    en: 'Remove some of the filters to see other letters.',
  },

  nth: {
    vi: (nth: number, waiting: number) => `Công văn thứ ${nth} trong ${waiting} công văn chờ duyệt`,
    en: (nth: number, waiting: number) => `Letter ${nth} of ${waiting} that wait`,
  },
  left: {
    vi: (waiting: number) => `Còn ${waiting} công văn chờ duyệt`,
    en: (waiting: number) => many(waiting, 'letter waits', 'letters wait'),
  },
  previous: { vi: 'Công văn trước', en: 'Previous letter' },
  next: { vi: 'Công văn sau', en: 'Next letter' },
  list: { vi: 'Danh sách chờ duyệt', en: 'Waiting for you' },
  listed: { vi: (count: number) => `${count} người chờ duyệt`, en: (count: number) => `${people(count)} waiting` },
  others: { vi: 'Những người khác trong công văn', en: 'Others the letter names' },
  othersWhat: {
    vi: 'Không duyệt ở trang này: đã xét xong, còn chờ Tập đoàn, hoặc là dự phòng chưa có chỉ tiêu.',
    en: 'Not decided on here: decided already, waiting for the Group, or reserves without a seat.',
  },
  allDecided: { vi: 'Công văn này đã xét xong', en: 'Nothing of this letter waits for you' },
  allDecidedNext: { vi: 'Hãy xem công văn sau.', en: 'Go on with the next letter.' },
  name: { vi: 'Họ và tên', en: 'Name' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  decisionOn: { vi: (name: string) => `Quyết định: ${name}`, en: (name: string) => `Decision on ${name}` },
  accept: { vi: 'Duyệt', en: 'Accept' },
  return: { vi: 'Trả lại để sửa', en: 'Return' },
  reject: { vi: 'Không duyệt', en: 'Reject' },
  later: { vi: 'Xét sau', en: 'Later' },
  reasonOf: {
    vi: (name: string) => `Lý do trả lại hoặc không duyệt: ${name}`,
    en: (name: string) => `Why it is returned or rejected: ${name}`,
  },
  correctBy: { vi: 'Giữ chỗ của người bị trả lại đến ngày', en: 'Keep the place of those returned until' },
  decide: { vi: 'Duyệt cả công văn', en: 'Accept the whole letter' },
  decideWhat: {
    vi: 'Ai đã chọn trả lại, không duyệt hoặc xét sau thì theo lựa chọn đó.',
    en: 'Except those for whom something else is chosen above.',
  },

  done: {
    vi: (letter: string, unit: string, parts: string) => `${letter} (${unit}): ${parts}.`,
    en: (letter: string, unit: string, parts: string) => `${letter} (${unit}): ${parts}.`,
  },
  doneAccept: { vi: (count: number) => `đã duyệt ${count} người`, en: (count: number) => `accepted ${count}` },
  doneReturn: { vi: (count: number) => `trả lại ${count} người`, en: (count: number) => `returned ${count}` },
  doneReject: { vi: (count: number) => `không duyệt ${count} người`, en: (count: number) => `rejected ${count}` },
  doneLater: { vi: (count: number) => `để ${count} người xét sau`, en: (count: number) => `left ${count}` },
});
