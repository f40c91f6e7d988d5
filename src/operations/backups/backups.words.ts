import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const backupWords = words({
  help: {
    vi: 'Mỗi bản sao lưu được khôi phục thử vào một nơi trống và kiểm tra theo các quy tắc dữ liệu. Chỉ khi đó bản sao lưu mới được tính là tốt.',
    en: 'Each backup is restored into an empty place and held against the rules the data keeps. Only then it counts as good.',
  },
  title: { vi: 'Sao lưu dữ liệu', en: 'Backups' },
  back: { vi: 'Vận hành', en: 'Operations' },
  makeNow: { vi: 'Sao lưu ngay', en: 'Back up now' },
  requested: {
    vi: 'Đã yêu cầu sao lưu; trang này cho biết tiến độ.',
    en: 'A backup was asked for; this page tells how far it is.',
  },
  overdueTitle: { vi: 'Quá một ngày chưa có bản sao lưu tốt', en: 'No good backup for more than a day' },
  overdueSince: {
    vi: (at: string) => `Bản tốt gần nhất lấy dữ liệu lúc ${at}. Nếu máy hỏng bây giờ, mọi việc làm từ lúc đó sẽ mất.`,
    en: (at: string) =>
      `The last good one is as of ${at}. If the machine broke now, everything done since then would be lost.`,
  },
  overdueNone: {
    vi: 'Chưa có bản sao lưu tốt nào. Nếu máy hỏng bây giờ, toàn bộ dữ liệu sẽ mất.',
    en: 'There is no good backup at all. If the machine broke now, everything would be lost.',
  },
  overdueTell: {
    vi: 'Hãy báo người quản trị: lý do ghi ở trang Sao lưu dữ liệu.',
    en: 'Tell an administrator: the reason stands on the page Backups.',
  },
  overdueSee: { vi: 'Xem lý do và sao lưu ngay', en: 'See why, and back up now' },
  lastGood: { vi: 'Bản tốt gần nhất', en: 'Last good one' },
  lastGoodIs: {
    vi: (at: string, size: string, rows: string) =>
      `Bản sao lưu tốt gần nhất: dữ liệu lúc ${at}, ${size}, ${rows} dòng, đã khôi phục thử và kiểm tra.`,
    en: (at: string, size: string, rows: string) =>
      `Last good backup: as of ${at}, ${size}, ${rows} rows, restored and examined.`,
  },
  noneYet: { vi: 'Chưa có bản sao lưu nào', en: 'No backup yet' },
  noneYetNext: {
    vi: (at: string | null) => `Bấm “Sao lưu ngay”${at ? `, hoặc đợi đến ${at}` : ''}.`,
    en: (at: string | null) => `Press “Back up now”${at ? `, or wait until ${at}` : ''}.`,
  },
  underWay: { vi: 'Đang sao lưu', en: 'Under way' },
  ended: { vi: 'Việc sao lưu đã kết thúc.', en: 'The backup has ended.' },
  seeList: { vi: 'Xem danh sách', en: 'See the list' },
  waits: { vi: 'Đang chờ bắt đầu', en: 'About to begin' },
  copying: { vi: 'Đang chép dữ liệu ra tệp', en: 'Copying the data into a file' },
  restoring: { vi: 'Đang khôi phục thử vào nơi trống', en: 'Restoring into an empty place' },
  examining: { vi: 'Đang kiểm tra theo quy tắc dữ liệu', en: 'Examining against the rules' },
  failedAgain: { vi: 'Hệ thống tự làm lại sau một giờ.', en: 'It is made again after an hour.' },
  failedTomorrow: {
    vi: (at: string) =>
      `Dữ liệu cần được sửa trước, nên hệ thống không làm lại ngay: bản sau được tạo lúc ${at}. Sửa xong sớm hơn thì bấm “Sao lưu ngay”.`,
    en: (at: string) =>
      `The data must be corrected first, so the backup is not repeated at once: the next one is made at ${at}. If you finish earlier, press “Back up now”.`,
  },
  failedNever: {
    vi: 'Hệ thống không tự sao lưu (BACKUP_AT là never): khắc phục xong, hãy bấm “Sao lưu ngay”.',
    en: 'Nothing is made by the clock (BACKUP_AT is never): settle it, then press “Back up now”.',
  },
  list: { vi: 'Các bản sao lưu', en: 'Backups' },
  takenAt: { vi: 'Dữ liệu lúc', en: 'As of' },
  state: { vi: 'Tình trạng', en: 'State' },
  good: { vi: 'Tốt, đã kiểm tra', en: 'Good, examined' },
  failed: { vi: 'Không đạt', en: 'Failed' },
  requestedState: { vi: 'Đang chờ', en: 'Waiting' },
  making: { vi: 'Đang tạo', en: 'Being made' },
  size: { vi: 'Cỡ tệp', en: 'Size' },
  rows: { vi: 'Số dòng', en: 'Rows' },
  file: { vi: 'Tệp', en: 'File' },
  removed: { vi: 'Đã xóa, nhường chỗ cho bản mới', en: 'Gone, newer ones took its place' },
  sealed: { vi: 'Có mã hóa', en: 'Encrypted' },
  plain: { vi: 'Không mã hóa', en: 'Not encrypted' },
  how: { vi: 'Cách sao lưu', en: 'How it is done' },
  folder: { vi: 'Thư mục', en: 'Folder' },
  hour: { vi: 'Giờ hằng ngày', en: 'Hour of the day' },
  never: { vi: 'Không tự động (BACKUP_AT)', en: 'Not by the clock (BACKUP_AT)' },
  kept: { vi: 'Số bản tốt được giữ', en: 'Good ones kept' },
  sealing: { vi: 'Mã hóa', en: 'Encryption' },
  byPassphrase: { vi: 'Bằng mật khẩu (BACKUP_PASSPHRASE)', en: 'By passphrase (BACKUP_PASSPHRASE)' },
  byRecipient: { vi: 'Bằng khóa công khai (BACKUP_RECIPIENT)', en: 'By public key (BACKUP_RECIPIENT)' },
  notSealed: {
    vi: 'Chưa: ai đọc được tệp là đọc được mọi dữ liệu. Hãy đặt BACKUP_PASSPHRASE hoặc BACKUP_RECIPIENT.',
    en: 'None: anyone who can read a file can read all data. Set BACKUP_PASSPHRASE or BACKUP_RECIPIENT.',
  },
  notHere: {
    vi: 'Tệp không tải về được qua trang này: mỗi tệp chứa toàn bộ dữ liệu cá nhân. Người giữ máy chủ chép tệp từ thư mục; khôi phục bằng lệnh npm run restore.',
    en: 'Files are not downloaded here: each holds all personal data. The server administrator copies them from the folder; npm run restore restores one.',
  },
});

export const backupActions = declareActions('backups', {
  requested: { vi: 'đã yêu cầu sao lưu dữ liệu', en: 'asked for a backup' },
  examined: { vi: 'đã sao lưu dữ liệu và kiểm tra bản sao', en: 'made a backup and examined it' },
  failed: { vi: 'sao lưu dữ liệu không thành công', en: 'had a backup fail' },
  restored: { vi: 'đã khôi phục dữ liệu từ bản sao lưu', en: 'restored the data from a backup' },
});
