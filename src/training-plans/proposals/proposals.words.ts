import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';

export const proposalWords = words({
  helpOfOne: {
    vi: 'Một đề xuất của đơn vị cho kế hoạch năm và câu trả lời. Văn phòng nhận vào kế hoạch hoặc trả lời vì sao không.',
    en: 'What one unit proposes for the yearly plan, and the answer. The office takes it into the plan or says why not.',
  },
  help: {
    vi: 'Đề xuất và nhu cầu của các đơn vị cho kế hoạch năm. Hãy ghi số người cần học của từng chương trình trước hạn.',
    en: 'What units propose and need in the yearly plan. Enter how many people need each course before the last day.',
  },
  // The season.
  season: { vi: 'Lập kế hoạch năm', en: 'Planning the year' },
  seasonUntil: {
    vi: (day: string) => `Các đơn vị đề xuất và ghi nhu cầu đến hết ngày ${day}.`,
    en: (day: string) => `Units can send proposals and numbers until the end of ${day}.`,
  },
  seasonOver: {
    vi: (day: string) => `Đã hết hạn đề xuất ngày ${day}; ý kiến thêm ghi ở phần trao đổi của từng dòng.`,
    en: (day: string) => `The last day for proposals was ${day}. Further remarks go into the comments of each line.`,
  },
  seasonNone: {
    vi: 'Chưa hỏi các đơn vị về kế hoạch năm này. Khi mở, bí thư các đơn vị được nhắc trước hạn.',
    en: 'Units have not been asked about this year’s plan yet. Once they are, their secretaries are reminded before the last day.',
  },
  lastDay: { vi: 'Ngày cuối nhận đề xuất', en: 'Last day for proposals' },
  open: { vi: 'Mở đợt lập kế hoạch', en: 'Open the planning round' },
  extend: { vi: 'Đổi ngày cuối', en: 'Change the last day' },
  opened: {
    vi: 'Đã ghi đợt lập kế hoạch; các đơn vị sẽ được nhắc.',
    en: 'The planning round is saved. The units will be reminded.',
  },
  silent: {
    vi: (count: number) => (count === 0 ? 'Mọi đơn vị đã trả lời.' : `${count} đơn vị chưa trả lời:`),
    en: (count: number) =>
      count === 0 ? 'All units have answered.' : `${many(count, 'unit has', 'units have')} not answered yet:`,
  },
  noNeedUnits: { vi: 'Không có nhu cầu:', en: 'No need:' },
  answerDue: {
    vi: (year: number, day: string) => `Kế hoạch năm ${year}: đơn vị chưa trả lời, hạn đến hết ngày ${day}.`,
    en: (year: number, day: string) => `Plan for ${year}: your unit has not answered yet. The last day is ${day}.`,
  },
  silentUnits: {
    vi: (count: number, year: number, day: string) =>
      `Kế hoạch năm ${year}: ${count} đơn vị chưa trả lời, hạn đến hết ngày ${day}.`,
    en: (count: number, year: number, day: string) =>
      `Plan for ${year}: ${many(count, 'unit has', 'units have')} not answered yet. The last day is ${day}.`,
  },
  proposalsWait: {
    vi: (count: number, year: number) => `Kế hoạch năm ${year}: ${count} đề xuất chờ trả lời.`,
    en: (count: number, year: number) => `Plan for ${year}: ${many(count, 'proposal')} to answer.`,
  },
  linesWait: {
    vi: (count: number, year: number) => `Kế hoạch năm ${year}: ${count} dòng chờ xác nhận.`,
    en: (count: number, year: number) => `Plan for ${year}: ${many(count, 'line')} to confirm.`,
  },
  youHaveNot: { vi: 'Đơn vị chưa trả lời.', en: 'Your unit has not answered yet.' },
  proposals: { vi: 'Đề xuất, nhu cầu', en: 'Proposals and numbers' },
  title: {
    vi: (year: number) => `Đề xuất, nhu cầu cho kế hoạch năm ${year}`,
    en: (year: number) => `Proposals and numbers for ${year}`,
  },
  plan: { vi: (year: number) => `Kế hoạch năm ${year}`, en: (year: number) => `Yearly plan ${year}` },
  // What a unit says.
  needs: { vi: 'Đơn vị dự kiến cử bao nhiêu người?', en: 'How many people does the unit plan to send?' },
  needsHint: {
    vi: 'Để trống dòng chưa rõ; ghi 0 nếu không cử. Ghi lại được đến hết hạn.',
    en: 'Leave a line empty if you do not know yet; enter 0 if nobody will be sent. You can change the numbers until the last day.',
  },
  lacking: {
    vi: (count: number) => `Theo danh sách: ${count} người còn thiếu chương trình này.`,
    en: (count: number) => `According to the roster, ${count} still need this course.`,
  },
  saveNeeds: { vi: 'Ghi nhu cầu', en: 'Save the numbers' },
  needsSaved: { vi: 'Đã ghi nhu cầu của đơn vị.', en: 'The numbers of the unit are saved.' },
  propose: { vi: 'Đề xuất chương trình khác', en: 'Propose another course' },
  proposeHint: {
    vi: 'Cho chương trình hoặc quý chưa có trong kế hoạch. Văn phòng đào tạo trả lời từng đề xuất.',
    en: 'For a course or a quarter that is not in the plan. The training office answers each proposal.',
  },
  proposeNow: { vi: 'Gửi đề xuất', en: 'Send the proposal' },
  proposed: { vi: 'Đã gửi đề xuất.', en: 'The proposal is sent.' },
  people: { vi: 'Số người', en: 'People' },
  note: { vi: 'Lý do, ghi chú', en: 'Reason or note' },
  noNeed: { vi: 'Không có nhu cầu trong năm', en: 'No need this year' },
  noNeedConfirm: {
    vi: 'Đơn vị không cử người đi học trong năm này. Câu trả lời đổi được đến hết hạn, bằng cách gửi đề xuất hoặc ghi nhu cầu.',
    en: 'The unit will send nobody this year. Until the last day, you can change this answer by sending a proposal or a number.',
  },
  noNeedDone: { vi: 'Đã ghi: đơn vị không có nhu cầu.', en: 'Saved: the unit has no need this year.' },
  saidNone: { vi: 'Đơn vị đã trả lời: không có nhu cầu trong năm.', en: 'The unit has answered: no need this year.' },
  // The list.
  list: { vi: 'Các đề xuất', en: 'Proposals' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  what: { vi: 'Đề xuất', en: 'Proposal' },
  state: { vi: 'Trả lời', en: 'Answer' },
  anyState: { vi: 'Mọi trả lời', en: 'Any answer' },
  chooseUnit: {
    vi: 'Để ghi đề xuất hoặc nhu cầu thay cho một đơn vị, hãy chọn đơn vị ở trên rồi bấm “Xem”.',
    en: 'To enter a proposal or a number for a unit, choose the unit above and press “Show”.',
  },
  anyUnit: { vi: 'Mọi đơn vị', en: 'Any unit' },
  none: { vi: 'Chưa có đề xuất nào', en: 'There are no proposals yet' },
  noneNext: {
    vi: 'Đề xuất của các đơn vị và Tập đoàn hiện ở đây khi được gửi.',
    en: 'Proposals from the units and the Group appear here once they are sent.',
  },
  comments: { vi: (count: number) => `${count} ý kiến`, en: (count: number) => many(count, 'comment') },
  // One proposal.
  proposalTitle: {
    vi: (course: string, quarter: number, year: number) => `Đề xuất: ${course}, quý ${quarter}/${year}`,
    en: (course: string, quarter: number, year: number) => `Proposal: ${course}, quarter ${quarter} of ${year}`,
  },
  proposedBy: { vi: 'Đơn vị đề xuất', en: 'Proposed by' },
  proposedAt: { vi: 'Ngày đề xuất', en: 'Proposed on' },
  line: { vi: 'Dòng kế hoạch', en: 'Line of the plan' },
  reason: { vi: 'Lý do trả lời', en: 'Reason for the answer' },
  change: { vi: 'Sửa đề xuất', en: 'Change the proposal' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu đề xuất.', en: 'The proposal is saved.' },
  withdraw: { vi: 'Rút đề xuất', en: 'Withdraw' },
  withdrawn: { vi: 'Đã rút đề xuất.', en: 'The proposal is withdrawn.' },
  answer: { vi: 'Trả lời đề xuất', en: 'Answer the proposal' },
  intoLine: { vi: 'Dòng kế hoạch (khi ghép)', en: 'Line of the plan (if merged)' },
  noLine: { vi: '— Không ghép —', en: '— Do not merge —' },
  classesOfLine: { vi: 'Số lớp của dòng mới', en: 'Number of classes in the new line' },
  answerReason: { vi: 'Lý do (bắt buộc khi không tiếp nhận)', en: 'Reason (required to decline)' },
  answerNow: { vi: 'Trả lời', en: 'Answer' },
  answered: { vi: 'Đã trả lời đề xuất.', en: 'The proposal is answered.' },
  // Talking.
  talk: { vi: 'Trao đổi', en: 'Comments' },
  comment: { vi: 'Ý kiến', en: 'Comment' },
  commentNow: { vi: 'Gửi ý kiến', en: 'Send the comment' },
  commented: { vi: 'Đã gửi ý kiến.', en: 'The comment is sent.' },
  // Confirming.
  isFor: { vi: 'Dành cho', en: 'For' },
  forAll: { vi: 'Mọi đơn vị', en: 'All units' },
  standing: { vi: 'Xác nhận', en: 'Confirmed' },
  toConfirm: {
    vi: (count: number, body: string) => `${count} dòng chờ ${body} xác nhận`,
    en: (count: number, body: string) => `${many(count, 'line')} for ${body} to confirm`,
  },
  toConfirmHint: {
    vi: 'Xác nhận đúng nội dung đang hiện. Dòng nào sửa sau đó phải xác nhận lại.',
    en: 'You confirm the lines exactly as shown here. A line that is changed later must be confirmed again.',
  },
  confirmAll: {
    vi: (count: number) => `Xác nhận ${count} dòng`,
    en: (count: number) => (count === 1 ? 'Confirm the line' : `Confirm ${count} lines`),
  },
  confirmed: {
    vi: (count: number) => `Đã xác nhận ${count} dòng kế hoạch.`,
    en: (count: number) => (count === 1 ? 'The line is confirmed.' : `${count} lines are confirmed.`),
  },
  confirmedOn: { vi: (day: string) => `đã xác nhận ngày ${day}`, en: (day: string) => `confirmed on ${day}` },
  notYet: { vi: 'chưa xác nhận', en: 'not confirmed yet' },
  // Numbers and classes.
  neededOf: { vi: (people: number) => `nhu cầu ${people}`, en: (people: number) => `need: ${people}` },
  unitNeeds: { vi: 'Nhu cầu của các đơn vị', en: 'Numbers given by the units' },
  noNeeds: { vi: 'Chưa đơn vị nào ghi nhu cầu.', en: 'No unit has given a number yet.' },
  inLine: { vi: 'Đề xuất đã đưa vào dòng này', en: 'Proposals in this line' },
  addressees: { vi: 'Dành cho đơn vị nào', en: 'Which units the line is for' },
  addresseesHint: {
    vi: 'Không chọn đơn vị nào nghĩa là dành cho tất cả. Đổi thì hai cấp ủy xác nhận lại.',
    en: 'If you choose none, the line is for all units. After a change, both committees must confirm again.',
  },
  addresseesSaved: { vi: 'Đã ghi dòng kế hoạch dành cho đơn vị nào.', en: 'The units of this line are saved.' },
  outside: { vi: 'Lớp ngoài kế hoạch', en: 'Classes not in the plan' },
  outsideHint: {
    vi: 'Lớp đã mở hoặc còn học trong năm mà kế hoạch năm này không có dòng nào tính.',
    en: 'Classes that opened or were still running in this year and are not counted in any line of the plan.',
  },
  continues: { vi: 'chuyển tiếp từ năm trước', en: 'continued from last year' },
  continuing: {
    vi: (count: number) => `có ${count} lớp chuyển tiếp từ năm trước`,
    en: (count: number) => `${count} continued from last year`,
  },
  countHere: { vi: 'Tính vào kế hoạch', en: 'Count it in the plan' },
});

export const proposalStateWords = words({
  proposed: { vi: 'Chờ trả lời', en: 'Waiting for an answer' },
  taken_in: { vi: 'Đưa vào kế hoạch', en: 'Added to the plan' },
  merged: { vi: 'Ghép vào dòng khác', en: 'Merged into another line' },
  declined: { vi: 'Không tiếp nhận', en: 'Declined' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
});

export const proposalAnswerWords = words({
  taken_in: { vi: 'Đưa vào kế hoạch thành một dòng mới', en: 'Add it to the plan as a new line' },
  merged: { vi: 'Ghép vào một dòng đã có', en: 'Merge it into an existing line' },
  declined: { vi: 'Không tiếp nhận', en: 'Decline' },
});

export const standingWords = words({
  unconfirmed: { vi: 'Chưa xác nhận', en: 'Not confirmed' },
  partly: { vi: 'Một cấp ủy đã xác nhận', en: 'Confirmed by one committee' },
  confirmed: { vi: 'Hai cấp ủy đã xác nhận', en: 'Confirmed by both committees' },
  changed: { vi: 'Đã sửa, cần xác nhận lại', en: 'Changed; must be confirmed again' },
});
