import { many, people } from '../../platform/messages/counted';
import { words } from '../../platform/messages/words';

export const openingWords = words({
  noClass: {
    vi: (year: number) => `Năm ${year} chưa có lớp nào khai giảng.`,
    en: (year: number) => `No class has opened in ${year}.`,
  },
  onlyPlanned: {
    vi: (year: number, toCome: number) =>
      `Năm ${year} chưa có lớp nào khai giảng; ${toCome} lớp đang dự kiến hoặc chiêu sinh.`,
    en: (year: number, toCome: number) =>
      `No class has opened in ${year}; ${many(toCome, 'class is', 'classes are')} planned or open for nominations.`,
  },
  opened: {
    vi: (year: number, opened: number, closed: number, nominated: number, enrolled: number, completed: number) =>
      `Năm ${year} đã mở ${opened} lớp, ${closed} lớp đã kết thúc: ${nominated} lượt cử đi học, ${enrolled} học viên, ${completed} người hoàn thành.`,
    en: (year: number, opened: number, closed: number, nominated: number, enrolled: number, completed: number) =>
      `In ${year}, ${many(opened, 'class', 'classes')} opened and ${closed} closed: ${many(nominated, 'nomination')}, ${many(enrolled, 'learner')}, ${completed} completed.`,
  },
  fewComplete: {
    vi: (rate: string, unit: string, its: string) =>
      `Mới ${rate} học viên đã xét kết quả hoàn thành; thấp nhất là ${unit}, ${its}.`,
    en: (rate: string, unit: string, its: string) =>
      `Only ${rate} of the learners judged so far completed; the lowest share is ${its}, in ${unit}.`,
  },
  fewAttend: {
    vi: (rate: string, unit: string, its: string) => `Tỷ lệ có mặt mới ${rate}; thấp nhất là ${unit}, ${its}.`,
    en: (rate: string, unit: string, its: string) => `Attendance is only ${rate}; the lowest is ${its}, in ${unit}.`,
  },
  manyFree: {
    vi: (free: number, all: number, unit: string, most: number, its: number) =>
      `Còn ${free}/${all} chỉ tiêu chưa có người; nhiều nhất ở ${unit}, ${most}/${its}.`,
    en: (free: number, all: number, unit: string, most: number, its: number) =>
      `${free} of ${all} allocated seats are free; the most are in ${unit}, ${most} of ${its}.`,
  },
  nothingToCompare: { vi: 'Chưa có số liệu để so sánh.', en: 'There is nothing to compare yet.' },
  calm: { vi: 'Không có số liệu nào ở mức phải chú ý.', en: 'No figure needs attention.' },
  review: {
    vi: (count: number) => `Việc cần làm: văn phòng xét ${count} lượt cử đang chờ.`,
    en: (count: number) => `To do: the office reviews ${many(count, 'waiting nomination')}.`,
  },
  endorse: {
    vi: (count: number) => `Việc cần làm: Tập đoàn cho ý kiến về ${count} lượt cử đang chờ.`,
    en: (count: number) => `To do: the Group gives its opinion on ${many(count, 'waiting nomination')}.`,
  },
  releaseSeats: {
    vi: (count: number) => `Việc cần làm: nhắc các đơn vị cử người, hoặc thu hồi ${count} chỉ tiêu còn trống.`,
    en: (count: number) => `To do: remind units to nominate, or release ${many(count, 'free seat')}.`,
  },
  nothingToDo: { vi: 'Hiện không có việc gì phải làm thêm.', en: 'There is nothing more to do now.' },
  unitSent: {
    vi: (year: number, unit: string, nominated: number, accepted: number, enrolled: number, completed: number) =>
      `Năm ${year} ${unit} cử ${nominated} lượt, ${accepted} lượt được chấp thuận; ${enrolled} học viên, ${completed} người hoàn thành.`,
    en: (year: number, unit: string, nominated: number, accepted: number, enrolled: number, completed: number) =>
      `In ${year}, ${unit} sent ${many(nominated, 'nomination')}, of which ${accepted} were accepted: ${many(enrolled, 'learner')}, ${completed} completed.`,
  },
  unitSentNobody: {
    vi: (year: number, unit: string) => `Năm ${year} ${unit} chưa cử ai đi học.`,
    en: (year: number, unit: string) => `${unit} has nominated nobody in ${year}.`,
  },
  unitFree: {
    vi: (free: number, all: number) => `Đơn vị còn ${free}/${all} chỉ tiêu chưa có người.`,
    en: (free: number, all: number) => `${free} of the unit’s ${all} seats are free.`,
  },
  unitFewComplete: {
    vi: (rate: string) => `Mới ${rate} học viên đã xét kết quả hoàn thành.`,
    en: (rate: string) => `Only ${rate} of the learners judged so far completed.`,
  },
  unitBelow: {
    vi: (below: number, all: number) => `${below}/${all} cán bộ chủ chốt chưa có trình độ trung cấp lý luận chính trị.`,
    en: (below: number, all: number) => `${below} of ${all} key cadres are below the intermediate theory level.`,
  },
  sendAgain: {
    vi: (count: number) => `Việc cần làm: bổ sung và gửi lại ${count} lượt bị trả lại.`,
    en: (count: number) => `To do: correct and resend ${many(count, 'returned nomination')}.`,
  },
  fillSeats: {
    vi: (count: number) => `Việc cần làm: cử người cho ${count} chỉ tiêu còn trống, hoặc trả lại chỉ tiêu.`,
    en: (count: number) => `To do: nominate for ${many(count, 'free seat')}, or give them back.`,
  },
  sendToTheory: {
    vi: (count: number) => `Việc cần làm: xem và cử ${count} người còn thiếu trình độ lý luận chính trị.`,
    en: (count: number) => `To do: look at the ${people(count)} below the required theory level, and nominate them.`,
  },
  cadresAbove: {
    vi: (day: string, above: number, all: number) =>
      `Đến ngày ${day}, ${above}/${all} cán bộ chủ chốt có trình độ trung cấp lý luận chính trị trở lên.`,
    en: (day: string, above: number, all: number) =>
      `As of ${day}, ${above} of ${all} key cadres have the intermediate theory level or above.`,
  },
  noCadres: {
    vi: (day: string) => `Đến ngày ${day}, danh sách chưa có cán bộ chủ chốt nào.`,
    en: (day: string) => `As of ${day}, the rosters contain no key cadres.`,
  },
  cadresLack: {
    vi: (all: number, unit: string, most: number) =>
      `${all} người chưa đạt trình độ mà chức vụ đòi hỏi; nhiều nhất ở ${unit}: ${most} người.`,
    en: (all: number, unit: string, most: number) =>
      `${people(all)} do not have the level their post requires; the most are in ${unit}: ${most}.`,
  },
  nobodyLacksLevel: {
    vi: 'Không ai thiếu trình độ mà chức vụ đòi hỏi.',
    en: 'Everybody has the level their post requires.',
  },
  sendNewMembers: {
    vi: (count: number) =>
      `Việc cần làm: cử ${count} đảng viên dự bị học lớp đảng viên mới trước khi hết thời gian dự bị.`,
    en: (count: number) =>
      `To do: send ${many(count, 'probationary member')} to the new-member class before their probation ends.`,
  },
  renewCertificates: {
    vi: (count: number) => `Việc cần làm: xem ${count} người có giấy chứng nhận đã hoặc sắp hết giá trị.`,
    en: (count: number) => `To do: look at ${people(count)} whose certificate has expired or will expire soon.`,
  },
  makeUpStudies: {
    vi: (count: number) => `Việc cần làm: bố trí học bù cho ${count} đảng viên chưa dự học tập nghị quyết.`,
    en: (count: number) => `To do: arrange a make-up session for ${many(count, 'member')} who missed a study session.`,
  },
});
