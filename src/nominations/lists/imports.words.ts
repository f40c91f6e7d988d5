import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';
import type { ListVerdict } from './verdicts';

export const verdictWords = words({
  seat: { vi: 'Được xếp chỉ tiêu', en: 'Gets a seat' },
  reserve: { vi: 'Dự phòng', en: 'Reserve' },
  blocked: { vi: 'Không đủ điều kiện', en: 'Does not qualify' },
  duplicate: { vi: 'Trùng dòng trên', en: 'Repeated row' },
  already_nominated: { vi: 'Đã được cử', en: 'Nominated already' },
  not_on_roster: { vi: 'Không có trong danh sách cán bộ', en: 'Not on the roster' },
  ambiguous: { vi: 'Chưa rõ là ai', en: 'Ambiguous' },
  unreadable: { vi: 'Không đọc được', en: 'Unreadable' },
  passed_over: { vi: 'Không phải người', en: 'Not a person' },
} satisfies Record<ListVerdict, { vi: string; en: string }>);

export const listWords = words({
  help: {
    vi: 'Cử nhiều người một lần bằng danh sách trích ngang Excel đơn vị đang dùng. Hệ thống xét từng dòng cho xem trước, chưa gửi gì.',
    en: 'Nominate many people at once with the Excel list the unit already keeps. Each row is checked and shown first, and nothing is sent yet.',
  },
  helpOfOne: {
    vi: 'Từng dòng trong tệp được xét ra sao. Sửa những dòng chưa nhận, sau đó gửi những dòng đạt.',
    en: 'How each row of the file was judged. Correct the rows not accepted, then send those that pass.',
  },
  ofClass: { vi: (name: string) => `Danh sách Excel – ${name}`, en: (name: string) => `Excel lists – ${name}` },
  heading: { vi: 'Gửi danh sách trích ngang bằng Excel', en: 'Send the nomination list as Excel' },
  lists: { vi: 'Danh sách Excel', en: 'Excel lists' },
  howTo: {
    vi: 'Đồng chí tải lên tệp đơn vị vẫn dùng (.xlsx, .xls, .ods hoặc .csv). Hệ thống đọc từng dòng và cho xem thử kết quả; chưa ai được cử cho đến khi đồng chí bấm “Gửi danh sách”.',
    en: 'Upload the file the unit keeps anyway (.xlsx, .xls, .ods or .csv). Each row is read and tried out; nobody is nominated until you send the list.',
  },
  unit: { vi: 'Đơn vị gửi danh sách', en: 'The unit whose list it is' },
  file: { vi: 'Tệp danh sách trích ngang', en: 'The list' },
  fileHint: {
    vi: 'Tệp .xlsx, .xls, .ods hoặc .csv, không quá 10 MB.',
    en: 'An .xlsx, .xls, .ods or .csv file of at most 10 MB.',
  },
  preview: { vi: 'Tải lên và xem thử', en: 'Upload and try out' },
  closed: {
    vi: 'Hiện lớp không nhận danh sách (ngoài thời gian chiêu sinh). Các danh sách đã gửi vẫn xem được ở dưới.',
    en: 'The class takes no lists now (its call is not open). Lists sent earlier can be read below.',
  },

  formHeading: { vi: 'Chưa có danh sách?', en: 'No list yet?' },
  formHowTo: {
    vi: 'Mẫu có sẵn cán bộ đủ điều kiện của đơn vị, người cần học nhất ở trên. Đồng chí xóa dòng không cử, điền số và ngày công văn, rồi tải lên ở trên.',
    en: 'The form holds the unit’s people who qualify, the most needful first. Remove the rows not nominated, fill in the letter’s number and date, then upload it above.',
  },
  downloadForm: { vi: 'Tải mẫu điền sẵn', en: 'Download the prefilled form' },
  downloadWorkbook: { vi: 'Tải tệp kèm kết quả', en: 'Download the file with its outcome' },

  earlier: { vi: 'Các danh sách đã tải lên', en: 'Lists uploaded so far' },
  fileName: { vi: 'Tệp', en: 'File' },
  uploadedAt: { vi: 'Tải lên lúc', en: 'Uploaded at' },
  state: { vi: 'Tình trạng', en: 'State' },
  previewed: { vi: 'Mới xem thử, chưa gửi', en: 'Tried out, not sent' },
  applied: { vi: 'Đã gửi', en: 'Sent' },
  reversed: { vi: 'Đã hoàn tác', en: 'Undone' },
  outcome: { vi: 'Kết quả đọc', en: 'Outcome' },
  noLists: { vi: 'Chưa có danh sách nào', en: 'No lists yet' },
  noListsNext: { vi: 'Danh sách đầu tiên tải lên sẽ hiện ở đây.', en: 'The first one uploaded will be here.' },
  letter: { vi: 'Công văn', en: 'Letter' },
  letterOf: {
    vi: (number: string, day: string) => `Số ${number} ngày ${day}`,
    en: (number: string, day: string) => `${number} of ${day}`,
  },

  byVerdict: { vi: 'Số dòng theo kết quả', en: 'Rows by outcome' },
  totalsAgree: {
    vi: (count: number) => `Tệp ghi tổng cộng ${count} người, hệ thống đọc được đủ ${count} người.`,
    en: (count: number) => `The file says ${count} people and ${count} were read.`,
  },
  totalsDiffer: {
    vi: (stated: number, found: number) =>
      `Tệp ghi tổng cộng ${stated} người nhưng hệ thống đọc được ${found} người. Đồng chí đối chiếu lại trước khi gửi.`,
    en: (stated: number, found: number) =>
      `The file says ${stated} people but ${found} were read. Compare before you send.`,
  },
  found: { vi: (count: number) => `Đọc được ${count} người.`, en: (count: number) => `${count} people were read.` },

  sendHeading: { vi: 'Chưa gửi: đây mới là bản xem thử', en: 'Not sent: this is a dry run' },
  willHappen: {
    vi: (send: number, seats: number, reserves: number, left: number) =>
      `${send} người: ${seats} chỉ tiêu, ${reserves} dự phòng; ${left} dòng không gửi`,
    en: (send: number, seats: number, reserves: number, left: number) =>
      `${send} people: ${seats} seats, ${reserves} reserves; ${left} rows not sent`,
  },
  willHappenLong: {
    vi: (what: string) => `Bấm “Gửi danh sách” thì đúng như sau: ${what}.`,
    en: (what: string) => `Sending does exactly this: ${what}.`,
  },
  letterRead: {
    vi: (number: string, day: string) => `Công văn đọc từ tệp: số ${number} ngày ${day}.`,
    en: (number: string, day: string) => `Letter as read from the file: ${number} of ${day}.`,
  },
  letterMissing: {
    vi: 'Tệp không ghi số và ngày công văn. Đồng chí điền ở đây.',
    en: 'The file does not state the letter; give it here.',
  },
  letterNumber: { vi: 'Số công văn', en: 'Number of the letter' },
  letterNumberHint: { vi: 'Ví dụ: 47-CV/ĐU', en: 'For example 47-CV/ĐU' },
  letterDate: { vi: 'Ngày công văn', en: 'Date of the letter' },
  send: { vi: 'Gửi danh sách', en: 'Send the list' },
  nothingToSend: {
    vi: 'Không có dòng nào gửi được. Xem lý do ở từng dòng, sửa tệp hoặc danh sách cán bộ rồi tải lên lại.',
    en: 'No row can be sent. See why beside each row, correct the file or the roster, then upload again.',
  },
  uploadAgain: { vi: 'Tải tệp khác', en: 'Upload another file' },
  tryAgain: { vi: 'Xem thử lại', en: 'Try it out again' },
  triedAgain: { vi: 'Đã xem thử lại theo tình hình mới nhất.', en: 'Tried out again as things stand now.' },
  waitForUnit: { vi: 'Đơn vị chưa gửi danh sách này.', en: 'The unit has not sent this list yet.' },

  sentAt: {
    vi: (at: string, count: number) => `Đã gửi lúc ${at}: ${count} người được cử.`,
    en: (at: string, count: number) => `Sent at ${at}: ${count} people nominated.`,
  },
  sentDone: {
    vi: (count: number) => `Đã gửi danh sách: ${count} người được cử.`,
    en: (count: number) => `The list is sent: ${count} people nominated.`,
  },
  notListed: {
    vi: (count: number) => `Đã cử trước đây nhưng không có trong danh sách này (${count})`,
    en: (count: number) => `Nominated earlier and not on this list (${count})`,
  },
  notListedNote: {
    vi: 'Những người này vẫn được cử như cũ. Nếu danh sách này thay danh sách trước, đồng chí rút từng người không còn được cử.',
    en: 'They stay nominated. If this list takes the place of an earlier one, withdraw the people who are no longer nominated.',
  },
  withdraw: { vi: 'Rút', en: 'Withdraw' },
  withdrawConfirm: {
    vi: (name: string) => `${name} thôi được cử vào lớp này và trả lại chỗ.`,
    en: (name: string) => `${name} is no longer nominated into this class and gives up the place.`,
  },
  sendAsRoster: {
    vi: 'Nếu là danh sách cán bộ, đảng viên, hãy gửi ở trang cập nhật danh sách',
    en: 'If it is the roster of the unit, send it on the page of rosters',
  },
  meantElsewhere: {
    vi: 'Danh sách có vẻ không phải của lớp này',
    en: 'The list does not seem to be meant for this class',
  },
  meant: {
    vi: (name: string) => `Đúng là danh sách cử học lớp “${name}”`,
    en: (name: string) => `The list is meant for “${name}”`,
  },
  acknowledge: {
    vi: (count: number) => `Tôi đã đọc lưu ý của ${count} người và vẫn đề nghị cử`,
    en: (count: number) => `I have read the notes on ${count} people and nominate them all the same`,
  },
  undo: { vi: 'Hoàn tác cả danh sách', en: 'Undo the whole list' },
  undoConfirm: {
    vi: (count: number) =>
      `Cả ${count} người trong danh sách thôi được cử và trả lại chỗ. Chỉ làm được khi chưa ai trong danh sách được cho ý kiến hay duyệt.`,
    en: (count: number) =>
      `All ${count} people of the list are withdrawn and give up their places. Possible only while nobody of the list was decided on.`,
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  undone: { vi: 'Đã hoàn tác cả danh sách.', en: 'The whole list is undone.' },
  undoneAt: {
    vi: (at: string) => `Đã hoàn tác lúc ${at}. Muốn gửi lại, hãy tải tệp lên lần nữa.`,
    en: (at: string) => `Undone at ${at}. To send it again, upload the file once more.`,
  },

  rows: {
    vi: 'Từng dòng: việc cần xem trước, rồi theo thứ tự trong tệp',
    en: 'Row by row: what needs a look first, then in the order of the file',
  },
  allRows: {
    vi: (count: number) => `Xem tất cả ${count} người`,
    en: (count: number) => `Show all ${count} people`,
  },
  rowNumber: { vi: (row: number) => `Dòng ${row}`, en: (row: number) => `Row ${row}` },
  name: { vi: 'Họ và tên', en: 'Name' },
  noName: { vi: '(không có tên)', en: '(no name)' },
  read: { vi: 'Đọc được', en: 'What was read' },
  born: { vi: (when: string) => `Sinh ${when}`, en: (when: string) => `Born ${when}` },
  toKnow: { vi: 'Điều cần biết', en: 'What to know' },
  position: { vi: 'Chức vụ', en: 'Position' },
  moreRead: { vi: 'Xem thêm', en: 'More' },
  partyPosition: { vi: 'Chức vụ Đảng', en: 'Party position' },
  joinedOn: { vi: 'Vào Đảng', en: 'Joined' },
  officialOn: { vi: 'Chính thức', en: 'Official' },
  education: { vi: 'Chuyên môn', en: 'Education' },
  theoryLevel: { vi: 'LLCT', en: 'Theory level' },
  planned: { vi: 'Quy hoạch', en: 'Planned' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  rating: { vi: (year: string) => `Xếp loại ${year}`, en: (year: string) => `Rating ${year}` },
  mode: { vi: 'Hình thức học', en: 'Mode' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  remarks: { vi: 'Ghi chú', en: 'Remarks' },
  verdict: { vi: 'Kết quả', en: 'Outcome' },
  noPeople: { vi: 'Không đọc được người nào trong tệp', en: 'Nobody was found in the file' },
  noPeopleNext: {
    vi: 'Kiểm tra xem tệp có đúng là danh sách trích ngang, có cột “Họ và tên” và “Ngày sinh”.',
    en: 'Check that it is the nomination list, with columns for the name and the birth date.',
  },
  passedOver: {
    vi: (count: number) => `${count} dòng không phải là người (tiêu đề, tên nhóm, dòng trống, tổng cộng, chữ ký)`,
    en: (count: number) => `${count} rows that are not people (headings, groups, blanks, totals, signatures)`,
  },
  passedOverCaption: { vi: 'Các dòng không phải là người', en: 'Rows that are not people' },
  row: { vi: 'Dòng', en: 'Row' },
  text: { vi: 'Nội dung', en: 'Text' },
  blank: { vi: '(trống)', en: '(blank)' },
});

export const listActions = declareActions('lists', {
  applied: { vi: 'đã nhận danh sách Excel cử đi học', en: 'applied a nomination list' },
  downloaded: { vi: 'đã tải danh sách Excel kèm kết quả', en: 'downloaded a nomination list with its outcome' },
  form_downloaded: {
    vi: 'đã tải mẫu danh sách trích ngang điền sẵn',
    en: 'downloaded a prefilled nomination list form',
  },
  previewed: { vi: 'đã tải lên danh sách Excel để xem trước', en: 'uploaded a nomination list for a preview' },
  reversed: { vi: 'đã hoàn tác danh sách Excel cử đi học', en: 'reversed a nomination list' },
});
