import { words } from '../../platform/messages/words';

export const deferralWords = words({
  helpOfList: {
    vi: 'Người được bảo lưu chưa vào lớp mới và chưa hết hạn, hạn gần xếp trước. Hãy cử từng người vào lớp cùng chương trình trước hạn.',
    en: 'People deferred who are not in a class yet, the nearest deadline first. Nominate each for a class of the same course in time.',
  },
  help: {
    vi: 'Cho một học viên dừng và bảo lưu kết quả để học tiếp với lớp sau. Ghi quyết định và hạn phải vào lớp mới.',
    en: 'Let somebody stop and keep what they attended for a later class. Enter the decision, and until when they must join one.',
  },
  title: { vi: (name: string) => `Bảo lưu: ${name}`, en: (name: string) => `Defer ${name}` },
  back: { vi: 'Việc học', en: 'Learning' },
  whatHappens: { vi: 'Khi bảo lưu', en: 'What a deferral does' },
  seat: {
    vi: 'Chỗ ở lớp nhường cho người dự phòng kế tiếp; kết quả đã có giữ nguyên.',
    en: 'The seat goes to the next reserve; what was recorded stays.',
  },
  first: {
    vi: 'Đến hết ngày bảo lưu, người học đứng đầu danh sách gợi ý cử học lớp kế tiếp của chương trình; vào lớp thì kết quả được mang theo như chương trình cho phép.',
    en: 'Until the day is over the person is proposed first for the next class of the course, and earlier results are carried over as the course allows.',
  },
  told: { vi: 'Người học, đơn vị và chủ nhiệm lớp được báo.', en: 'The person, the unit and the manager are told.' },
  decisionNumber: { vi: 'Số quyết định', en: 'Number of the decision' },
  decisionNumberHint: { vi: 'Ví dụ: 45-QĐ/ĐUK', en: 'For example 45-QĐ/ĐUK' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Date of the decision' },
  until: { vi: 'Bảo lưu đến hết ngày', en: 'Until the end of' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: { vi: 'Ví dụ: điều trị bệnh dài ngày', en: 'For example: a long illness' },
  defer: { vi: 'Cho bảo lưu', en: 'Defer' },
  keep: { vi: 'Không bảo lưu', en: 'Do not defer' },
  deferred: {
    vi: 'Đã cho bảo lưu. Người học được gợi ý trước khi lớp sau chiêu sinh.',
    en: 'Deferred. The person is proposed first when a later class is called for.',
  },
  list: { vi: 'Người bảo lưu chờ lớp', en: 'Deferred, waiting for a class' },
  name: { vi: 'Họ và tên', en: 'Name' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  from: { vi: 'Bảo lưu từ lớp', en: 'Deferred from' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  decisionOf: {
    vi: (number: string, day: string) => `Số ${number} ngày ${day}`,
    en: (number: string, day: string) => `${number} of ${day}`,
  },
  untilDay: { vi: 'Đến hết ngày', en: 'Until' },
  next: { vi: 'Lớp kế tiếp', en: 'Next class' },
  noNext: { vi: 'Chưa có lớp', en: 'None yet' },
  opens: {
    vi: (code: string, day: string) => `${code}, khai giảng ${day}`,
    en: (code: string, day: string) => `${code}, opens ${day}`,
  },
  none: { vi: 'Không có ai đang bảo lưu', en: 'No one is deferred' },
  noneNext: {
    vi: 'Muốn cho một học viên bảo lưu, mở “Việc học” của người đó ở danh sách học viên của lớp, trong mục “Lớp học”.',
    en: 'To defer somebody, open their “Learning” from the roster of the class.',
  },
  classes: {
    vi: 'Lớp học',
    en: 'Classes',
  },
});
