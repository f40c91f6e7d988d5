import type { Bilingual } from '../platform/messages/words';
import { type FieldError, Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';

const reasonsNotToLend = {
  not_yours: {
    vi: 'Đồng chí không giữ quyền này, hoặc quyền đã được thu lại. Hãy chọn một quyền trong danh sách.',
    en: 'You do not hold this role, or it has ended. Choose one from the list.',
  },
  lent_already: {
    vi: 'Quyền này do người khác ủy cho đồng chí nên không ủy tiếp được. Hãy đề nghị người giữ quyền ủy thẳng cho người kia.',
    en: 'This role was delegated to you and cannot be delegated further. Ask its holder to delegate it to the other person directly.',
  },
  role_not_lent: {
    vi: 'Quyền quản trị và quyền cán bộ dữ liệu không ủy được. Hãy đề nghị quản trị hệ thống cấp quyền cho người thay.',
    en: 'The administrator and data officer roles cannot be delegated. Ask an administrator to grant it to the other person.',
  },
} satisfies Record<string, Bilingual>;

export const notLendable = (code: keyof typeof reasonsNotToLend): InvalidInput =>
  InvalidInput.field('grantId', code, reasonsNotToLend[code]);

const aboutTheDeputy = {
  // One answer for both, so that nobody learns here whose account was disabled.
  no_such_account: {
    vi: 'Không có tài khoản đang dùng với địa chỉ thư này. Hãy kiểm tra từng chữ; nếu người đó chưa có tài khoản, xin quản trị hệ thống cấp.',
    en: 'No account in use has this address. Check the spelling; if the person has no account, ask an administrator for one.',
  },
  oneself: {
    vi: 'Đây là tài khoản của chính đồng chí. Hãy ghi địa chỉ thư của người làm thay.',
    en: 'This is your own account. Give the address of the person who stands in for you.',
  },
  holds_already: {
    vi: 'Người này đã giữ đúng quyền đó nên không cần ủy. Hãy chọn người khác, hoặc thôi ủy quyền.',
    en: 'This person already holds the same role. Choose somebody else, or do not delegate.',
  },
  deputy_already: {
    vi: 'Người này đã được ủy đúng quyền đó trong các ngày ấy. Hãy chọn ngày khác, hoặc kết thúc lần ủy quyền kia trước.',
    en: 'This person has already been delegated this role for some of these days. Choose other days, or end the other delegation first.',
  },
} satisfies Record<string, Bilingual>;

export const notAsDeputy = (code: keyof typeof aboutTheDeputy): FieldError => ({
  field: 'email',
  code,
  message: aboutTheDeputy[code],
});

export class DeputyAlready extends Refusal {
  constructor() {
    super('deputy_already', 'conflict', aboutTheDeputy.deputy_already, { fields: [notAsDeputy('deputy_already')] });
  }
}

export class LoanOver extends Refusal.saying('grant_loan_over', 'wrong_moment', {
  vi: 'Lần ủy quyền này đã kết thúc nên không còn gì để kết thúc nữa. Hãy tải lại trang để xem tình trạng mới.',
  en: 'This delegation has already ended, so there is nothing left to end. Reload the page to see its current state.',
}) {}
