import { words } from '../platform/messages/words';

export const cadreWords = words({
  groupIn: {
    vi: (group: string, className: string) => `${group}: ${className}`,
    en: (group: string, className: string) => `${group}: ${className}`,
  },
  youLead: { vi: 'Đồng chí là tổ trưởng.', en: 'You lead the group.' },
  ledBy: { vi: (name: string) => `Tổ trưởng: ${name}.`, en: (name: string) => `Leader: ${name}.` },
  meetsIn: { vi: (room: string) => `Học tại ${room}.`, en: (room: string) => `Meets in ${room}.` },
  groupTimetable: { vi: 'Xem lịch học', en: 'See the timetable' },
  checkIn: { vi: 'Điểm danh bằng mã', en: 'Check in by code' },
  leave: { vi: 'Xin nghỉ học', en: 'Ask for leave' },
  needs: { vi: 'Tôi còn thiếu gì?', en: 'What is still missing for me?' },
  ownRecord: { vi: 'Hồ sơ của tôi', en: 'My record' },
  essayDue: {
    vi: (name: string, until: string) => `Nộp bài thu hoạch: ${name}, hạn ${until}`,
    en: (name: string, until: string) => `Hand in your essay: ${name}, due ${until}`,
  },
  essaySentBack: {
    vi: (name: string, until: string) => `Bài thu hoạch được trả lại, cần sửa: ${name}, hạn ${until}`,
    en: (name: string, until: string) => `Your essay was sent back: ${name}, due ${until}`,
  },
  leaveReopened: {
    vi: (halfDay: string, className: string) =>
      `${halfDay}, ${className}: buổi học đã dời, đơn xin nghỉ là cho giờ cũ. Đồng chí phải dự, trừ khi xin nghỉ lại.`,
    en: (halfDay: string, className: string) =>
      `${halfDay}, ${className}: the half-day was moved, your leave was for the old time. You are expected unless you ask again.`,
  },
  askAgain: { vi: 'Xin nghỉ cho giờ mới', en: 'Ask for leave at the new time' },
  learning: { vi: 'Lớp đồng chí đang học', en: 'Classes you are in' },
  nominated: { vi: 'Đồng chí được cử học', en: 'You are nominated for' },
  notNominated: { vi: 'Hiện đồng chí chưa được cử học lớp nào', en: 'You are not nominated for a class now' },
  notNominatedNext: {
    vi: 'Nếu muốn đi học, đồng chí trao đổi với bí thư đơn vị.',
    en: 'If you wish to attend one, speak with the secretary of your unit.',
  },
  next: { vi: 'Lịch học sắp tới', en: 'Where to be next' },
  exams: { vi: 'Lịch thi, coi thi sắp tới', en: 'Examinations ahead' },
  examPart: { vi: 'Đồng chí', en: 'You' },
  sits: { vi: (number: string) => `dự thi, số báo danh ${number}`, en: (number: string) => `sit it, number ${number}` },
  watches: { vi: 'coi thi', en: 'invigilate' },
  noNext: { vi: 'Chưa có buổi học nào sắp tới', en: 'No half-day ahead' },
  noNextNext: {
    vi: 'Khi được duyệt vào lớp, đồng chí sẽ thấy ngày, giờ và địa điểm ở đây.',
    en: 'Once you are accepted, the day, time and place appear here.',
  },
  completed: { vi: 'Đã hoàn thành gần đây', en: 'Recently completed' },
  course: { vi: 'Chương trình', en: 'Course' },
  endedOn: { vi: 'Bế giảng', en: 'Ended' },
  number: { vi: 'Số giấy chứng nhận, bằng', en: 'Certificate or diploma' },
  noNumber: { vi: 'Chưa có số', en: 'No number yet' },
  validity: { vi: 'Giá trị', en: 'Validity' },
  noCompleted: { vi: 'Chưa hoàn thành lớp nào', en: 'No class completed yet' },
  noCompletedNext: {
    vi: 'Kết quả được ghi tại đây khi lớp bế giảng.',
    en: 'Results are recorded here when the class closes.',
  },
  calendar: { vi: 'Lịch học trên điện thoại', en: 'Add to my phone calendar' },
  record: { vi: 'Quá trình đào tạo của tôi', en: 'My training record' },
});
