import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

/** What the class manager sees: the code in the hall, and the page of one tap per person. */
export const hallWords = words({
  help: {
    vi: 'Mở trên máy chiếu hoặc máy tính bảng ở cửa, học viên quét bằng máy ảnh điện thoại. Mã tự đổi liên tục nên ảnh chụp gửi đi không dùng được.',
    en: 'Open it on the projector or a tablet by the door, and people scan it with their phone. The code keeps changing, so a photo sent to others does not work.',
  },
  halls: { vi: 'Mã điểm danh trong hội trường', en: 'The check-in code in the hall' },
  wholeClass: { vi: 'Cả lớp', en: 'The whole class' },
  site: { vi: 'Điểm cầu', en: 'Site' },
  state: { vi: 'Trạng thái', en: 'State' },
  open: { vi: 'Đang mở', en: 'Open' },
  notOpen: { vi: 'Chưa mở', en: 'Not open' },
  actions: { vi: 'Thao tác', en: 'Actions' },
  openHall: { vi: 'Mở mã', en: 'Open the code' },
  goToHall: { vi: 'Xem mã đang chiếu', en: 'See the code' },
  closeHall: { vi: 'Đóng mã', en: 'Close the code' },
  closeConfirm: {
    vi: 'Sau khi đóng, không ai quét vào hoặc ra được nữa. Có thể mở lại trong ngày.',
    en: 'Once closed, nobody can check in or out by it. It can be opened again on the same day.',
  },
  closed: { vi: 'Đã đóng mã điểm danh.', en: 'The code is closed.' },
  hallIsClosed: {
    vi: 'Mã này đã đóng. Bấm Mở mã để học viên quét tiếp.',
    en: 'This code is closed. Open it again to let people scan.',
  },
  scanIn: { vi: 'Quét để điểm danh VÀO', en: 'Scan to check IN' },
  scanOut: { vi: 'Quét để điểm danh RA', en: 'Scan to check OUT' },
  turnToIn: { vi: 'Chuyển sang mã vào', en: 'Turn to the code for coming in' },
  turnToOut: { vi: 'Chuyển sang mã ra', en: 'Turn to the code for going out' },
  qrOf: { vi: 'Mã QR điểm danh, tự đổi liên tục', en: 'QR code for checking in; it keeps changing' },
});

export const tapWords = words({
  help: {
    vi: 'Điểm danh nhanh trên điện thoại: chạm vào tên khi người đó đến hoặc về. Gõ vài chữ của tên để tìm.',
    en: 'Quick attendance on a phone: tap a name when the person comes or leaves. Type a few letters of the name to find it.',
  },
  of: {
    vi: (title: string) => `Điểm danh một chạm: ${title.toLowerCase()}`,
    en: (title: string) => `One tap per person: ${title}`,
  },
  nowIn: { vi: 'Lúc vào', en: 'Coming in' },
  nowOut: { vi: 'Lúc ra', en: 'Going out' },
  comingOrGoing: { vi: 'Lúc vào hay lúc ra', en: 'Coming in or going out' },
  present: { vi: 'Có mặt', en: 'Present' },
  left: { vi: 'Ra về', en: 'Going out' },
  undo: { vi: 'Sửa lại', en: 'Undo' },
  cameAt: { vi: (time: string) => `Vào ${time}`, en: (time: string) => `In ${time}` },
  leftAt: { vi: (time: string) => `Ra ${time}`, en: (time: string) => `Out ${time}` },
  notOut: { vi: 'Chưa thấy ra', en: 'Not seen going out' },
  restAbsent: {
    vi: (count: number) => `Ghi vắng ${count} người còn lại`,
    en: (count: number) => `Mark the remaining ${count} absent`,
  },
  restAbsentConfirm: {
    vi: (count: number) =>
      `${count} người chưa điểm danh sẽ được ghi Vắng không phép. Ai đã được ghi Vắng có phép thì giữ nguyên; ai đang chờ duyệt đơn hoặc chờ xem giấy tờ cũng bị ghi vắng, khi được duyệt sẽ tự đổi thành có phép. Muốn sửa từng người sau đó phải ghi lý do.`,
    en: (count: number) =>
      `The ${count} people nobody has marked become absent without leave. Who is excused stays so; whose leave or paper still waits is marked absent too, and excused by itself once it is approved. Changing a person afterwards needs a reason.`,
  },
  restMarked: {
    vi: (count: number) => `Đã ghi vắng ${count} người.`,
    en: (count: number) => `${count} marked absent.`,
  },
  // What the trail keeps, so the same whichever language the page was in.
  undoReason: { vi: 'Bấm nhầm, sửa lại', en: 'Bấm nhầm, sửa lại' },
  cameAfterAll: { vi: 'Đã ghi vắng có phép nhưng có mặt', en: 'Đã ghi vắng có phép nhưng có mặt' },
  done: { vi: 'Đã ghi.', en: 'Recorded.' },
});

