import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const textWords = words({
  help: {
    vi: 'Lời của thư và thông báo, bằng hai thứ tiếng. Mở một dòng để viết lại cho hợp với văn phòng.',
    en: 'The texts of mails and notices, in both languages. Open a line to write your own.',
  },
  helpOfOne: {
    vi: 'Viết lại lời nhắc của một việc; các ký hiệu được điền khi gửi. Hãy xem thử rồi mới lưu.',
    en: 'Write the text of one reminder; its placeholders are filled in when it is sent. Preview it before you save.',
  },
  title: { vi: 'Lời nhắc', en: 'Reminder texts' },
  back: { vi: 'Nhắc việc', en: 'Reminders' },
  backToTexts: { vi: 'Lời nhắc', en: 'Reminder texts' },
  rule: { vi: 'Nhắc việc gì', en: 'About' },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  whose: { vi: 'Lời của', en: 'Whose words' },
  ours: { vi: 'Hệ thống', en: 'The service' },
  own: { vi: 'Văn phòng', en: 'The office' },
  change: { vi: 'Sửa lời', en: 'Change' },
  actions: { vi: 'Thao tác', en: 'Actions' },
  inVietnamese: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  inEnglish: { vi: 'Tiếng Anh', en: 'English' },
  subjectHint: {
    vi: 'Cũng là câu thông báo trong hệ thống. Không ghi tên người hay lý do.',
    en: 'Also the notice in the service. No names of people and no reasons.',
  },
  body: { vi: 'Nội dung', en: 'Body' },
  bodyHint: {
    vi: 'Lời chào, đường dẫn và lời kết được thêm sẵn. Dòng chỉ gồm ký hiệu không có giá trị sẽ tự bỏ.',
    en: 'Greeting, link and closing are added. A line whose placeholders are all empty is left out.',
  },
  save: { vi: 'Lưu lời nhắc', en: 'Save the words' },
  tryOut: { vi: 'Xem thử', en: 'Preview' },
  saved: { vi: 'Đã lưu lời nhắc. Thư gửi từ nay dùng lời này.', en: 'The text is saved and used from now on.' },
  restore: { vi: 'Dùng lại lời của hệ thống', en: 'Restore the default text' },
  restoreMeans: {
    vi: 'Lời của văn phòng cho việc này, cả hai thứ tiếng, sẽ được bỏ.',
    en: 'The office’s words for this, in both languages, are dropped.',
  },
  restored: { vi: 'Đã dùng lại lời của hệ thống.', en: 'The default text is used again.' },
  previewTitle: { vi: 'Xem thử', en: 'Preview' },
  previewSample: { vi: 'Trên số liệu mẫu.', en: 'With sample data.' },
  previewReal: { vi: 'Trên số liệu của lớp đã chọn.', en: 'With the facts of the class you chose.' },
  previewNobody: {
    vi: 'Ở lớp đã chọn hiện chưa ai thuộc diện nhắc việc này, nên dưới đây là số liệu mẫu.',
    en: 'Nobody in the class you chose would be told of this now, so the facts are invented.',
  },
  previewWrong: {
    vi: 'Chưa xem thử được: hãy sửa các mục được nêu.',
    en: 'No preview yet. Correct the fields listed.',
  },
  previewClass: { vi: 'Xem thử trên lớp', en: 'Preview with the facts of' },
  sampleClass: { vi: '— Số liệu mẫu —', en: '— Invented facts —' },
  placeholders: { vi: 'Ký hiệu dùng được', en: 'Placeholders' },
  placeholder: { vi: 'Ký hiệu', en: 'Placeholder' },
  meaning: { vi: 'Được thay bằng', en: 'Stands for' },
  example: { vi: 'Ví dụ', en: 'Example' },
  whereUsed: { vi: 'Dùng ở', en: 'Where' },
  everywhere: { vi: 'tiêu đề, nội dung', en: 'subject, body' },
  bodyOnly: { vi: 'chỉ nội dung', en: 'body only' },
});

export const textActions = declareActions('reminders', {
  text_changed: { vi: 'đã sửa lời nhắc', en: 'changed the words of a reminder' },
  text_restored: { vi: 'đã dùng lại lời nhắc của hệ thống', en: 'went back to our words of a reminder' },
});
