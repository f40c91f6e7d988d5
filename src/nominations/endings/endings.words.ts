import { words } from '../../platform/messages/words';

const counted = (one: string, many: string) => (count: number) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const endingWords = words({
  title: { vi: 'Đơn vị rời Khối', en: 'A unit leaves the Bloc' },
  hint: {
    vi: 'Từ ngày rời, đơn vị không cử người đi học và không nhận chỉ tiêu nữa. Quá trình đào tạo, giấy chứng nhận, báo cáo của những ngày trước giữ nguyên; đơn vị có thể trở lại.',
    en: 'From that day it nominates nobody and gets no seats. Records, certificates and reports of earlier days stay, and it may come back.',
  },
  inTheWay: { vi: 'Việc còn phải giải quyết', en: 'Still to settle' },
  nothing: { vi: 'Không còn việc nào; có thể ghi đơn vị rời Khối.', en: 'Nothing; the unit may leave.' },
  people: {
    vi: (count: number) => `${count} cán bộ, đảng viên còn trong danh sách`,
    en: counted('person on its roster', 'people on its roster'),
  },
  grant: {
    vi: (name: string, role: string) => `${name}: ${role}`,
    en: (name: string, role: string) => `${name}: ${role}`,
  },
  below: { vi: 'đơn vị trực thuộc', en: 'a unit below it' },
  nominations: {
    vi: (count: number) => `${count} người đang được cử`,
    en: counted('live nomination', 'live nominations'),
  },
  learners: { vi: (count: number) => `${count} học viên`, en: counted('learner', 'learners') },
  freeSeats: { vi: (count: number) => `${count} chỉ tiêu chưa dùng`, en: counted('unused seat', 'unused seats') },
  on: { vi: 'Rời Khối từ ngày', en: 'It leaves on' },
  reason: { vi: 'Quyết định, lý do', en: 'Decision or reason' },
  peopleLeave: {
    vi: 'Cán bộ, đảng viên còn trong danh sách cùng rời trong ngày đó',
    en: 'Whoever is still on its roster leaves on that day, too',
  },
  endsGrants: { vi: 'Thu lại các quyền trên đơn vị này', en: 'The roles on this unit end' },
  end: { vi: 'Ghi đơn vị rời Khối', en: 'Let the unit leave' },
  ended: { vi: 'Đã ghi đơn vị rời Khối.', en: 'The unit has left the Bloc.' },
});
