import type { Bilingual } from '../../platform/messages/words';

export interface PlaceholderMeaning {
  readonly meaning: Bilingual;
  /** What a preview shows in its place. */
  readonly sample: Bilingual;
  /** Names people or says why about them, so it never stands in a subject. */
  readonly isPersonal: boolean;
}

const safe = (meaning: Bilingual, sample: Bilingual): PlaceholderMeaning => ({ meaning, sample, isPersonal: false });
const personal = (meaning: Bilingual, sample: Bilingual): PlaceholderMeaning => ({ meaning, sample, isPersonal: true });
const same = (text: string): Bilingual => ({ vi: text, en: text });

/** What each placeholder stands for, and invented values to show it with. */
export const placeholderMeanings: Readonly<Record<string, PlaceholderMeaning>> = {
  class: safe(
    { vi: 'Tên và mã lớp', en: 'Name and code of the class' },
    { vi: 'Lớp Trung cấp lý luận chính trị K12 (LLCT-12)', en: 'Trung cấp lý luận chính trị K12 (LLCT-12)' },
  ),
  unit: safe({ vi: 'Tên đơn vị', en: 'Name of the unit' }, same('Đảng ủy Công ty mẫu')),
  when: safe(
    { vi: 'Câu về buổi học đầu tiên', en: 'A sentence about the first half-day' },
    { vi: 'Buổi học đầu tiên: 07:30 12/12/2026.', en: 'First half-day: 07:30 12/12/2026.' },
  ),
  where: safe(
    { vi: 'Câu về địa điểm', en: 'A sentence about the place' },
    { vi: 'Địa điểm: Hội trường A, 1 Lê Duẩn.', en: 'Place: Hội trường A, 1 Lê Duẩn.' },
  ),
  message_subject: safe(
    { vi: 'Tiêu đề của thông báo', en: 'Subject of the message' },
    { vi: 'Đổi hội trường', en: 'Another hall' },
  ),
  message: personal(
    { vi: 'Nội dung thông báo', en: 'Text of the message' },
    { vi: 'Từ buổi sau lớp học ở hội trường B.', en: 'From the next half-day on the class meets in hall B.' },
  ),
  year: safe({ vi: 'Năm của kế hoạch', en: 'Year of the plan' }, same('2027')),
  last_day: safe({ vi: 'Ngày cuối nhận trả lời', en: 'Last day for the answer' }, same('31/12/2026')),
  seats: safe({ vi: 'Số chỉ tiêu của đơn vị', en: 'Seats of the unit' }, { vi: '3 chỉ tiêu', en: '3 seats' }),
  until: safe({ vi: 'Giờ và ngày hết hạn', en: 'Until when, to the minute' }, same('17:00 20/11/2026')),
  sent: safe({ vi: 'Số người đã gửi danh sách', en: 'People nominated so far' }, { vi: '1 người', en: '1 person' }),
  drafts: safe(
    { vi: 'Câu về các bản nháp chưa gửi, nếu có', en: 'A sentence about drafts not sent, if any' },
    {
      vi: 'Đơn vị còn 1 hồ sơ ở dạng bản nháp, chưa gửi.',
      en: '1 nomination of your unit is a draft and not sent yet.',
    },
  ),
  left: safe({ vi: 'Còn bao lâu', en: 'How long it is until then' }, { vi: '3 ngày nữa', en: 'in 3 days' }),
  day: safe({ vi: 'Ngày được nhắc tới', en: 'The day it is about' }, same('12/12/2026')),
  opening: safe({ vi: 'Ngày dự kiến khai giảng', en: 'The day it was to open' }, same('12/12/2026')),
  count: safe(
    { vi: 'Số lượng: hồ sơ, đơn hay người', en: 'How many: nominations, requests or people' },
    { vi: '2 hồ sơ', en: '2 nominations' },
  ),
  received: safe({ vi: 'Ngày nhận hồ sơ', en: 'The day they were received' }, same('01/12/2026')),
  after: safe({ vi: 'Số ngày đã chờ', en: 'How many days they have waited' }, same('7')),
  list: personal(
    { vi: 'Danh sách, mỗi người hoặc mỗi việc một dòng', en: 'The list: a line for each person or matter' },
    { vi: '– Nguyễn Văn Mẫu: thiếu số công văn', en: '– Nguyễn Văn Mẫu: no letter number' },
  ),
  reason: personal({ vi: 'Lý do', en: 'The reason' }, { vi: 'Không đủ người đăng ký', en: 'Too few people' }),
  decision: safe({ vi: 'Số quyết định', en: 'The number of the decision' }, same('12-QĐ/ĐUK')),
  authority: safe(
    { vi: 'Cơ quan ra quyết định', en: 'Who decided' },
    { vi: 'Ban Thường vụ Đảng ủy Khối', en: 'The Standing Committee of the Bloc' },
  ),
  exams: personal(
    { vi: 'Các kỳ thi, mỗi kỳ một dòng, có số báo danh', en: 'The examinations, a line each, with the number' },
    {
      vi: '– Triết học: 07:30–09:30 12/12/2026; Hội trường A; số báo danh 012',
      en: '– Triết học: 07:30–09:30 12/12/2026; Hội trường A; number 012',
    },
  ),
  changes: personal(
    { vi: 'Các thay đổi của lịch học', en: 'What changed in the timetable' },
    {
      vi: '– Buổi sáng 12/12/2026 (07:30–11:00) chuyển sang sáng 13/12/2026 (07:30–11:00); phòng: Hội trường A; giảng viên: báo sau.',
      en: '– The half-day of morning 12/12/2026 (07:30–11:00) moves to morning 13/12/2026 (07:30–11:00); room: Hội trường A; lecturer: told later.',
    },
  ),
  map: safe(
    { vi: 'Dòng có đường dẫn bản đồ, nếu biết địa chỉ', en: 'A line with a link to the map, if the address is known' },
    { vi: 'Bản đồ: https://maps.example.vn/1-le-duan', en: 'Map: https://maps.example.vn/1-le-duan' },
  ),
  due: safe({ vi: 'Ngày hết hạn', en: 'The day it was due' }, same('15/12/2026')),
  half_days: safe(
    { vi: 'Các buổi học trong ngày: giờ, phòng, giảng viên', en: 'The half-days of the day: hours, room, lecturer' },
    { vi: '– Sáng 12/12/2026 (07:30–11:00), Hội trường A', en: '– Morning 12/12/2026 (07:30–11:00), Hội trường A' },
  ),
  todo: safe(
    { vi: 'Việc cần làm, tùy người nhận', en: 'What to do, as the recipient goes' },
    { vi: 'trao đổi với bí thư đơn vị.', en: 'speak to the secretary of your unit.' },
  ),
  you: personal(
    { vi: 'Câu nói riêng với chính người nhận', en: 'What concerns the recipient themselves' },
    { vi: 'Đồng chí đã vắng 2 buổi.', en: 'You missed 2 half-days.' },
  ),
  grade: personal(
    { vi: 'Câu về xếp loại, nếu có', en: 'The grade, if any' },
    { vi: 'Xếp loại: Khá.', en: 'Grade: Good.' },
  ),
  certificate: personal(
    { vi: 'Câu về số và mã giấy chứng nhận, nếu có', en: 'Number and code of the certificate, if any' },
    {
      vi: 'Giấy chứng nhận số 001/2026, mã xác minh ABCD.',
      en: 'Certificate number 001/2026, verification code ABCD.',
    },
  ),
  valid: safe(
    { vi: 'Câu về ngày hết giá trị, nếu có', en: 'Until when it is valid, if it expires' },
    { vi: 'Có giá trị đến 12/12/2031.', en: 'Valid until 12/12/2031.' },
  ),
};
