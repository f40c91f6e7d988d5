import { words } from '../../platform/messages/words';

export const papersWords = words({
  help: {
    vi: 'Các báo cáo và danh sách để in, tính toán hoặc soạn tiếp. Chọn năm, chọn văn bản rồi tải PDF, Excel hoặc Word.',
    en: 'Reports and lists to print, to count with or to go on writing. Choose the year and the paper, then PDF, Excel or Word.',
  },
  title: { vi: 'Văn bản', en: 'Papers' },
  titleOf: { vi: (year: number) => `Văn bản năm ${year}`, en: (year: number) => `Papers of ${year}` },
  paper: { vi: 'Văn bản', en: 'Paper' },
  download: { vi: 'Tải về', en: 'Download' },
  ofYear: { vi: (year: number) => `Năm ${year}`, en: (year: number) => `Year ${year}` },
  joint: {
    vi: (edition: number, group: string) => `Báo cáo chung với ${group}, lần ${edition}`,
    en: (edition: number, group: string) => `Joint report with ${group}, edition ${edition}`,
  },
  jointNone: {
    vi: 'Báo cáo chung: chưa lập bản để hai cấp ủy ký',
    en: 'Joint report: none drawn up to be signed yet',
  },
  toJoint: { vi: 'Báo cáo chung hai cấp ủy ký', en: 'Joint reports to be signed' },
  plan: { vi: 'Kế hoạch năm và kết quả thực hiện', en: 'Yearly plan and its progress' },
  register: { vi: 'Sổ cấp giấy chứng nhận', en: 'Register of certificates' },
  units: { vi: 'Phiếu đơn vị', en: 'Scorecards of units' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  scorecard: { vi: (unit: string) => `Phiếu đơn vị ${unit}`, en: (unit: string) => `Scorecard of ${unit}` },
  classes: { vi: 'Lớp', en: 'Classes' },
  classesHint: {
    vi: 'Chỉ tiêu, danh sách cử, quyết định, giấy mời, điểm danh, kết quả của từng lớp.',
    en: 'Seats, nominations, decisions, invitations, attendance and results of each class.',
  },
  opensOn: { vi: 'Khai giảng', en: 'Opens on' },
  ofClass: { vi: (code: string) => `Văn bản của lớp ${code}`, en: (code: string) => `Papers of ${code}` },
  noClasses: { vi: 'Năm này chưa có lớp nào.', en: 'There is no class in this year.' },
  noClassesNext: { vi: 'Chọn năm khác ở ô bên trên.', en: 'Choose another year above.' },
  people: { vi: 'Từng người', en: 'People' },
  record: { vi: 'Bản xác nhận quá trình đào tạo của tôi', en: 'My training record' },
  findPerson: {
    vi: 'Bản xác nhận quá trình đào tạo của một người: tìm người đó rồi mở “Quá trình đào tạo”.',
    en: 'The training record of somebody: find them, then open “Training record”.',
  },
  search: { vi: 'Họ tên hoặc mã cán bộ', en: 'Name or code' },
  find: { vi: 'Tìm người', en: 'Find' },
});
