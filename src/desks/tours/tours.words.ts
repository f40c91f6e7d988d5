import { words } from '../../platform/messages/words';

export const tourWords = words({
  title: { vi: 'Hướng dẫn ngày đầu', en: 'First-day tour' },
  help: {
    vi: 'Những việc đầu tiên theo vai trò của đồng chí, mỗi việc một câu và một hình. Hãy làm lần lượt từ trên xuống, bấm vào tên trang để mở.',
    en: 'What comes first in your role, a sentence and a picture each. Go from top to bottom, and press the name of a page to open it.',
  },
  office: { vi: 'Văn phòng đào tạo của Khối', en: 'Training office of the Bloc' },
  group: { vi: 'Đảng ủy Tập đoàn', en: 'Group committee' },
  secretary: { vi: 'Bí thư đơn vị', en: 'Secretary of a unit' },
  manager: { vi: 'Chủ nhiệm lớp', en: 'Class manager' },
  cadre: { vi: 'Cán bộ, đảng viên đi học', en: 'People who attend classes' },
  others: { vi: 'Vai trò khác của đồng chí', en: 'Your other roles' },
  picture: {
    vi: (page: string) => `Hình trang “${page}” với số liệu minh họa`,
    en: (page: string) => `The page “${page}” with invented facts`,
  },
  none: { vi: 'Chưa có hướng dẫn cho vai trò này', en: 'There is no tour for this role' },
  noneNext: {
    vi: 'Đồng chí bắt đầu từ bàn làm việc: mỗi mục ở đó nói việc cần làm.',
    en: 'Begin at your desk: each part of it says what is to be done.',
  },
  desk: { vi: 'Bàn làm việc', en: 'Desk' },
  isNew: { vi: 'Đồng chí mới dùng hệ thống?', en: 'New here?' },
  isNewNext: {
    vi: (steps: number) => `Xem ${steps} việc đầu tiên, mỗi việc một câu và một hình.`,
    en: (steps: number) => `See the first ${steps} things to do, a sentence and a picture each.`,
  },
});

