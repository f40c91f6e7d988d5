import { words } from '../../platform/messages/words';

export const personFormWords = words({
  helpOfOwnContacts: {
    vi: 'Đơn vị và lớp học liên hệ với đồng chí qua đây. Tài khoản và địa chỉ dùng để đăng nhập không thay đổi.',
    en: 'How your unit and your classes reach you. Your account and the address you sign in with stay as they are.',
  },
  helpToAdd: {
    vi: 'Thêm một người vào danh sách của đơn vị. Nhiều người cùng lúc thì gửi tệp Excel ở trang “Danh sách đơn vị gửi”.',
    en: 'Add one person to the roster of a unit. For many at once, send an Excel file on “Rosters of units”.',
  },
  helpToEdit: {
    vi: 'Sửa hồ sơ của một người theo giấy tờ gốc, kèm lý do. Ngày và người sửa được ghi nhật ký.',
    en: 'Correct the record of one person from its papers, with a reason. Who changed it and when is kept in the journal.',
  },
  codeHint: {
    vi: 'Không trùng với ai, kể cả ở đơn vị khác; tệp Excel gửi sau nhận ra người này qua mã số.',
    en: 'It must be unique, across all units; rosters sent later recognise the person by it.',
  },
  doAdd: { vi: 'Thêm vào danh sách', en: 'Add' },
  added: { vi: 'Đã thêm vào danh sách.', en: 'Added.' },
  reason: { vi: 'Lý do sửa', en: 'Why' },
  reasonHint: {
    vi: 'Ví dụ: theo quyết định, theo hồ sơ gốc, cán bộ báo sai. Lý do được ghi vào nhật ký.',
    en: 'For example the decision, or what was wrong. It goes into the journal.',
  },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu thông tin.', en: 'Saved.' },
  notRated: { vi: '— Chưa xếp loại —', en: '— Not rated —' },
  phoneHint: {
    vi: (example: string) => `Ví dụ: ${example}`,
    en: (example: string) => `For example ${example}`,
  },
  emailHint: {
    vi: 'Không phải địa chỉ đăng nhập.',
    en: 'Not the sign-in address.',
  },
  isSomebodyElse: {
    vi: 'Tôi đã kiểm tra: đây là một người khác, vẫn thêm.',
    en: 'I have checked: this is a different person; add them.',
  },
  see: { vi: 'Xem người đã có trong danh sách', en: 'See the person already on the roster' },
  changedUnder: {
    vi: 'Trong lúc đồng chí điền, người khác đã sửa:',
    en: 'While you were filling this in, somebody else changed:',
  },
  became: {
    vi: (what: string, before: string, now: string) => `${what}: “${before}” nay là “${now}”`,
    en: (what: string, before: string, now: string) => `${what}: “${before}” is “${now}” by now`,
  },
  typed: {
    vi: (mine: string) => `đồng chí điền “${mine}”`,
    en: (mine: string) => `you typed “${mine}”`,
  },
  keptTyping: {
    vi: 'Những gì đồng chí điền vẫn còn trong biểu mẫu; các mục khác đã lấy theo bản mới. Hãy kiểm tra rồi lưu lại.',
    en: 'What you typed is still in the form; the rest is as stored by now. Check it and save again.',
  },
});
