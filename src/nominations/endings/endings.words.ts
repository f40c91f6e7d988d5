import { many } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';

export const endingWords = words({
  help: {
    vi: 'Từ ngày rời, đơn vị không cử người đi học và không nhận chỉ tiêu nữa. Quá trình đào tạo, giấy chứng nhận trước đó giữ nguyên, đơn vị có thể trở lại.',
    en: 'From that day the unit nominates no one and receives no seats. Earlier records and certificates stay, and the unit may return.',
  },
  title: { vi: 'Đơn vị rời Khối', en: 'A unit leaves the Bloc' },
  inTheWay: { vi: 'Việc còn phải giải quyết', en: 'Still to settle' },
  nothing: { vi: 'Không còn việc nào; có thể ghi đơn vị rời Khối.', en: 'Nothing; the unit may leave.' },
  people: {
    vi: (count: number) => `${count} cán bộ, đảng viên còn trong danh sách`,
    en: (count: number) => many(count, 'person on its roster', 'people on its roster'),
  },
  grant: {
    vi: (name: string, role: string) => `${name}: ${role}`,
    en: (name: string, role: string) => `${name}: ${role}`,
  },
  below: { vi: 'đơn vị trực thuộc', en: 'a unit below it' },
  nominations: {
    vi: (count: number) => `${count} người đang được cử`,
    en: (count: number) => many(count, 'live nomination'),
  },
  learners: { vi: (count: number) => `${count} học viên`, en: (count: number) => many(count, 'learner') },
  freeSeats: {
    vi: (count: number) => `${count} chỉ tiêu chưa dùng`,
    en: (count: number) => many(count, 'unused seat'),
  },
  underWay: { vi: 'Lớp đang có người hoặc chỉ tiêu của đơn vị', en: 'Classes with people or seats of the unit' },
  underWayWhat: {
    vi: 'Người có chỗ học tiếp đến hết khóa cho đến khi văn phòng quyết định khác: sau khi ghi, quyết định chung cho tất cả ở một biểu mẫu. Chỉ tiêu chưa dùng về quỹ chung; dự phòng và hồ sơ chưa gửi kết thúc.',
    en: 'People with a place keep it to the end of the class unless the office decides otherwise; one form for all of them follows. Unused seats go to the common pool; reserves and drafts end.',
  },
  studyGoesOn: {
    vi: 'hội nghị đã bắt đầu, danh sách của đơn vị vẫn được tính',
    en: 'it has begun, and the roll of the unit counts to the end',
  },
  studyEnds: {
    vi: 'hội nghị chưa bắt đầu, đơn vị thôi được triệu tập',
    en: 'it has not begun, and the unit is not called any more',
  },
  on: { vi: 'Rời Khối từ ngày', en: 'It leaves on' },
  reason: { vi: 'Quyết định, lý do', en: 'Decision or reason' },
  peopleLeave: {
    vi: 'Cán bộ, đảng viên còn trong danh sách cùng rời trong ngày đó',
    en: 'People still on its roster leave on the same day',
  },
  endsGrants: { vi: 'Thu lại các quyền trên đơn vị này', en: 'The roles on this unit end' },
  end: { vi: 'Ghi đơn vị rời Khối', en: 'Record that the unit leaves' },
  ended: { vi: 'Đã ghi đơn vị rời Khối.', en: 'The unit has left the Bloc.' },
  endedWithLearners: {
    vi: (count: number) =>
      `Đã ghi đơn vị rời Khối. Còn ${count} chỗ học của đơn vị cần quyết định: vẫn học hay cho thôi.`,
    en: (count: number) => `The unit has left the Bloc. Places in classes still to be decided: ${count}.`,
  },
});
