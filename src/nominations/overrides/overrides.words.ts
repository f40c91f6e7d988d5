import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const overrideWords = words({
  help: {
    vi: 'Những người chưa đủ điều kiện được cấp có thẩm quyền cho học. Ghi số, ngày quyết định và lý do cho từng người.',
    en: 'People allowed in by the competent authority although a rule is not met. Each has the decision’s number, date and reason.',
  },
  ofClass: {
    vi: (name: string) => `Trường hợp ngoại lệ – ${name}`,
    en: (name: string) => `Exceptions – ${name}`,
  },
  heading: {
    vi: 'Trường hợp được cấp có thẩm quyền cho phép ngoại lệ',
    en: 'Exceptions allowed by the competent authority',
  },
  explanation: {
    vi: 'Cấp có thẩm quyền có thể cho một người chưa đủ điều kiện vào học. Ghi số và ngày quyết định vào đây thì đơn vị cử được người đó; quyết định hiện bên cạnh điều kiện ở mọi nơi.',
    en: 'The competent authority may admit a person who does not qualify. Once its decision is recorded here the unit can nominate that person, and the decision is shown beside the rule everywhere.',
  },
  none: { vi: 'Chưa có quyết định nào', en: 'No decision yet' },
  noneNext: {
    vi: 'Lớp này chưa có ai được cho phép ngoại lệ.',
    en: 'No one has been admitted to this class by exception.',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  rule: { vi: 'Quy định được phép bỏ qua', en: 'The rule set aside' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  decisionOf: {
    vi: (number: string, day: string, authority: string) => `Số ${number} ngày ${day}, ${authority}`,
    en: (number: string, day: string, authority: string) => `${number} of ${day}, ${authority}`,
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  state: { vi: 'Tình trạng', en: 'State' },
  inForce: { vi: 'Có hiệu lực', en: 'In force' },
  revokedAt: {
    vi: (at: string, why: string) => `Đã thu hồi ${at}: ${why}`,
    en: (at: string, why: string) => `Taken back at ${at}: ${why}`,
  },
  record: { vi: 'Ghi một quyết định', en: 'Record a decision' },
  chooseUnitFirst: {
    vi: 'Chọn đơn vị để thấy những người chưa đủ điều kiện.',
    en: 'Choose a unit to see who does not qualify.',
  },
  showHeldBack: { vi: 'Xem người chưa đủ điều kiện', en: 'Show who does not qualify' },
  nobodyBlocked: {
    vi: 'Trong đơn vị này không ai vướng quy định của chương trình.',
    en: 'No one in this unit is excluded by a rule of the course.',
  },
  person: { vi: 'Người được cho phép', en: 'Person admitted' },
  personHint: {
    vi: 'Chỉ gồm người của đơn vị đang vướng ít nhất một quy định.',
    en: 'People of the unit excluded by at least one rule.',
  },
  bornAnd: {
    vi: (name: string, day: string, rules: string) => `${name}, sinh ${day} – vướng: ${rules}`,
    en: (name: string, day: string, rules: string) => `${name}, born ${day} – held back by: ${rules}`,
  },
  decisionNumber: { vi: 'Số quyết định', en: 'Number of the decision' },
  decisionNumberHint: { vi: 'Ví dụ: 128-QĐ/ĐU', en: 'For example 128-QĐ/ĐU' },
  decisionDate: { vi: 'Ngày quyết định', en: 'Date of the decision' },
  authority: { vi: 'Cấp quyết định', en: 'Who decided' },
  authorityHint: { vi: 'Ví dụ: Ban Thường vụ Đảng ủy Tập đoàn', en: 'For example the standing committee of the Group' },
  save: { vi: 'Ghi quyết định', en: 'Record the decision' },
  recorded: {
    vi: 'Đã ghi quyết định. Nay đơn vị cử được người này nếu không vướng quy định nào khác.',
    en: 'The decision is recorded. The unit may now nominate this person, unless another rule excludes them.',
  },
  revoke: { vi: 'Thu hồi', en: 'Take back' },
  revokeConfirm: {
    vi: 'Dùng khi ghi nhầm. Người đã là học viên vẫn giữ nguyên; người đang chờ duyệt hoặc dự phòng sẽ không được duyệt, không được xếp nếu còn vướng quy định.',
    en: 'Use this for a decision recorded by mistake. People already enrolled stay; people awaiting review or a seat are not accepted while the rule still excludes them.',
  },
  revoked: { vi: 'Đã thu hồi quyết định.', en: 'The decision is taken back.' },
});

export const overrideActions = declareActions('overrides', {
  recorded: { vi: 'đã ghi quyết định cho phép ngoại lệ', en: 'recorded an exception' },
  revoked: { vi: 'đã thu hồi quyết định cho phép ngoại lệ', en: 'took an exception back' },
});
