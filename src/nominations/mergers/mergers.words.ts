import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const mergerWords = words({
  help: {
    vi: 'Dùng khi có quyết định hợp nhất đơn vị. Hãy xem trước những gì chuyển đi rồi mới thực hiện.',
    en: 'For units that a decision merges. Preview what moves, then carry it out.',
  },
  title: { vi: 'Hợp nhất đơn vị', en: 'Merge units' },
  back: { vi: 'Đơn vị', en: 'Units' },
  hint: {
    vi: 'Cán bộ, đảng viên, quyền của tài khoản, chỉ tiêu chưa có người và triệu tập, danh sách phải học của các hội nghị chưa kết thúc chuyển sang đơn vị nhận. Hồ sơ đã cử, học viên và quá trình đào tạo giữ nguyên tên đơn vị cũ.',
    en: 'People, account roles, unused seats, and the calls and rolls of studies still under way move to the receiving unit. Nominations, learners and records keep the name of the old unit.',
  },
  unitIds: { vi: 'Các đơn vị được hợp nhất', en: 'Units to be merged' },
  into: { vi: 'Đơn vị nhận', en: 'Receiving unit' },
  founded: { vi: '— Lập đơn vị mới —', en: '— Found a new unit —' },
  code: { vi: 'Mã đơn vị mới', en: 'Code of the new unit' },
  nameVi: { vi: 'Tên đơn vị mới', en: 'Its name in Vietnamese' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Its name in English' },
  onlyNew: { vi: 'Chỉ ghi khi lập đơn vị mới.', en: 'For a new unit only.' },
  on: { vi: 'Từ ngày', en: 'From' },
  reason: { vi: 'Quyết định (số, ngày)', en: 'Decision (number and day)' },
  look: { vi: 'Xem trước khi hợp nhất', en: 'See what will happen' },
  willHappen: { vi: 'Điều sẽ xảy ra', en: 'What will happen' },
  people: {
    vi: (count: number) => `${count} cán bộ, đảng viên chuyển sang đơn vị nhận.`,
    en: (count: number) => `${count === 1 ? 'One person moves' : `${count} people move`} to it.`,
  },
  grants: {
    vi: (count: number) => `${count} quyền của tài khoản chuyển theo; ủy quyền đang có kết thúc, cần ủy quyền lại.`,
    en: (count: number) =>
      `${count === 1 ? 'One role moves' : `${count} roles move`} along; what was lent of them ends and has to be lent again.`,
  },
  seats: {
    vi: (count: number, name: string) => `${count} chỉ tiêu chưa có người của ${name} chuyển sang đơn vị nhận.`,
    en: (count: number, name: string) =>
      `${count === 1 ? 'One unused seat' : `${count} unused seats`} of ${name} ${count === 1 ? 'moves' : 'move'} to it.`,
  },
  study: {
    vi: (name: string) => `Triệu tập, danh sách phải học và người đã đăng ký của ${name} chuyển sang đơn vị nhận.`,
    en: (name: string) => `Call, roll and registrations of ${name} move to it.`,
  },
  stays: {
    vi: (nominations: number, enrollments: number) =>
      `${nominations} hồ sơ cử đang mở và ${enrollments} lượt học viên vẫn mang tên đơn vị cũ; bí thư đơn vị nhận theo dõi tiếp.`,
    en: (nominations: number, enrollments: number) =>
      `These keep the name of the old unit: live nominations, ${nominations}; learners, ${enrollments}. The secretary of the receiving unit follows them.`,
  },
  merge: { vi: 'Hợp nhất', en: 'Merge' },
  merged: { vi: 'Đã hợp nhất đơn vị.', en: 'The units are merged.' },
});

export const mergerActions = declareActions('units', {
  merged: { vi: 'đã hợp nhất đơn vị', en: 'merged the unit into another' },
});