/** What the cadre sees. */
export const checkInWords = words({
  help: {
    vi: 'Các buổi học hôm nay của đồng chí và việc điểm danh từng buổi. Đến lớp, hãy mở máy ảnh điện thoại và quét mã ở cửa.',
    en: 'Your half-days today and how each is marked. At the class, scan the code by the door with the camera of your phone.',
  },
  helpOfScan: {
    vi: 'Kết quả lần quét mã vừa rồi của đồng chí. Chưa được ghi có mặt thì hãy báo chủ nhiệm lớp ngay tại lớp.',
    en: 'What came of your scan. If you are not marked present, tell the class manager while you are there.',
  },
  title: { vi: 'Điểm danh bằng mã', en: 'Check in by code' },
  how: {
    vi: 'Mở máy ảnh của điện thoại, đưa vào mã QR đang chiếu trong hội trường rồi bấm vào địa chỉ hiện ra. Lúc ra về quét thêm lần nữa.',
    en: 'Open the camera of your phone, point it at the QR code shown in the hall and tap the address that appears. Scan once more as you leave.',
  },
  offlineHow: {
    vi: 'Hãy mở trang này một lần khi có mạng: sau đó nếu hội trường mất sóng, điện thoại vẫn giữ được lượt quét và tự gửi khi có mạng.',
    en: 'Open this page once while you have a network: should the hall have none, the phone keeps your scan and sends it later by itself.',
  },
  today: { vi: 'Buổi học hôm nay của đồng chí', en: 'Your half-days today' },
  noneToday: { vi: 'Hôm nay đồng chí không có buổi học nào.', en: 'You have no half-day today.' },
  calendar: {
    vi: 'Lịch học',
    en: 'Calendar',
  },
  noneTodayNext: {
    vi: 'Các ngày khác có ở trang “Lịch học”.',
    en: 'Other days are on “Calendar”.',
  },
  trainingClass: { vi: 'Lớp', en: 'Class' },
  halfDay: { vi: 'Buổi học', en: 'Half-day' },
  hours: { vi: 'Giờ', en: 'Hours' },
  attendance: { vi: 'Điểm danh', en: 'Attendance' },
  askLeave: { vi: 'Xin nghỉ học', en: 'Ask for leave' },
  confirmIn: { vi: 'Điểm danh vào', en: 'Check in' },
  confirmOut: { vi: 'Điểm danh ra', en: 'Check out' },
  scannedAt: { vi: (moment: string) => `Quét lúc ${moment}`, en: (moment: string) => `Scanned at ${moment}` },
  as: { vi: (name: string) => `Điểm danh cho: ${name}`, en: (name: string) => `Checking in: ${name}` },
  checkedIn: {
    vi: (time: string) => `Đã điểm danh vào lúc ${time}. Nhớ quét mã ra khi tan buổi.`,
    en: (time: string) => `Checked in at ${time}. Remember to scan again as you leave.`,
  },
  checkedOut: {
    vi: (time: string) => `Đã điểm danh ra lúc ${time}. Chúc đồng chí về an toàn.`,
    en: (time: string) => `Checked out at ${time}. Have a safe way home.`,
  },
  otherDevice: {
    vi: 'Thiết bị này khác với lần trước đồng chí đã điểm danh ở lớp này, nên lượt quét được ghi tạm và chờ chủ nhiệm lớp xác nhận. Lần sau hãy dùng một máy, một trình duyệt.',
    en: 'This device is different from the one you used before in this class, so the scan is recorded for now and the class manager has to confirm it. Use one phone and one browser next time.',
  },
  keptForManager: {
    vi: 'Lượt quét này đã được giữ lại: chủ nhiệm lớp sẽ xem, và nếu đồng chí có mặt thì ghi từ giờ quét.',
    en: 'This scan is kept: the class manager will look at it and, if you were there, mark you present from that time.',
  },
  scanWaits: {
    vi: 'Lượt quét chưa được nhận, chờ chủ nhiệm lớp xem',
    en: 'A scan was not accepted, the class manager will look at it',
  },
  already: {
    vi: 'Đồng chí đã quét mã này từ trước; không có gì thay đổi.',
    en: 'You had scanned before; nothing has changed.',
  },
  back: { vi: 'Điểm danh bằng mã', en: 'Check in by code' },
  offline: { vi: 'Điện thoại đang mất mạng', en: 'Your phone has no network' },
  scanKept: {
    vi: 'Lượt quét đã được giữ lại trên điện thoại này. Giờ quét:',
    en: 'Your scan is kept on this phone. Scanned at:',
  },
  keptHow: {
    vi: 'Cứ để mở trang này; khi có mạng, hệ thống tự gửi; giờ quét tính theo mã đã quét, không theo đồng hồ điện thoại. Nếu đóng trang, hãy mở lại đúng địa chỉ này.',
    en: 'Leave this page open: it sends your scan by itself once there is a network; the code itself says when you scanned, whatever the clock of your phone. If you close it, open this address again.',
  },
  sendNow: { vi: 'Gửi ngay', en: 'Send now' },
  nothingKept: {
    vi: 'Không tải được trang vì mất mạng. Hãy kiểm tra mạng rồi quét lại mã, hoặc nhờ chủ nhiệm lớp điểm danh.',
    en: 'The page could not be loaded without a network. Check your connection and scan again, or ask the class manager to mark you.',
  },
});

/** Beside one's own mark, where it was scanned by another device than before. */
export const ownDeviceWords = words({
  provisional: { vi: 'Thiết bị khác lần trước, chờ xác nhận', en: 'Another device than before, not accepted yet' },
  accepted: { vi: 'Thiết bị khác, đã được chấp nhận', en: 'Another device, accepted' },
  refused: { vi: 'Thiết bị khác, không được nhận', en: 'Another device, refused' },
});

export const checkInActions = declareActions('attendance', {
  checked_in: { vi: 'đã quét mã vào buổi học', en: 'checked in to a half-day by code' },
  checked_out: { vi: 'đã quét mã ra khỏi buổi học', en: 'checked out of a half-day by code' },
  hall_closed: { vi: 'đã đóng mã điểm danh', en: 'closed the check-in code of a half-day' },
  hall_opened: { vi: 'đã mở mã điểm danh', en: 'opened the check-in code of a half-day' },
});