export const stepWords = {
  office: words({
    letterhead: {
      vi: 'Kiểm tra tên, phần đầu văn bản, giờ học và phòng, vì mọi lớp và mọi văn bản đều dùng chung.',
      en: 'Check names, letterhead, hours and rooms, because every class and every paper uses them.',
    },
    plan: {
      vi: 'Lập kế hoạch năm và hỏi nhu cầu các đơn vị trước khi mở lớp.',
      en: 'Draw up the yearly plan and ask the units what they need before you plan classes.',
    },
    new_class: {
      vi: 'Lập lớp ở dạng bản thảo, xếp lịch học rồi mới thông báo chiêu sinh.',
      en: 'Plan a class as a draft and give it a timetable before you announce it.',
    },
    seats: {
      vi: 'Mở lớp vừa lập, vào “Chỉ tiêu” và phân bổ cho từng đơn vị.',
      en: 'Open the class you planned, go to “Seats” and share them out to the units.',
    },
    letters: {
      vi: 'Khi đơn vị gửi danh sách, duyệt cả công văn một lần; trong mười phút đầu còn hoàn tác được.',
      en: 'When units send their lists, decide on each letter at once; for ten minutes you can undo it.',
    },
    papers: {
      vi: 'Tải quyết định, danh sách và báo cáo đã có phần đầu văn bản để in và ký.',
      en: 'Download decisions, lists and reports under the letterhead, to print and sign.',
    },
  }),
  group: words({
    desk: {
      vi: 'Mỗi sáng mở bàn làm việc để thấy việc chờ Tập đoàn và số liệu các đơn vị.',
      en: 'Open your desk in the morning to see what waits for the Group and how the units do.',
    },
    endorsements: {
      vi: 'Mở từng lớp, đánh dấu những người đồng ý rồi cho ý kiến một lần.',
      en: 'Open a class, tick the people you endorse and give your word on them at once.',
    },
    plan: {
      vi: 'Đọc kế hoạch năm, ghi ý kiến hoặc đề xuất cho từng dòng.',
      en: 'Read the yearly plan, and comment on its lines or propose others.',
    },
    coverage: {
      vi: 'So các đơn vị: cán bộ chủ chốt nào đã đạt trình độ, ai còn thiếu gì.',
      en: 'Compare the units: which key cadres have the level they need, and who lacks what.',
    },
    joint: {
      vi: 'Đọc báo cáo chung; bấm vào một con số để thấy những người phía sau.',
      en: 'Read the joint report, and press a number to see the people behind it.',
    },
    yearly: {
      vi: 'Cuối năm, đọc dự thảo báo cáo hai cấp ủy rồi xác nhận.',
      en: 'At the end of the year, read the draft of both committees and confirm it.',
    },
  }),
  secretary: words({
    roster: {
      vi: 'Gửi tệp Excel danh sách cán bộ, đảng viên của đơn vị, xem từng thay đổi rồi ghi vào hệ thống.',
      en: 'Send the Excel roster of your unit, look through every change, then apply it.',
    },
    people: {
      vi: 'Xem lại danh sách của đơn vị, mở hồ sơ nào chưa đúng để sửa.',
      en: 'Look through the people of your unit, and open and correct each record that is wrong.',
    },
    calls: {
      vi: 'Tìm lớp đang chiêu sinh, xem hạn gửi danh sách và chỉ tiêu của đơn vị.',
      en: 'Find the classes with an open call, and see until when and how many seats you have.',
    },
    candidates: {
      vi: 'Từ bàn làm việc, bấm cử người ở một lớp, đánh dấu từng người, ghi số công văn rồi gửi.',
      en: 'From your desk nominate for a class: tick people, enter the letter and send.',
    },
    notices: {
      vi: 'Theo dõi kết quả xét duyệt; hồ sơ nào bị trả lại thì sửa và gửi lại trước hạn.',
      en: 'Follow what is decided; what is returned is corrected and sent again in time.',
    },
    deputies: {
      vi: 'Trước khi đi vắng, ủy quyền cho người làm thay từ ngày đến ngày.',
      en: 'Before you go away, name a deputy from one day to another.',
    },
  }),
  manager: words({
    desk: {
      vi: 'Buổi sáng mở bàn làm việc để thấy lớp học hôm nay, giờ và phòng.',
      en: 'Open your desk in the morning to see today’s classes, their hours and rooms.',
    },
    attendance: {
      vi: 'Mở buổi học từ bàn làm việc, điền tất cả có mặt, sửa những người vắng rồi lưu.',
      en: 'Open a half-day from your desk, fill in everybody as present, correct those absent, then save.',
    },
    leave: {
      vi: 'Trả lời các đơn xin nghỉ trước buổi học để điểm danh đúng.',
      en: 'Answer requests for leave before the half-day, so that attendance is right.',
    },
    refused: {
      vi: 'Sau buổi học, xem ai đã quét mã mà chưa được ghi, rồi ghi có mặt hoặc bỏ qua.',
      en: 'After a half-day, see who scanned and was not recorded, and mark them present or dismiss it.',
    },
    calendar: {
      vi: 'Đưa lịch các lớp vào điện thoại; buổi học dời thì lịch tự đổi theo.',
      en: 'Put your classes on your phone; when a half-day is moved, the calendar follows.',
    },
  }),
  cadre: words({
    desk: {
      vi: 'Mở bàn làm việc để biết được cử học lớp nào, học khi nào và ở đâu.',
      en: 'Open your desk to see what you are nominated for, when and where.',
    },
    check_in: {
      vi: 'Đến lớp, mở máy ảnh điện thoại và quét mã đang chiếu ở cửa; lúc về quét thêm lần nữa.',
      en: 'At the class, scan the code by the door with the camera of your phone, and once more as you leave.',
    },
    leave: {
      vi: 'Bận một buổi thì xin nghỉ trước giờ học và ghi lý do.',
      en: 'If you cannot come, ask for leave before it begins and say why.',
    },
    calendar: {
      vi: 'Đưa lịch học vào điện thoại một lần; lịch tự đổi theo lớp.',
      en: 'Put your classes on your phone once; the calendar follows every change.',
    },
    record: {
      vi: 'Xem những lớp đã học và tải giấy chứng nhận của đồng chí.',
      en: 'See what you have completed and download your certificates.',
    },
    contacts: {
      vi: 'Kiểm tra thư điện tử và điện thoại, vì lớp học báo tin qua đó.',
      en: 'Check your e-mail and phone number, because classes reach you by them.',
    },
  }),
};
