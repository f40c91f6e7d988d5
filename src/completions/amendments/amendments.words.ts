import { words } from '../../platform/messages/words';

export const amendmentWords = words({
  helpOfResult: {
    vi: 'Kết quả của một người ở một lớp và căn cứ của kết quả đó. Sau khi bế giảng, muốn đổi thì phải có quyết định ghi ở đây.',
    en: 'What one person’s result is, and why. Once the class is closed, it is changed only by a decision entered here.',
  },
  title: { vi: (name: string) => `Kết quả của ${name}`, en: (name: string) => `Result of ${name}` },
  backToResults: { vi: 'Kết quả lớp', en: 'Results' },
  record: { vi: 'Quá trình đào tạo', en: 'Training record' },
  result: { vi: 'Kết quả đang có hiệu lực', en: 'Result in force' },
  judgedAt: { vi: 'Xét khi kết thúc lớp', en: 'Assessed when the class was closed' },
  certificate: { vi: 'Giấy chứng nhận', en: 'Certificate' },
  amended: {
    vi: (count: number) => `Đã điều chỉnh ${count} lần`,
    en: (count: number) => (count === 1 ? 'Amended once' : `Amended ${count} times`),
  },
  history: { vi: 'Các lần điều chỉnh', en: 'Amendments' },
  byDecision: {
    vi: (decision: string, day: string, authority: string) => `Quyết định ${decision} ngày ${day} của ${authority}`,
    en: (decision: string, day: string, authority: string) => `Decision ${decision} of ${day}, ${authority}`,
  },
  from: { vi: (was: string) => `Trước đó: ${was}`, en: (was: string) => `Before: ${was}` },
  to: { vi: (became: string) => `Sau điều chỉnh: ${became}`, en: (became: string) => `After: ${became}` },
  byService: { vi: 'Hệ thống', en: 'The service' },
  attended: {
    vi: (halfDay: string, mark: string) => `Buổi ${halfDay.toLocaleLowerCase('vi')}: ${mark.toLocaleLowerCase('vi')}`,
    en: (halfDay: string, mark: string) => `${halfDay}: ${mark.toLowerCase()}`,
  },
  marked: {
    vi: (module: string, attempt: string, mark: string) =>
      `Học phần ${module}, ${attempt.toLocaleLowerCase('vi')}: ${mark}`,
    en: (module: string, attempt: string, mark: string) => `Module ${module}, ${attempt.toLowerCase()}: ${mark}`,
  },
  essayOn: {
    vi: (day: string) => `Bài thu hoạch nộp ngày ${day}`,
    en: (day: string) => `Essay handed in on ${day}`,
  },
  essayMarked: { vi: (mark: string) => `bài thu hoạch ${mark} điểm`, en: (mark: string) => `essay marked ${mark}` },
  essayAccepted: { vi: 'bài được nhận', en: 'accepted' },
  completesBy: {
    vi: 'Công nhận hoàn thành theo quyết định của cấp có thẩm quyền',
    en: 'Completes by decision of the authority',
  },
  completesNoMore: {
    vi: 'Không còn công nhận hoàn thành theo quyết định; xét lại theo điều kiện',
    en: 'No longer completes by decision; judged by the rules',
  },

  amend: { vi: 'Điều chỉnh kết quả theo quyết định', en: 'Amend the result by a decision' },
  amendShort: { vi: 'Điều chỉnh', en: 'Amend' },
  amendWhat: {
    vi: 'Chỉ điền mục mà quyết định thay đổi; mục để trống giữ nguyên. Hệ thống xét lại, ghi dòng mới vào quá trình đào tạo, cấp, thay hoặc thu hồi giấy chứng nhận theo kết quả mới, và báo cho người học cùng đơn vị.',
    en: 'Fill in only what the decision changes; fields left empty stay as they are. The result is assessed again, a new line is added to the training record, a certificate is issued, replaced or revoked according to the new result, and the person and the unit are notified.',
  },
  attendance: { vi: 'Điểm danh ghi sai', en: 'Attendance found wrong' },
  keepMark: {
    vi: (mark: string) => `Giữ nguyên: ${mark.toLocaleLowerCase('vi')}`,
    en: (mark: string) => `Keep: ${mark.toLowerCase()}`,
  },
  marks: { vi: 'Điểm học phần: có muộn, thi lại, phúc khảo', en: 'Marks of modules: late, re-sat, upheld on appeal' },
  countsNow: { vi: (mark: string) => `Đang tính: ${mark}`, en: (mark: string) => `Counts now: ${mark}` },
  noneYet: { vi: 'Chưa có điểm', en: 'No mark yet' },
  essay: { vi: 'Bài thu hoạch: nộp muộn, chấm lại', en: 'Essay: late, marked again' },
  essayNone: { vi: 'Chưa có bài nào được tính.', en: 'None counts as handed in.' },
  handedInOn: { vi: 'Ngày nộp', en: 'Handed in on' },
  essayMark: { vi: 'Điểm bài thu hoạch', en: 'Mark of the essay' },
  accepted: { vi: 'Bài được nhận', en: 'Accepted' },
  keep: { vi: 'Giữ nguyên', en: 'Keep as it is' },
  yes: { vi: 'Nhận bài', en: 'Accepted' },
  no: { vi: 'Không nhận', en: 'Not accepted' },
  conclusion: { vi: 'Kết luận khác với điều kiện hoàn thành', en: 'Conclusion different from the rules' },
  completes: {
    vi: 'Cấp có thẩm quyền công nhận hoàn thành dù chưa đủ điều kiện',
    en: 'The competent authority recognises completion although the rules are not met',
  },
  completesNot: {
    vi: 'Bỏ công nhận theo quyết định trước, xét lại theo điều kiện hoàn thành',
    en: 'Withdraw the earlier decision and assess by the rules',
  },
  theDecision: { vi: 'Quyết định', en: 'The decision' },
  decision: { vi: 'Số quyết định', en: 'Number of the decision' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Day of the decision' },
  authority: { vi: 'Cơ quan quyết định', en: 'Who decided' },
  authorityHint: { vi: 'Ví dụ: Ban Thường vụ Đảng ủy Khối.', en: 'For example: the standing committee of the Bloc.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Người học và đơn vị đọc được lý do này.',
    en: 'The person and the unit can read it.',
  },
  tryAmend: { vi: 'Xem trước kết quả', en: 'Preview the result' },
  wouldBe: {
    vi: 'CHƯA GHI. Nếu ghi quyết định này, kết quả sẽ là:',
    en: 'NOT RECORDED YET. With this decision the result would be:',
  },
  absentShare: { vi: (share: string) => `vắng ${share}`, en: (share: string) => `${share} absent` },
  wouldEnd: {
    vi: (number: string) => `Giấy chứng nhận số ${number} sẽ hết hiệu lực.`,
    en: (number: string) => `Certificate ${number} would no longer be in force.`,
  },
  wouldIssue: {
    vi: 'Sẽ cấp giấy chứng nhận mới; số được lấy khi ghi quyết định.',
    en: 'A new certificate would be issued; it gets its number as the decision is recorded.',
  },
  sameCertificate: { vi: 'Giấy chứng nhận không thay đổi.', en: 'No certificate changes.' },
  scanAgain: {
    vi: 'Kiểm tra lại, rồi bấm “Ghi quyết định và xét lại”. Nếu có bản scan, hãy chọn lại tệp.',
    en: 'Check it, then press “Record the decision and assess again”. Choose the scan again if there is one.',
  },
  doAmend: { vi: 'Ghi quyết định và xét lại', en: 'Record the decision and assess again' },
  done: {
    vi: (name: string, result: string) => `Đã điều chỉnh kết quả của ${name}: ${result.toLocaleLowerCase('vi')}.`,
    en: (name: string, result: string) => `The result of ${name} is amended: ${result.toLowerCase()}.`,
  },
});
