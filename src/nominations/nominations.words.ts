import { declareActions } from '../platform/journal/actions';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

export const stateWords = words({
  draft: { vi: 'Bản nháp', en: 'Draft' },
  submitted: { vi: 'Đã gửi', en: 'Submitted' },
  endorsed: { vi: 'Tập đoàn đã đồng ý', en: 'Endorsed' },
  accepted: { vi: 'Đã duyệt', en: 'Accepted' },
  returned: { vi: 'Trả lại để sửa', en: 'Returned' },
  rejected: { vi: 'Không duyệt', en: 'Rejected' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  substituted: { vi: 'Đã thay người', en: 'Substituted' },
  transferred: { vi: 'Đã chuyển lớp', en: 'Transferred' },
  deferred: { vi: 'Bảo lưu', en: 'Deferred' },
  class_cancelled: { vi: 'Lớp bị hủy', en: 'Class cancelled' },
});

/** The words of the list of a class. */
export const nominationWords = words({
  help: {
    vi: 'Những người được cử vào lớp, theo đơn vị và thứ tự dự phòng. Đơn vị cử thêm, văn phòng xét duyệt ngay tại đây.',
    en: 'The people nominated for the class, by unit and rank. Units nominate more here, and the office reviews here.',
  },
  ofClass: {
    vi: (name: string) => `Danh sách cử học – ${name}`,
    en: (name: string) => `Nominations – ${name}`,
  },
  nominations: { vi: 'Danh sách cử học', en: 'Nominations' },
  addOutsider: { vi: 'Thêm khách mời', en: 'Add a guest' },
  nominate: { vi: 'Cử người đi học', en: 'Nominate people' },
  sendList: { vi: 'Gửi danh sách Excel', en: 'Send an Excel list' },

  countsLabel: { vi: 'Số người theo tình trạng', en: 'People by state' },
  reservesCount: { vi: 'Trong đó dự phòng', en: 'Of these, reserves' },
  leftOver: { vi: 'Chưa xét, lớp đã kết thúc', en: 'Not decided, class over' },
  reservesHint: { vi: 'Chờ có chỉ tiêu trống', en: 'Waiting for a seat' },

  search: { vi: 'Họ tên hoặc mã cán bộ', en: 'Name or code' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  allUnits: { vi: 'Tất cả đơn vị', en: 'All units' },
  state: { vi: 'Tình trạng', en: 'State' },
  allStates: { vi: 'Mọi tình trạng', en: 'Any state' },
  letters: { vi: 'Công văn', en: 'Letters' },
  overrides: { vi: 'Trường hợp ngoại lệ', en: 'Exceptions' },
  sort: { vi: 'Sắp xếp', en: 'Order' },
  sortUnit: { vi: 'Theo đơn vị, rồi tên', en: 'By unit, then name' },
  sortName: { vi: 'Theo tên', en: 'By name' },
  sortLatest: { vi: 'Gửi sau xếp trước', en: 'Latest sent first' },
  sortEarliest: { vi: 'Gửi trước xếp trước', en: 'Earliest sent first' },
  reservesOnly: { vi: 'Chỉ người dự phòng', en: 'Reserves only' },

  name: { vi: 'Họ và tên', en: 'Name' },
  admission: { vi: 'Điều kiện dự học', en: 'Admission' },
  place: { vi: 'Chỗ', en: 'Place' },
  groupLetter: {
    vi: (number: string, day: string) => `Công văn Tập đoàn ${number}, ${day}`,
    en: (number: string, day: string) => `Group’s letter ${number}, ${day}`,
  },
  seat: { vi: (number: number) => `Chỉ tiêu số ${number}`, en: (number: number) => `Seat ${number}` },
  reserve: { vi: (rank: number) => `Dự phòng số ${rank}`, en: (rank: number) => `Reserve ${rank}` },
  nobodyBefore: { vi: 'Kế tiếp khi có chỗ', en: 'Next to move up' },
  before: {
    vi: (count: number) => `Còn ${count} người trước`,
    en: (count: number) => `${count} before`,
  },
  noPlace: { vi: 'Không giữ chỗ', en: 'None' },
  noRules: { vi: 'Không có điều kiện riêng.', en: 'No particular rules.' },
  meetsAll: {
    vi: (count: number) => `Đạt cả ${count} điều kiện`,
    en: (count: number) => `Meets all ${count} rules`,
  },
  meets: {
    vi: (count: number) => `Đạt ${count} điều kiện khác`,
    en: (count: number) => `Meets ${many(count, 'other rule')}`,
  },
  none: { vi: 'Chưa có ai được cử vào lớp này', en: 'Nobody is nominated into this class yet' },
  noneNext: {
    vi: 'Bấm “Cử người đi học” để chọn từ danh sách cán bộ của đơn vị, hoặc gửi danh sách trích ngang bằng Excel.',
    en: 'Choose from the unit’s roster with “Nominate people”, or send the Excel list.',
  },
  noneForReaders: {
    vi: 'Khi các đơn vị gửi danh sách, người được cử hiện ra ở đây.',
    en: 'People appear here as units send their lists.',
  },
  noneFound: { vi: 'Không có ai khớp với điều kiện lọc', en: 'Nobody matches the filters' },
  noneFoundNext: { vi: 'Hãy bỏ bớt điều kiện lọc.', en: 'Remove some of the filters and search again.' },

  noneAnswers: { vi: 'Đơn vị trả lời không cử ai', en: 'Units that nominate nobody this time' },
  answeredAt: { vi: 'Trả lời lúc', en: 'Answered at' },
  note: { vi: 'Ghi chú', en: 'Note' },
  noNote: { vi: 'Không ghi chú', en: 'None' },
  noAnswers: { vi: 'Chưa có đơn vị nào', en: 'No unit so far' },
  plotNobody: { vi: 'Chưa có ai được cử', en: 'Nobody is nominated yet' },
  plotSent: { vi: (sent: number) => `Đã cử ${sent} lượt`, en: (sent: number) => `${sent} nominations came` },
  plotSentOf: {
    vi: (sent: number, seats: number) => `Đã cử ${sent} lượt cho ${seats} chỗ`,
    en: (sent: number, seats: number) => `${sent} nominations came for ${seats} seats`,
  },
  plotUntil: {
    vi: (day: string, left: number) =>
      left === 0 ? `; hôm nay ${day} là hạn cuối` : `; còn ${left} ngày đến hạn ${day}`,
    en: (day: string, left: number) =>
      left === 0 ? `; today, ${day}, is the deadline` : `; ${left} days to the deadline, ${day}`,
  },
  plotOver: {
    vi: (day: string, late: number) => `; đã hết hạn ${day}${late > 0 ? `, trong đó ${late} lượt sau hạn` : ''}`,
    en: (day: string, late: number) => `; the deadline was ${day}${late > 0 ? `, ${late} came after it` : ''}`,
  },
  plotDeadline: { vi: (day: string) => `Hạn ${day}`, en: (day: string) => `Deadline ${day}` },
  plotSeats: { vi: (seats: number) => `${seats} chỗ`, en: (seats: number) => `${seats} seats` },
});

export const nominationActions = declareActions('nominations', {
  accepted: { vi: 'đã duyệt hồ sơ cử đi học', en: 'accepted the nomination' },
  decision_taken_back: {
    vi: 'đã hoàn tác quyết định xét duyệt, chưa báo cho ai',
    en: 'undid a decision nobody was told of',
  },
  stepped_back: {
    vi: 'đã đưa về lại dự phòng vì việc không duyệt người trước đã hoàn tác',
    en: 'put back among the reserves, as the rejection that made room was undone',
  },
  drafted: { vi: 'đã lập nháp hồ sơ cử đi học', en: 'drafted the nomination' },
  endorsed: { vi: 'đã cho ý kiến đồng ý cử đi học', en: 'endorsed the nomination' },
  group_letter_recorded: {
    vi: 'đã ghi công văn đồng ý của Tập đoàn',
    en: 'recorded the Group’s letter of endorsement',
  },
  none_this_time: {
    vi: 'đã trả lời kỳ này đơn vị không cử ai',
    en: 'answered that the unit nominates nobody this time',
  },
  passed_over: { vi: 'đã xét nhưng chưa đưa lên từ dự phòng', en: 'passed over the reserve' },
  place_given_up: {
    vi: 'đã nhường chỗ vì quá hạn sửa',
    en: 'gave up the place, not corrected in time',
  },
  promoted: { vi: 'đã đưa từ dự phòng lên giữ chỗ', en: 'promoted the reserve to a seat' },
  ranked: { vi: 'đã đổi thứ tự dự phòng', en: 'changed the rank of a reserve' },
  rejected: { vi: 'đã không duyệt hồ sơ cử đi học', en: 'rejected the nomination' },
  returned: { vi: 'đã trả lại hồ sơ cử đi học để sửa', en: 'returned the nomination for correction' },
  stays: {
    vi: 'đã quyết định cho học tiếp dù đã rời hoặc chuyển đơn vị',
    en: 'decided that who left or moved stays in the class',
  },
  submitted: { vi: 'đã gửi hồ sơ cử đi học', en: 'submitted the nomination' },
  substituted: { vi: 'đã thay người được cử', en: 'substituted the nominee' },
  taken_over: { vi: 'đã nhận học viên từ lớp khác chuyển đến', en: 'took over the learner of another class' },
  transferred: { vi: 'đã chuyển học viên sang lớp khác', en: 'transferred the learner to another class' },
  deferred: { vi: 'đã cho học viên bảo lưu', en: 'deferred the learner' },
  came_back: {
    vi: 'đã đưa hồ sơ cử đi học trở lại vì lớp không hủy nữa',
    en: 'brought the nomination back, as the class is on again',
  },
  class_cancelled: {
    vi: 'đã kết thúc hồ sơ cử đi học vì lớp bị hủy',
    en: 'ended the nomination, as its class was cancelled',
  },
  withdrawn: { vi: 'đã rút hồ sơ cử đi học', en: 'withdrew the nomination' },
});
