import { declareActions } from '../../platform/journal/actions';
import { many, people } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';

export const rosterWords = words({
  help: {
    vi: 'Gửi tệp Excel danh sách của đơn vị để đối chiếu và xem từng thay đổi. Chỉ khi đồng chí bấm “Ghi vào hệ thống” dữ liệu mới thay đổi.',
    en: 'Send the Excel roster of a unit: it is compared, and every change is shown. Nothing changes until you press “Apply”.',
  },
  helpOfOne: {
    vi: 'Tệp sẽ thêm ai, đổi gì, dòng nào chưa nhận. Hãy đọc các dòng cần sửa trước, rồi mới ghi vào hệ thống.',
    en: 'Whom the file adds, what it changes, and which rows are refused. Read those to correct first, then apply it.',
  },
  rosters: { vi: 'Danh sách đơn vị gửi', en: 'Rosters of units' },
  send: { vi: 'Gửi danh sách để đối chiếu', en: 'Send a roster to compare' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  file: { vi: 'Tệp danh sách', en: 'Roster file' },
  fileHint: {
    vi: 'Tệp .xlsx, .xls, .ods hoặc .csv, không quá 10 MB. Dòng tiêu đề cần có Mã số, Họ và tên, Ngày sinh; người mới cần thêm Giới tính, Tình trạng, Trình độ chuyên môn.',
    en: 'An .xlsx, .xls, .ods or .csv file of at most 10 MB. Its heading row needs Mã số, Họ và tên and Ngày sinh (code, name, birth date); new people also need Giới tính, Tình trạng and Trình độ chuyên môn (sex, standing, education).',
  },
  compare: { vi: 'Đối chiếu', en: 'Compare' },
  earlier: { vi: 'Các lần gửi trước', en: 'Earlier rosters' },
  noUnits: { vi: 'Chưa có đơn vị cơ sở nào.', en: 'There is no base unit yet.' },
  addUnitsFirst: { vi: 'Thêm đơn vị trước', en: 'Add units first' },
  noneYet: { vi: 'Chưa có lần gửi nào', en: 'No roster was sent yet' },
  noneYetNext: {
    vi: 'Chọn tệp ở trên rồi bấm “Đối chiếu”. Chưa có gì được ghi cho đến khi đồng chí xem và đồng ý.',
    en: 'Choose a file above and press “Compare”. Nothing is stored until you have seen it and agreed.',
  },
  noneYetToRead: {
    vi: 'Danh sách do bí thư đơn vị hoặc văn phòng gửi sẽ hiện ở đây.',
    en: 'Rosters sent by secretaries or the office appear here.',
  },
  uploadedAt: { vi: 'Gửi lúc', en: 'Sent at' },
  outcome: { vi: 'Kết quả đối chiếu', en: 'Outcome' },
  state: { vi: 'Trạng thái', en: 'State' },
  previewed: { vi: 'Mới đối chiếu, chưa ghi', en: 'Compared, not applied' },
  applied: { vi: 'Đã ghi vào hệ thống', en: 'Applied' },
  reversed: { vi: 'Đã hoàn tác', en: 'Reversed' },
  all: { vi: 'Tất cả các dòng', en: 'All rows' },
  new: { vi: 'Người mới', en: 'New' },
  changed: { vi: 'Có thay đổi', en: 'Changed' },
  same: { vi: 'Không đổi', en: 'Same' },
  refused: { vi: 'Cần sửa', en: 'To correct' },
  notInFile: { vi: 'Không có trong tệp', en: 'Not in the file' },
  newHint: { vi: 'sẽ được thêm', en: 'to be added' },
  changedHint: { vi: 'sẽ được cập nhật', en: 'to be updated' },
  sameHint: { vi: 'đã đúng như trong tệp', en: 'as the file has them' },
  refusedHint: { vi: 'chưa nhận, sửa trong tệp', en: 'refused as they stand' },
  notInFileHint: { vi: 'được giữ nguyên', en: 'stay as they are' },
  summary: {
    vi: (added: number, changed: number, refused: number) =>
      `${added} người mới, ${changed} thay đổi, ${refused} dòng cần sửa`,
    en: (added: number, changed: number, refused: number) => `${added} new, ${changed} changed, ${refused} to correct`,
  },
  nothingStoredYet: { vi: 'Chưa có gì được ghi', en: 'Nothing has been stored yet' },
  applyNext: {
    vi: 'Đây mới là kết quả đối chiếu. Đồng chí xem các dòng bên dưới, nếu đúng thì bấm “Ghi vào hệ thống”.',
    en: 'This is only the comparison. Look through the rows below and, if they are right, press “Apply”.',
  },
  refusedNext: {
    vi: (rows: number) =>
      `${rows} dòng cần sửa sẽ được bỏ qua lần này. Có thể ghi các dòng khác trước, rồi sửa tệp và gửi lại; những người đã ghi sẽ không bị lặp.`,
    en: (rows: number) =>
      `${many(rows, 'row')} to correct will be left out this time. You can apply the others now, correct the file and send it again: nobody is entered twice.`,
  },
  nothingToApply: {
    vi: 'Không có gì để ghi: mọi dòng nhận được đều đã có trong hệ thống đúng như vậy.',
    en: 'There is nothing to apply: every row that was accepted is already stored as it stands.',
  },
  nothingReadable: {
    vi: 'Không có dòng nào nhận được. Hãy sửa tệp theo các lý do bên dưới rồi gửi lại.',
    en: 'No row could be accepted. Correct the file as told below and send it again.',
  },
  seemsList: {
    vi: 'Tệp này có vẻ là danh sách cử đi học',
    en: 'This file seems to be a nomination list',
  },
  seemsListHint: {
    vi: 'Danh sách cử đi học gửi ở trang của lớp, mục Cử học viên. Ở đây, tệp sẽ cập nhật hồ sơ của những người có tên.',
    en: 'Nomination lists are sent on the page of the class, under nominations. Here the file would update the records of the people it names.',
  },
  seemsLeft: {
    vi: 'Tệp này có vẻ là danh sách người đã rời đơn vị',
    en: 'This file seems to be of people who have left the unit',
  },
  seemsLeftHint: {
    vi: 'Ghi vào đây thì những người trong tệp thành người đang thuộc đơn vị. Người chuyển đi, nghỉ hưu, từ trần hay bị xóa tên được ghi nhận ở trang của từng người, mục “Chuyển hoặc rời đơn vị”.',
    en: 'If applied here, the people in the file become people of the unit. That somebody moved, retired, died or was struck off is recorded on the page of the person, under leaving.',
  },
  meantOfThem: {
    vi: 'Những người này đang thuộc đơn vị',
    en: 'These people belong to the unit',
  },
  toClasses: { vi: 'Mở trang Lớp học', en: 'Open Classes' },
  meant: {
    vi: 'Đây đúng là danh sách cán bộ, đảng viên của đơn vị',
    en: 'This is the roster of the unit',
  },
  apply: { vi: 'Ghi vào hệ thống', en: 'Apply' },
  blankStays: {
    vi: (values: number) =>
      `Ô trống không xóa gì: ${values} giá trị đang có mà tệp để trống được giữ nguyên, trừ khi đồng chí chọn xóa lúc ghi.`,
    en: (values: number) =>
      `A blank cell removes nothing: ${many(values, 'stored value')} left blank in the file stay, unless you choose otherwise when applying.`,
  },
  removable: {
    vi: (values: number) => `${values} giá trị đang có trong hệ thống được để trống trong tệp`,
    en: (values: number) => `${many(values, 'stored value is', 'stored values are')} blank in the file`,
  },
  removableHint: {
    vi: 'Để nguyên thì không xóa gì. Chỉ đánh dấu loại nào thực sự cần xóa.',
    en: 'If nothing is ticked, nothing is removed. Tick only what really has to be removed.',
  },
  removeKind: {
    vi: (kind: string, values: number) => `Xóa “${kind}” của ${values} người`,
    en: (kind: string, values: number) => `Remove “${kind}” of ${people(values)}`,
  },
  applyConfirm: {
    vi: (added: number, changed: number) =>
      `Thêm ${added} người và cập nhật ${changed} người. Sau khi ghi vẫn có thể hoàn tác, nếu chưa ai trong số này được cử đi học.`,
    en: (added: number, changed: number) =>
      `Adds ${people(added)} and updates ${people(changed)}. It can be reversed afterwards, as long as none of them was nominated.`,
  },
  appliedDone: {
    vi: (added: number, changed: number) => `Đã thêm ${added} người và cập nhật ${changed} người.`,
    en: (added: number, changed: number) => `Added ${people(added)} and updated ${people(changed)}.`,
  },
  appliedAt: { vi: (at: string) => `Đã ghi lúc ${at}.`, en: (at: string) => `Applied at ${at}.` },
  reverse: { vi: 'Hoàn tác', en: 'Reverse' },
  reverseConfirm: {
    vi: 'Người được thêm từ tệp này sẽ bị xóa, người được cập nhật trở lại như trước. Chỉ làm được khi chưa có việc gì khác gắn với những người này.',
    en: 'People added from this file are removed and updated ones get back what they had. Possible only while nothing else names these people.',
  },
  reversedDone: {
    vi: (added: number, changed: number) =>
      `Đã hoàn tác: bỏ ${added} người mới, trả lại dữ liệu cũ cho ${changed} người.`,
    en: (added: number, changed: number) => `Reversed: ${people(added)} removed, ${people(changed)} restored.`,
  },
  reversedAt: { vi: (at: string) => `Đã hoàn tác lúc ${at}.`, en: (at: string) => `Reversed at ${at}.` },
  row: { vi: 'Dòng', en: 'Row' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  code: { vi: 'Mã số', en: 'Code' },
  verdict: { vi: 'Kết quả', en: 'Verdict' },
  details: { vi: 'Chi tiết', en: 'Details' },
  nameless: { vi: '(chưa có họ tên)', en: '(no name)' },
  became: {
    vi: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
    en: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
  },
  noRows: { vi: 'Không có dòng nào thuộc loại này', en: 'No row of this kind' },
  notInFileTitle: {
    vi: (count: number) => `Có trong hệ thống nhưng không có trong tệp (${count})`,
    en: (count: number) => `In the service but not in the file (${count})`,
  },
  notInFileNote: {
    vi: 'Những người này được giữ nguyên, không bị xóa. Nếu ai đã chuyển đi hoặc nghỉ hưu, xin báo văn phòng đào tạo; nếu sót, hãy bổ sung vào tệp.',
    en: 'They stay as they are; nobody is removed. If somebody has moved or retired, tell the training office; if somebody is missing, add them to the file.',
  },
  position: { vi: 'Chức vụ', en: 'Position' },
});

export const rosterActions = declareActions('roster_imports', {
  applied: { vi: 'đã nhận danh sách cán bộ, đảng viên', en: 'applied a roster' },
  previewed: {
    vi: 'đã tải lên danh sách cán bộ, đảng viên để xem trước',
    en: 'uploaded a roster for a preview',
  },
  reversed: { vi: 'đã hoàn tác danh sách cán bộ, đảng viên', en: 'reversed a roster' },
});
