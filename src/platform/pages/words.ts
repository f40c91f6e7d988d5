import { many } from '../messages/counted';
import { words } from '../messages/words';

/** A label as a part of a sentence: `Số công văn` as `số công văn`, but what is a sentence itself in quotation marks. */
function within(label: string): string {
  if (/[?:.,“(]/.test(label)) return `“${label}”`;
  return /^(Khối|Tập đoàn|Đảng)|^..?\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** The words of the frame around every page, and of the parts pages are built from. */
export const pageWords = words({
  productName: { vi: 'Cử học · Khối', en: 'Training nominations' },
  productPurpose: {
    vi: 'Cử đi học, đào tạo, bồi dưỡng cán bộ, đảng viên',
    en: 'Nominations, training and records of cadres',
  },
  skipToContent: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  home: { vi: 'về trang đầu', en: 'to the first page' },
  menu: { vi: 'Danh mục', en: 'Menu' },
  more: { vi: 'Thêm', en: 'More' },
  mainNavigation: { vi: 'Danh mục chính', en: 'Main navigation' },
  account: { vi: 'Tài khoản', en: 'Account' },
  search: { vi: 'Tìm kiếm', en: 'Search' },
  searchEverything: { vi: 'Tìm ở mọi nơi', en: 'Search everything' },
  searchFor: {
    vi: 'Tìm người, lớp, công văn, giấy chứng nhận…',
    en: 'Find people, classes, letters, certificates…',
  },
  searchKey: { vi: 'Bấm phím / để tìm', en: 'Press / to search' },
  find: { vi: 'Tìm', en: 'Find' },
  whatFor: { vi: 'Trang này để làm gì?', en: 'What is this page for?' },
  unreadNotices: {
    vi: (count: number) => `${count} thông báo chưa đọc`,
    en: (count: number) => many(count, 'unread notice'),
  },
  printedOn: { vi: (day: string) => `In ngày ${day}`, en: (day: string) => `Printed on ${day}` },
  theme: { vi: 'Giao diện', en: 'Appearance' },
  themeLight: { vi: 'Sáng', en: 'Light' },
  themeDark: { vi: 'Tối', en: 'Dark' },
  themeOfSystem: { vi: 'Theo máy', en: 'As the system' },
  signedInAs: { vi: 'Đang đăng nhập:', en: 'Signed in as' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  code: { vi: 'Mã xác thực hoặc mã dự phòng', en: 'Code, or a recovery code' },
  sessionEnded: { vi: 'Phiên đăng nhập đã hết', en: 'Your session has ended' },
  nothingLost: {
    vi: 'Những gì đồng chí vừa điền chưa được lưu nhưng vẫn còn nguyên ở đây: đăng nhập lại là được gửi tiếp ngay.',
    en: 'What you filled in is not saved yet, but it is all still here: sign in and it is sent on at once.',
  },
  tooMuchToKeep: {
    vi: 'Biểu mẫu quá lớn nên không giữ lại được ở trang này. Hãy đăng nhập ở một thẻ khác, quay lại trang trước rồi gửi lại.',
    en: 'The form is too large to be kept on this page. Sign in in another tab, go back to the page before and send it again.',
  },
  fileIsLost: {
    vi: 'Riêng tệp không giữ lại được: sau khi đăng nhập, đồng chí chọn lại tệp.',
    en: 'Only the file could not be kept: choose it again after signing in.',
  },
  signInAndSend: { vi: 'Đăng nhập và gửi tiếp', en: 'Sign in and send it on' },
  byProvider: {
    vi: (provider: string) => `Hoặc đăng nhập bằng ${provider} ở thẻ mới`,
    en: (provider: string) => `Or sign in with ${provider} in a new tab`,
  },
  thenSend: {
    vi: ', rồi quay lại đây bấm nút trên mà không nhập gì thêm.',
    en: ', then come back and press the button above with nothing more typed.',
  },
  thenLoad: { vi: ', rồi quay lại đây tải lại trang.', en: ', then come back and reload this page.' },
  sendOn: { vi: 'Gửi tiếp bằng tài khoản này', en: 'Send it on as this account' },
  signInToSee: {
    vi: 'Đăng nhập để xem tiếp đúng trang này.',
    en: 'Sign in to see this very page.',
  },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  gridHowTo: {
    vi: 'Dùng phím mũi tên hoặc Enter để sang ô khác. Có thể chép một khối ô từ Excel rồi dán vào ô đầu tiên.',
    en: 'Arrow keys and Enter move between fields. A block copied from Excel can be pasted into its first field.',
  },
  gridFilled: { vi: 'Đã dán {count} ô; chưa lưu.', en: '{count} fields pasted; not saved yet.' },
  gridSkipped: {
    vi: '{count} giá trị không có ô để nhận nên bỏ qua.',
    en: '{count} values had no field to go to and were left out.',
  },
  dayForm: { vi: 'ngày/tháng/năm', en: 'day/month/year' },
  timeForm: { vi: 'giờ:phút', en: 'hh:mm' },
  day: { vi: 'Ngày', en: 'Day' },
  time: { vi: 'Giờ', en: 'Time' },
  openCalendar: {
    vi: (field: string) => `Mở lịch: ${field}`,
    en: (field: string) => `Open the calendar: ${field}`,
  },
  previousYear: { vi: 'Năm trước', en: 'Year before' },
  previousMonth: { vi: 'Tháng trước', en: 'Month before' },
  nextMonth: { vi: 'Tháng sau', en: 'Next month' },
  nextYear: { vi: 'Năm sau', en: 'Next year' },
  today: { vi: 'Hôm nay', en: 'Today' },
  closeCalendar: { vi: 'Đóng', en: 'Close' },
  timesShownIn: {
    vi: 'Giờ trên trang là giờ Thành phố Hồ Chí Minh.',
    en: 'Times are those of Ho Chi Minh City.',
  },
  sensitiveData: {
    vi: 'Thông tin đảng viên là dữ liệu cá nhân nhạy cảm: chỉ dùng cho công việc được giao, không chuyển tiếp ra ngoài.',
    en: 'Party membership is sensitive personal data: use it for your assigned work only and do not pass it on.',
  },
  done: { vi: 'Đã xong', en: 'Done' },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  notDone: { vi: 'Chưa thực hiện được', en: 'Not done' },
  notice: { vi: 'Thông báo', en: 'Notice' },
  toCorrect: { vi: 'Các mục cần sửa (bấm để đến từng mục):', en: 'To correct (each line leads to its field):' },
  standsNow: {
    vi: (value: string) => `Người khác vừa ghi: ${value || '(trống)'}`,
    en: (value: string) => `Somebody else has just written: ${value || '(nothing)'}`,
  },
  stoodBefore: {
    vi: (value: string) => `Người khác vừa sửa mục này. Trước đó là: ${value || '(trống)'}`,
    en: (value: string) => `Somebody else has just changed this. Before, it was: ${value || '(nothing)'}`,
  },
  waitsForMe: { vi: 'Chỉ mục chờ tôi xử lý', en: 'Only what waits for me' },
  tickedElsewhere: {
    vi: 'Kể cả các dòng đã đánh dấu mà trang này không hiện:',
    en: 'With what is ticked and not on this page:',
  },
  loadAgain: { vi: 'Tải lại bản mới', en: 'Load the new version' },
  notWritten: {
    vi: (label: string) => `Chưa ghi ${within(label)}.`,
    en: (label: string) => `Fill in “${label}”.`,
  },
  notChosen: {
    vi: (label: string) => `Chưa chọn ${within(label)}.`,
    en: (label: string) => `Choose “${label}”.`,
  },
  notTicked: {
    vi: (label: string) => `Chưa đánh dấu “${label}”.`,
    en: (label: string) => `Tick “${label}”.`,
  },
  requestFailed: {
    vi: 'Thao tác vừa rồi có thể chưa được lưu: mất kết nối, máy chủ bận hoặc thông tin đã thay đổi. Đồng chí tải lại trang để xem, chưa thấy thì làm lại.',
    en: 'Your last action may not have been saved: the connection was lost, the server is busy or something changed meanwhile. Reload the page to see, and do it again if it is not there.',
  },
  required: { vi: 'bắt buộc', en: 'required' },
  error: { vi: 'Cần sửa', en: 'Please correct' },
  typeNameOrCode: { vi: 'Gõ tên hoặc mã', en: 'Type a name or a code' },
  found: { vi: 'Tìm thấy', en: 'Found' },
  noneNamedSo: {
    vi: 'Không có tên hay mã nào như vậy. Hãy gõ lại.',
    en: 'No name or code is like this. Type it again.',
  },
  namedSo: {
    vi: (count: number, isMore: boolean) =>
      isMore ? `${count} mục đầu; gõ thêm để thấy ít hơn.` : `Tìm thấy ${count} mục.`,
    en: (count: number, isMore: boolean) =>
      isMore ? `The first ${count}; type more to see fewer.` : `${count} found.`,
  },
  chooseOne: { vi: '— Chọn —', en: '— Choose —' },
  chooseFileAgain: {
    vi: 'Trình duyệt không giữ lại tệp sau khi gửi: đồng chí chọn lại tệp.',
    en: 'Browsers do not keep a file after sending: please choose it again.',
  },
  filter: { vi: 'Tìm và lọc', en: 'Search and filter' },
  applyFilter: { vi: 'Tìm', en: 'Search' },
  showFiltered: { vi: 'Xem', en: 'Show' },
  clearFilter: { vi: 'Bỏ lọc', en: 'Clear' },
  downloadExcel: { vi: 'Tải Excel', en: 'Download Excel' },
  pages: { vi: 'Chuyển trang', en: 'Pages' },
  nextPage: { vi: 'Xem tiếp', en: 'Next' },
  firstPage: { vi: 'Về đầu danh sách', en: 'Back to the start' },
  sortBy: { vi: 'Sắp xếp theo', en: 'Sort by' },
  sortedAscending: { vi: 'đang xếp tăng dần', en: 'sorted ascending' },
  sortedDescending: { vi: 'đang xếp giảm dần', en: 'sorted descending' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  pass: { vi: 'Đạt', en: 'Pass' },
  warn: { vi: 'Lưu ý', en: 'Check' },
  block: { vi: 'Không đạt', en: 'Blocked' },
  citation: { vi: 'Căn cứ:', en: 'Source:' },
  progressOf: {
    vi: (done: number, total: number) => `Đã xong ${done} trên ${total}`,
    en: (done: number, total: number) => `${done} of ${total} done`,
  },
  reloadForProgress: { vi: 'Tải lại trang để xem tiến độ', en: 'Reload the page to see the progress' },
  paperAs: { vi: (paper: string) => `Tải ${paper}`, en: (paper: string) => `Download: ${paper}` },
  notEntered: { vi: 'Chưa có', en: 'Not entered' },
  inThreeSentences: { vi: 'Tóm tắt', en: 'In short' },
});
