import { momentInWords } from '../platform/clock';
import { words } from '../platform/messages/words';

/** The words of one nomination. */
export const oneNominationWords = words({
  help: {
    vi: 'Một lượt cử: đang ở bước nào, chờ ai, từng điều kiện đạt hay chưa. Việc đồng chí làm được nằm ở các nút.',
    en: 'One nomination: how far it is, whom it waits for, and each rule it meets or not. The buttons are what you can do now.',
  },
  title: { vi: (name: string) => `Cử học: ${name}`, en: (name: string) => `Nomination of ${name}` },
  standing: { vi: 'Tình trạng', en: 'Status' },
  goesOn: { vi: (code: string) => `Hồ sơ đi tiếp ở lớp ${code}`, en: (code: string) => `Goes on in ${code}` },
  next: { vi: 'Người xử lý tiếp theo', en: 'Next step with' },
  nextUnit: { vi: 'Đơn vị cử', en: 'The nominating unit' },
  nextGroup: { vi: 'Đảng ủy Tập đoàn', en: 'The Group committee' },
  nextAboveGroup: {
    vi: 'Văn phòng đào tạo của Khối cho ý kiến thay, vì cán bộ duy nhất phụ trách của Tập đoàn chính là người được cử',
    en: 'The training office of the Bloc decides in place of the Group, because the Group’s only officer is the nominee',
  },
  nextOffice: { vi: 'Văn phòng đào tạo của Khối', en: 'The training office of the Bloc' },
  nextNobody: { vi: 'Không còn việc phải làm', en: 'No further action' },
  nextOpening: {
    vi: (day: string) => `Học viên, khai giảng ngày ${day}`,
    en: (day: string) => `The nominee; the class opens on ${day}`,
  },
  nextBy: {
    vi: (who: string, day: string) => `${who}, chậm nhất ngày ${day}.`,
    en: (who: string, day: string) => `${who}, by ${day} at the latest.`,
  },
  yourTurn: { vi: 'Chờ đồng chí xử lý.', en: 'This is waiting for you.' },

  nominee: { vi: 'Người được cử', en: 'The nominee' },
  code: { vi: 'Mã cán bộ', en: 'Code' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  trainingClass: { vi: 'Lớp', en: 'Class' },
  opensOn: { vi: 'Khai giảng', en: 'Opens on' },
  letter: { vi: 'Công văn của đơn vị', en: 'The unit’s letter' },
  letterOf: {
    vi: (number: string, day: string) => `Số ${number} ngày ${day}`,
    en: (number: string, day: string) => `${number} of ${day}`,
  },
  noLetter: { vi: 'Chưa có', en: 'None yet' },
  groupLetter: { vi: 'Công văn của Tập đoàn', en: 'The Group’s letter' },
  groupLetterToCome: { vi: 'Đã đồng ý, chưa ghi công văn', en: 'Endorsed; its letter is not recorded yet' },
  groupLetterNumber: { vi: 'Số công văn của Tập đoàn', en: 'Number of the Group’s letter' },
  groupLetterExample: { vi: 'Ví dụ: 208-CV/ĐUTĐ', en: 'For example 208-CV/ĐUTĐ' },
  groupLetterHint: {
    vi: 'Khi đồng ý; ví dụ 208-CV/ĐUTĐ. Chưa ban hành thì để trống, ghi sau.',
    en: 'To endorse; for example 208-CV/ĐUTĐ. Leave it empty if it is not issued yet, and record it later.',
  },
  groupLetterDate: { vi: 'Ngày công văn của Tập đoàn', en: 'Date of the Group’s letter' },
  list: { vi: 'Danh sách đã gửi', en: 'The list it came with' },
  seeList: { vi: 'Xem danh sách', en: 'See the list' },
  takeLate: {
    vi: 'Hết hạn gửi danh sách: lý do nhận bổ sung',
    en: 'The deadline has passed: reason for accepting it late',
  },
  lateReason: { vi: 'Lý do nhận bổ sung ngoài hạn', en: 'Reason for accepting it late' },
  inPlaceOf: { vi: 'Thay cho', en: 'In place of' },
  replacedBy: { vi: 'Được thay bằng', en: 'Replaced by' },
  seeNomination: { vi: 'Xem đề nghị', en: 'See the nomination' },

  checks: { vi: 'Điều kiện dự học', en: 'Admission rules' },
  checksNote: {
    vi: 'Đối chiếu lúc gửi, theo quy định có hiệu lực vào ngày khai giảng.',
    en: 'Checked when it was sent, by the rules in force on the opening day.',
  },
  warningsRead: {
    vi: (who: string, at: string) => `${who} đã đọc các lưu ý và vẫn đề nghị, lúc ${at}.`,
    en: (who: string, at: string) => `${who} read the notes and nominated all the same, at ${at}.`,
  },
  acknowledge: {
    vi: 'Tôi đã đọc các lưu ý và vẫn đề nghị cử người này',
    en: 'I have read the notes and nominate this person all the same',
  },
  unverified: { vi: 'chưa xác minh', en: 'unverified' },
  citedSince: {
    vi: (citation: string, day: string) => `${citation.replace(/\.$/, '')}; áp dụng từ ngày ${day}.`,
    en: (citation: string, day: string) => `${citation.replace(/\.$/, '')}; in force from ${day}.`,
  },
  houseRule: { vi: 'Quy tắc của hệ thống.', en: 'A rule of this service.' },

  actions: { vi: 'Việc có thể làm', en: 'Actions' },
  letterNumber: { vi: 'Số công văn', en: 'Number of the letter' },
  letterNumberHint: { vi: 'Ví dụ: 47-CV/ĐU', en: 'For example 47-CV/ĐU' },
  letterDate: { vi: 'Ngày công văn', en: 'Date of the letter' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonToUnit: { vi: 'Đơn vị và học viên sẽ đọc lý do này.', en: 'The unit and the nominee will read it.' },

  submission: { vi: 'Gửi đề nghị', en: 'Send it' },
  submissionConfirm: {
    vi: 'Đề nghị được gửi kèm công văn và được xét như mọi đề nghị khác.',
    en: 'The nomination is sent with the letter and reviewed like any other.',
  },
  submissionDone: { vi: 'Đã gửi đề nghị.', en: 'The nomination is sent.' },
  ranking: { vi: 'Đổi thứ tự dự phòng', en: 'Change the rank' },
  rankingConfirm: {
    vi: 'Khi có chỉ tiêu trống, dự phòng của đơn vị được xếp theo thứ tự này. Những người đứng sau lùi xuống một bậc.',
    en: 'When a seat becomes free, the unit’s reserves move up in this order. Those behind move down one place.',
  },
  rankingDone: { vi: 'Đã đổi thứ tự dự phòng.', en: 'The rank is changed.' },
  place: { vi: 'Thứ tự dự phòng trong đơn vị', en: 'Place among the unit’s reserves' },
  placeHint: { vi: '1 là người được xếp trước tiên.', en: '1 moves up first.' },
  withdrawal: { vi: 'Rút người này', en: 'Withdraw' },
  withdrawalConfirm: {
    vi: 'Người này thôi được cử. Chỉ tiêu chuyển ngay cho người dự phòng kế tiếp của đơn vị. Không khôi phục được; muốn cử lại phải gửi đề nghị mới.',
    en: 'The person is no longer nominated. The seat goes to the unit’s next reserve at once. This cannot be undone; nominate anew if needed.',
  },
  withdrawalDone: { vi: 'Đã rút đề nghị.', en: 'The nomination is withdrawn.' },
  substitution: { vi: 'Thay người khác', en: 'Substitute' },
  substitutionConfirm: {
    vi: 'Người thay nhận đúng chỗ của người này (chỉ tiêu hoặc thứ tự dự phòng) và được xét lại từ đầu.',
    en: 'The substitute takes over the same seat or rank and is reviewed from the start.',
  },
  substitutionDone: {
    vi: 'Đã thay người. Đây là đề nghị của người thay.',
    en: 'Substituted. This is the substitute’s nomination.',
  },
  newcomer: { vi: 'Người thay', en: 'Substitute' },
  newcomerHint: {
    vi: 'Chỉ gồm người của đơn vị đủ điều kiện và chưa được cử; người cần học hơn đứng trước.',
    en: 'People of the unit who qualify and are not nominated yet; those who need the class most come first.',
  },
  noNewcomer: {
    vi: 'Đơn vị không còn ai đủ điều kiện để thay.',
    en: 'No one else in the unit qualifies.',
  },
  born: {
    vi: (name: string, day: string, position: string | null) =>
      `${name}, sinh ${day}${position ? `, ${position}` : ''}`,
    en: (name: string, day: string, position: string | null) =>
      `${name}, born ${day}${position ? `, ${position}` : ''}`,
  },
  endorsement: { vi: 'Đồng ý cử', en: 'Endorse' },
  endorsementConfirm: {
    vi: 'Đảng ủy Tập đoàn đồng ý; đề nghị chuyển sang văn phòng đào tạo xét duyệt.',
    en: 'The Group committee agrees; the training office reviews it next.',
  },
  endorsementDone: { vi: 'Đã cho ý kiến đồng ý.', en: 'The nomination is endorsed.' },
  notToldYet: {
    vi: (until: Date) => `Quyết định này chưa báo cho ai. Hoàn tác được đến ${momentInWords.vi(until)}.`,
    en: (until: Date) =>
      `Nobody has been told of this decision yet. It can be undone until ${momentInWords.en(until)}.`,
  },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  acceptance: { vi: 'Duyệt vào lớp', en: 'Accept' },
  acceptanceDone: { vi: 'Đã duyệt, người này là học viên của lớp.', en: 'Accepted and enrolled.' },
  return: { vi: 'Trả lại để sửa', en: 'Return for correction' },
  returnConfirm: {
    vi: 'Đơn vị sửa rồi gửi lại; chỗ được giữ đến ngày đồng chí chọn.',
    en: 'The unit corrects it and sends it again; the place is kept until the day you choose.',
  },
  returnDone: { vi: 'Đã trả lại đơn vị.', en: 'Returned to the unit.' },
  correctBy: { vi: 'Giữ chỗ đến ngày', en: 'Keep the place until' },
  rejection: { vi: 'Không duyệt', en: 'Reject' },
  rejectionConfirm: {
    vi: 'Đề nghị kết thúc tại đây. Chỉ tiêu chuyển ngay cho người dự phòng kế tiếp của đơn vị. Không khôi phục được.',
    en: 'The nomination ends here. The seat goes to the unit’s next reserve at once. This cannot be undone.',
  },
  rejectionDone: { vi: 'Đã không duyệt đề nghị.', en: 'The nomination is rejected.' },
  stillReserve: {
    vi: 'Người này đang dự phòng nên chưa duyệt được; sẽ duyệt được khi có chỉ tiêu.',
    en: 'A reserve cannot be accepted until a seat is free.',
  },
  awaitsGroup: {
    vi: 'Chưa duyệt được vì còn chờ ý kiến Đảng ủy Tập đoàn.',
    en: 'It cannot be accepted until the Group committee has endorsed it.',
  },

  timeline: { vi: 'Diễn biến', en: 'History' },
  nowOf: { vi: 'Đơn vị hiện nay', en: 'Unit now' },
  leftOn: { vi: 'Đã rời đơn vị từ', en: 'Left on' },
  stays: {
    vi: 'Quyết định cho học tiếp dù đã rời hoặc chuyển đơn vị',
    en: 'Stays in the class although no longer in the unit',
  },
  drafted: { vi: 'Lập đề nghị', en: 'Drafted' },
  submittedForSeat: {
    vi: (letter: string) => `Gửi đề nghị kèm công văn số ${letter}, được xếp chỉ tiêu`,
    en: (letter: string) => `Sent with letter ${letter}; got a seat`,
  },
  submittedAsReserve: {
    vi: (letter: string) => `Gửi đề nghị kèm công văn số ${letter}, vào danh sách dự phòng`,
    en: (letter: string) => `Sent with letter ${letter}; became a reserve`,
  },
  endorsed: { vi: 'Đảng ủy Tập đoàn đồng ý', en: 'Endorsed by the Group committee' },
  endorsedBy: {
    vi: (letter: string) => `Đảng ủy Tập đoàn đồng ý, theo công văn số ${letter}`,
    en: (letter: string) => `Endorsed by the Group committee, letter ${letter}`,
  },
  groupLetterRecorded: {
    vi: (letter: string) => `Ghi công văn đồng ý của Tập đoàn, số ${letter}`,
    en: (letter: string) => `The Group’s letter was recorded: ${letter}`,
  },
  accepted: { vi: 'Duyệt vào lớp', en: 'Accepted into the class' },
  returnedUntil: {
    vi: (day: string) => `Trả lại để sửa, giữ chỗ đến ${day}`,
    en: (day: string) => `Returned for correction; the place is kept until ${day}`,
  },
  rejected: { vi: 'Không duyệt', en: 'Rejected' },
  withdrawn: { vi: 'Rút đề nghị', en: 'Withdrawn' },
  withdrawnWithClass: { vi: 'Kết thúc vì lớp bị hủy', en: 'Ended because the class was cancelled' },
  substituted: { vi: 'Thay bằng người khác', en: 'Substituted' },
  promotedTo: {
    vi: (seat: number) => `Từ dự phòng được xếp vào chỉ tiêu số ${seat}`,
    en: (seat: number) => `Moved up from the reserves to seat ${seat}`,
  },
  passedOver: {
    vi: (because: string) => `Có chỉ tiêu trống nhưng chưa được xếp: ${because}`,
    en: (because: string) => `A seat was free but was not given: ${because}`,
  },
  ranked: {
    vi: (place: number, was: number) => `Đơn vị đổi thứ tự dự phòng từ số ${was} thành số ${place}`,
    en: (place: number, was: number) => `Moved from rank ${was} to rank ${place} among the unit’s reserves`,
  },
  placeGivenUp: {
    vi: (day: string) => `Không sửa xong trước hết ngày ${day}, chỗ nhường cho người khác`,
    en: (day: string) => `Not corrected by ${day}; the place went to others`,
  },
});
