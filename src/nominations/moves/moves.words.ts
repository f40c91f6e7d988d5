import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';

export const moveWords = words({
  help: {
    vi: 'Ghi việc một người chuyển đơn vị, nghỉ hưu hoặc rời danh sách. Nếu người này đang được cử học, trang cho biết việc gì phải quyết định.',
    en: 'Record that somebody moves, retires or leaves the roster. If they are nominated, you are told what has to be decided.',
  },
  title: { vi: 'Chuyển hoặc rời đơn vị', en: 'Move or leave' },
  back: { vi: 'Thông tin cá nhân', en: 'Personal facts' },
  move: { vi: 'Chuyển sang đơn vị khác', en: 'Move to another unit' },
  moveHint: {
    vi: 'Quá trình đào tạo và hồ sơ cử đi học đã có giữ nguyên tên đơn vị cũ.',
    en: 'Existing training records and nominations keep the name of the old unit.',
  },
  movedByBloc: {
    vi: 'Chuyển sang đơn vị khác trong Khối do văn phòng đào tạo của Khối ghi: đồng chí báo văn phòng, không ghi rời đơn vị ở đây.',
    en: 'A move to another unit of the Bloc is recorded by the training office of the Bloc: tell the office, and do not mark the person as having left here.',
  },
  unit: { vi: 'Đơn vị mới', en: 'New unit' },
  on: { vi: 'Từ ngày', en: 'From' },
  position: { vi: 'Chức vụ tại đơn vị mới', en: 'Position there' },
  positionHint: { vi: 'Để trống nếu giữ chức vụ đang ghi.', en: 'Leave empty if it stays the same.' },
  reason: { vi: 'Quyết định, lý do', en: 'Decision or reason' },
  look: { vi: 'Xem trước khi chuyển', en: 'See what will happen' },
  willHappen: { vi: 'Điều sẽ xảy ra', en: 'What will happen' },
  moves: {
    vi: (name: string, from: string, to: string, day: string) =>
      `${name} chuyển từ ${from} sang ${to} từ ngày ${day}. Bí thư đơn vị mới sẽ thấy hồ sơ; bí thư đơn vị cũ không còn thấy.`,
    en: (name: string, from: string, to: string, day: string) =>
      `${name} moves from ${from} to ${to} on ${day}. The secretary of the new unit will see the record, the old one’s no longer.`,
  },
  recordsStay: {
    vi: (count: number) => `${count} dòng quá trình đào tạo giữ nguyên như đã ghi.`,
    en: (count: number) => `${many(count, 'line')} of the training record stay as they are.`,
  },
  nominationStays: {
    vi: (name: string, unit: string) =>
      `Chỗ ở lớp “${name}” vẫn là của ${unit}. Đơn vị đó được báo để quyết định: vẫn học, thay người hay cho thôi.`,
    en: (name: string, unit: string) =>
      `The place in ${name} stays with ${unit}, which decides whether they stay, somebody else comes, or the place ends.`,
  },
  noNominations: { vi: 'Không có hồ sơ cử đi học nào đang mở.', en: 'No nomination is open.' },
  doMove: { vi: 'Chuyển đơn vị', en: 'Move' },
  change: { vi: 'Sửa lại', en: 'Change it' },
  moved: { vi: 'Đã chuyển đơn vị.', en: 'Moved.' },
  depart: { vi: 'Rời đơn vị, không chuyển trong Khối', en: 'Leave, without another unit of the Bloc' },
  departHint: {
    vi: 'Dùng khi nghỉ việc, nghỉ hưu hoặc chuyển ra ngoài Khối. Hồ sơ vẫn được lưu; nếu ghi nhầm, ghi trở lại tại trang này.',
    en: 'For people who retire, resign or leave the Bloc. The record is kept; a mistake can be undone on this page.',
  },
  comeBack: { vi: 'Trở lại đơn vị', en: 'Back in the unit' },
  comeBackHint: {
    vi: (day: string) =>
      `Đã ghi rời đơn vị từ ngày ${day}. Nếu ghi nhầm, chọn đúng ngày đó; nếu đã đi rồi trở lại, chọn ngày trở lại.`,
    en: (day: string) =>
      `Marked as having left on ${day}. If that was a mistake, enter the same day; if they came back later, the day they did.`,
  },
  backOn: { vi: 'Sinh hoạt lại từ ngày', en: 'Back since' },
  doComeBack: { vi: 'Ghi đã trở lại', en: 'Mark as back' },
  cameBack: { vi: 'Đã ghi trở lại đơn vị.', en: 'Marked as back.' },
  leftOn: { vi: 'Không còn sinh hoạt từ ngày', en: 'Left on' },
  doDepart: { vi: 'Ghi đã rời đơn vị', en: 'Mark as having left' },
  departed: { vi: 'Đã ghi ngày rời đơn vị.', en: 'Marked as having left.' },
});
