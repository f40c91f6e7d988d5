import { words } from '../platform/messages/words';

const days = {
  vi: (count: number) => (count <= 0 ? 'hôm nay' : count === 1 ? 'ngày mai' : `${count} ngày nữa`),
  en: (count: number) => (count <= 0 ? 'today' : count === 1 ? 'tomorrow' : `in ${count} days`),
};
const people = { en: (count: number) => `${count} ${count === 1 ? 'person' : 'people'}` };
const seats = { en: (count: number) => `${count} ${count === 1 ? 'seat' : 'seats'}` };
const nominations = { en: (count: number) => `${count} ${count === 1 ? 'nomination' : 'nominations'}` };

/** The sentences of reminders, mails and notices alike. Subjects and notices hold no personal data. */
export const mailWords = words({
  greeting: { vi: (name: string) => `Kính gửi đồng chí ${name},`, en: (name: string) => `Dear ${name},` },
  closing: {
    vi: () =>
      'Thư này do hệ thống gửi theo lịch nhắc, không cần trả lời. Nếu có điều chưa đúng, xin báo văn phòng đào tạo của Khối.',
    en: () =>
      'The service sent this message on schedule; no answer is needed. If something is wrong, please tell the training office of the Bloc.',
  },

  callOpened: {
    vi: (inClass: string, count: number) => `Mở chiêu sinh ${inClass}: đơn vị có ${count} chỉ tiêu`,
    en: (inClass: string, count: number) => `Call open for ${inClass}: your unit has ${seats.en(count)}`,
  },
  callOpenedTold: {
    vi: (inClass: string, unit: string, count: number, until: string) =>
      `Đã mở chiêu sinh ${inClass}. ${unit} được phân bổ ${count} chỉ tiêu; hạn gửi danh sách: ${until}.`,
    en: (inClass: string, unit: string, count: number, until: string) =>
      `The call for ${inClass} is open. ${unit} was allocated ${seats.en(count)}; the list is due by ${until}.`,
  },

  deadlineNear: {
    vi: (inClass: string, until: string) => `Hạn cử người học ${inClass}: ${until}`,
    en: (inClass: string, until: string) => `Nominations for ${inClass} close at ${until}`,
  },
  deadlineNearTold: {
    vi: (inClass: string, until: string, left: number, unit: string, count: number, sent: number) =>
      `Hạn gửi danh sách cử người học ${inClass}: ${until} (${days.vi(left)}). ${unit} có ${count} chỉ tiêu, đã gửi ${sent} người.`,
    en: (inClass: string, until: string, left: number, unit: string, count: number, sent: number) =>
      `${inClass} takes nominations until ${until} (${days.en(left)}). ${unit} has ${seats.en(count)} and has sent ${people.en(sent)}.`,
  },
  drafts: {
    vi: (count: number) => `Đơn vị còn ${count} hồ sơ ở dạng bản nháp, chưa gửi.`,
    en: (count: number) =>
      `${nominations.en(count)} of your unit ${count === 1 ? 'is a draft' : 'are drafts'} and not sent yet.`,
  },
  nominate: {
    vi: () =>
      'Việc cần làm: mở trang dưới đây, cử đủ người rồi gửi danh sách kèm số công văn. Nếu kỳ này đơn vị không cử ai, xin trả lời “Kỳ này không cử” trên trang đó; hệ thống sẽ không nhắc nữa.',
    en: () =>
      'What to do: open the page below, nominate, and send the list with the number of your letter. If your unit nominates nobody this time, answer so on that page and you will not be reminded again.',
  },

  classNear: {
    vi: (inClass: string, day: string) => `Khai giảng ${inClass}: ngày ${day}`,
    en: (inClass: string, day: string) => `${inClass} opens on ${day}`,
  },
  classNearTold: {
    vi: (inClass: string, day: string, count: number) =>
      `Đồng chí là học viên ${inClass}, khai giảng ngày ${day} (${days.vi(count)}).`,
    en: (inClass: string, day: string, count: number) =>
      `You are enrolled in ${inClass}, which opens on ${day} (${days.en(count)}).`,
  },
  attend: {
    vi: () =>
      'Việc cần làm: có mặt trước giờ học 15 phút để điểm danh. Nếu không dự được, xin báo bí thư đơn vị để cử người thay trước ngày khai giảng.',
    en: () =>
      'What to do: be there 15 minutes early for the attendance. If you cannot come, tell the secretary of your unit before the opening so that somebody else can take the place.',
  },

  firstHalfDay: {
    vi: (moment: string) => `Buổi học đầu tiên: ${moment}.`,
    en: (moment: string) => `First half-day: ${moment}.`,
  },
  hourLater: {
    vi: (day: string) => `Khai giảng: ${day}; giờ học sẽ báo sau.`,
    en: (day: string) => `Opens: ${day}; the hour will be told later.`,
  },
  place: { vi: (place: string) => `Địa điểm: ${place}.`, en: (place: string) => `Place: ${place}.` },
  placeLater: { vi: () => 'Địa điểm: sẽ báo sau.', en: () => 'Place: will be told later.' },

  returned: {
    vi: (inClass: string, count: number) => `${count} hồ sơ cử học ${inClass} được trả lại để sửa`,
    en: (inClass: string, count: number) => `${nominations.en(count)} for ${inClass} returned for correction`,
  },
  returnedTold: {
    vi: (inClass: string, unit: string) => `Hồ sơ sau đây của ${unit} cử học ${inClass} được trả lại để sửa:`,
    en: (inClass: string, unit: string) => `These nominations of ${unit} for ${inClass} were returned for correction:`,
  },
  returnedOne: {
    vi: (name: string, reason: string) => `– ${name}: ${reason}`,
    en: (name: string, reason: string) => `– ${name}: ${reason}`,
  },
  returnedOneUntil: {
    vi: (name: string, reason: string, day: string) => `– ${name}: ${reason} (sửa trước hết ngày ${day})`,
    en: (name: string, reason: string, day: string) => `– ${name}: ${reason} (correct by ${day})`,
  },
  correct: {
    vi: () =>
      'Việc cần làm: mở trang dưới đây, sửa theo lý do đã nêu rồi gửi lại. Chỗ của đơn vị được giữ đến hết hạn sửa.',
    en: () =>
      'What to do: open the page below, correct what is named and send again. The place is kept until the day given.',
  },

  timetableChanged: {
    vi: (inClass: string) => `Lịch học thay đổi: ${inClass}`,
    en: (inClass: string) => `The timetable has changed, ${inClass}`,
  },
  timetableChangedTold: {
    vi: (inClass: string) => `Lịch học ${inClass} có thay đổi:`,
    en: (inClass: string) => `The timetable of ${inClass} has changed:`,
  },
  halfDayAdded: {
    vi: (when: string) => `– Thêm buổi học: ${when}`,
    en: (when: string) => `– Another half-day: ${when}`,
  },
  manyAdded: {
    vi: (count: number, when: string) => `– Thêm ${count} buổi học, buổi đầu: ${when}.`,
    en: (count: number, when: string) => `– ${count} more half-days, the first: ${when}.`,
  },
  halfDayCancelled: {
    vi: (when: string) => `– Nghỉ buổi ${when}.`,
    en: (when: string) => `– Cancelled: ${when}.`,
  },
  halfDayMoved: {
    vi: (was: string, when: string) => `– Buổi ${was} chuyển sang ${when}`,
    en: (was: string, when: string) => `– The half-day of ${was} moves to ${when}`,
  },
  halfDayRefitted: {
    vi: (when: string) => `– Buổi ${when} đổi phòng hoặc giảng viên`,
    en: (when: string) => `– ${when}: another room or lecturer`,
  },
  heldAt: {
    vi: (room: string | null, lecturer: string | null) =>
      `; phòng: ${room ?? 'báo sau'}; giảng viên: ${lecturer ?? 'báo sau'}.`,
    en: (room: string | null, lecturer: string | null) =>
      `; room: ${room ?? 'told later'}; lecturer: ${lecturer ?? 'told later'}.`,
  },
  because: { vi: (reason: string) => ` Lý do: ${reason}.`, en: (reason: string) => ` Reason: ${reason}.` },
  lookAtTimetable: {
    vi: () => 'Việc cần làm: ghi lại ngày giờ mới. Nếu không dự được buổi nào, xin báo văn phòng đào tạo của Khối.',
    en: () =>
      'What to do: note the new day and time. If you cannot come to one of them, tell the training office of the Bloc.',
  },

  waiting: {
    vi: (count: number, inClass: string, after: number) => `${count} hồ sơ chờ xét quá ${after} ngày: ${inClass}`,
    en: (count: number, inClass: string, after: number) =>
      `${nominations.en(count)} waiting for more than ${after} days, ${inClass}`,
  },
  waitingTold: {
    vi: (count: number, inClass: string, day: string) =>
      `Có ${count} hồ sơ cử học ${inClass}, nhận ngày ${day}, đến nay chưa được xét.`,
    en: (count: number, inClass: string, day: string) =>
      `${nominations.en(count)} for ${inClass} received on ${day} ${count === 1 ? 'has' : 'have'} not been decided.`,
  },
  review: {
    vi: () => 'Việc cần làm: mở trang dưới đây và duyệt, trả lại hoặc từ chối từng hồ sơ, để đơn vị kịp chuẩn bị.',
    en: () =>
      'What to do: open the page below and accept, return or reject each of them, so that the units can prepare.',
  },
});
