import { words } from '../platform/messages/words';

/** What stands on the calendars themselves, feeds and invitations alike. */
export const calendarWords = words({
  summary: {
    vi: (className: string, number: number) => `${className} – buổi ${number}`,
    en: (className: string, number: number) => `${className} – half-day ${number}`,
  },
  cancelled: {
    vi: (summary: string) => `ĐÃ HỦY: ${summary}`,
    en: (summary: string) => `CANCELLED: ${summary}`,
  },
  onLeave: { vi: (summary: string) => `${summary} (được nghỉ)`, en: (summary: string) => `${summary} (on leave)` },
  exam: {
    vi: (className: string, what: string | null, isResit: boolean) =>
      `${isResit ? 'Thi lại' : 'Thi'}${what === null ? '' : ` ${what}`} – ${className}`,
    en: (className: string, what: string | null, isResit: boolean) =>
      `${isResit ? 'Re-sit' : 'Examination'}${what === null ? '' : `, ${what}`} – ${className}`,
  },
  watch: {
    vi: (className: string, what: string | null) => `Coi thi${what === null ? '' : ` ${what}`} – ${className}`,
    en: (className: string, what: string | null) => `Invigilate${what === null ? '' : `, ${what}`} – ${className}`,
  },
  topic: { vi: (topic: string) => `Chuyên đề: ${topic}`, en: (topic: string) => `Topic: ${topic}` },
  lecturer: { vi: (name: string) => `Giảng viên: ${name}`, en: (name: string) => `Lecturer: ${name}` },
  organizer: { vi: 'Văn phòng đào tạo của Khối', en: 'Training office of the Bloc' },
});
