import { type Day, showDay } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';
import { classStateWords } from './classes.labels';
import type { ClassState } from './training-class.states';

const remedies: Readonly<Record<ClassState | 'changed' | 'reopened' | 'restored' | 'split', Bilingual>> = {
  draft: { vi: 'Lớp không trở lại bản thảo được.', en: 'It cannot become a draft again.' },
  announced: { vi: 'Chỉ lớp đang là bản thảo mới thông báo chiêu sinh được.', en: 'Only a draft can be announced.' },
  confirmed: {
    vi: 'Chỉ lớp đã thông báo chiêu sinh mới xác nhận mở lớp được. Hãy thông báo chiêu sinh trước.',
    en: 'Only an announced class can be confirmed; announce it first.',
  },
  cancelled: {
    vi: 'Lớp đã kết thúc hoặc đã hủy thì không hủy được nữa.',
    en: 'A closed or cancelled class cannot be cancelled.',
  },
  merged: {
    vi: 'Chỉ lớp đã thông báo chiêu sinh, chưa kết thúc mới ghép vào lớp khác được; bản thảo chưa có ai thì hủy, lớp đã kết thúc nhầm thì mở lại trước.',
    en: 'Only an announced class that is not over is merged into another; cancel a draft, and reopen a class that was closed by mistake first.',
  },
  split: {
    vi: 'Chỉ lớp đã thông báo chiêu sinh, chưa kết thúc mới tách được; bản thảo chưa có ai thì nhân bản.',
    en: 'Only an announced class that is not over is split; clone a draft, which has nobody yet.',
  },
  closed: {
    vi: 'Chỉ lớp đã có quyết định mở lớp mới kết thúc được. Hãy xác nhận mở lớp trước.',
    en: 'Only a confirmed class can be closed; confirm it first.',
  },
  changed: {
    vi: 'Lớp đã kết thúc hoặc đã hủy thì không sửa được nữa. Nếu kết thúc hoặc hủy nhầm, hãy mở lại lớp, bỏ việc hủy ở trang của lớp; nếu cần lớp khác, hãy lập lớp mới.',
    en: 'A closed or cancelled class is no longer changed. If it was closed or cancelled by mistake, reopen it or take the cancellation back on its page; if another is needed, plan one.',
  },
  restored: {
    vi: 'Chỉ lớp đã hủy mới bỏ việc hủy được.',
    en: 'Only the cancellation of a cancelled class can be taken back.',
  },
  reopened: {
    vi: 'Chỉ lớp đã kết thúc mới mở lại được.',
    en: 'Only a closed class can be reopened.',
  },
};

/** The class stands where this cannot be done. */
export class ClassNotInState extends Refusal {
  constructor(wanted: keyof typeof remedies, state: ClassState) {
    super(
      `class_cannot_be_${wanted}`,
      'wrong_moment',
      {
        vi: `Lớp đang ở trạng thái "${classStateWords.vi[state]}". ${remedies[wanted].vi}`,
        en: `The class is in the state "${classStateWords.en[state]}". ${remedies[wanted].en}`,
      },
      { facts: { state } },
    );
  }
}

/** It was to be over by now: nothing of it can take place any more. */
export class ClassWouldBeOver extends Refusal {
  constructor(closesOn: Day) {
    super(
      'class_would_be_over',
      'wrong_moment',
      {
        vi: `Lớp này lẽ ra bế giảng ngày ${showDay(closesOn)}, nay đã qua nên không bỏ việc hủy được nữa. Hãy sao chép thành lớp mới với lịch mới.`,
        en: `The class was to end on ${showDay(closesOn)}, which has passed, so its cancellation is not taken back. Copy it to a new class with days to come.`,
      },
      { facts: { closesOn } },
    );
  }
}

/** Its results are being recorded, so nothing they are made of changes. */
export class ClassIsClosing extends Refusal.saying('class_is_closing', 'wrong_moment', {
  vi: 'Văn phòng đang kết thúc lớp này nên lịch học, danh sách học viên, điểm danh, điểm, bài thu hoạch và giấy chứng nhận đã khóa; thay đổi vừa rồi chưa được ghi. Nếu còn thiếu sót, hãy báo ngay cho văn phòng đào tạo.',
  en: 'The office is closing this class: its timetable, roster, attendance, marks, essays and certificates are locked, and this change was not recorded. If something is missing, tell the training office at once.',
}) {}

export class ClassCodeTaken extends Refusal {
  constructor() {
    const sentence = {
      vi: 'Mã lớp này đã dùng cho một lớp khác. Hãy đặt mã khác.',
      en: 'Another class has this code. Choose another code.',
    };
    super('class_code_taken', 'conflict', sentence, { fields: [{ field: 'code', code: 'taken', message: sentence }] });
  }
}

export class MinSizeAboveCapacity extends Refusal {
  constructor() {
    const sentence = {
      vi: 'Số người tối thiểu để mở lớp lớn hơn số chỉ tiêu của lớp. Hãy giảm số tối thiểu, hoặc tăng số chỉ tiêu.',
      en: 'The minimum number of people is larger than the number of seats. Lower it, or add seats.',
    };
    super('min_size_above_capacity', 'invalid', sentence, {
      fields: [{ field: 'minSize', code: 'above_capacity', message: sentence }],
    });
  }
}

/** A class counts against a line of the plan only when it is of the line's course and year. */
export class NotOfPlanLine extends Refusal {
  constructor(what: 'course' | 'year', year: number) {
    const sentence = {
      course: {
        vi: 'Lớp thuộc chương trình khác với dòng kế hoạch nên không tính vào dòng này được. Hãy chọn dòng kế hoạch của đúng chương trình.',
        en: 'The class belongs to another course than this line of the plan. Choose the line of its course.',
      },
      year: {
        vi: `Dòng này thuộc kế hoạch năm ${year}, còn lớp không khai giảng trong năm đó. Hãy chọn dòng kế hoạch của đúng năm, hoặc sửa ngày khai giảng.`,
        en: `This line is of the plan for ${year}, and the class does not open in that year. Choose a line of its year, or correct the opening day.`,
      },
    }[what];
    super('class_not_of_plan_line', 'invalid', sentence, {
      facts: { year },
      fields: [{ field: 'planLineId', code: `other_${what}`, message: sentence }],
    });
  }
}

export class RoomNameTaken extends Refusal {
  constructor() {
    const sentence = {
      vi: 'Đã có phòng mang tên này. Hãy dùng phòng đang có, hoặc ghi thêm để phân biệt (ví dụ: tầng, khu nhà).',
      en: 'There is already a room with this name. Use it, or add something to tell them apart, such as the floor.',
    };
    super('room_name_taken', 'conflict', sentence, { fields: [{ field: 'name', code: 'taken', message: sentence }] });
  }
}

export const notInList = (field: string) =>
  InvalidInput.field(field, 'not_in_list', {
    vi: 'Mục này không còn trong danh sách. Hãy chọn mục khác.',
    en: 'This is no longer in the list. Choose another.',
  });

export const dayAfterClosing = (field: 'releaseAfter' | 'substituteUntil', closesOn: Day) =>
  InvalidInput.field(field, 'after_closing', {
    vi: `Ngày này ở sau ngày bế giảng ${showDay(closesOn)}. Hãy chọn ngày sớm hơn, hoặc để trống.`,
    en: `This day comes after the closing day ${showDay(closesOn)}. Choose an earlier one, or leave it empty.`,
  });

export const closesBeforeOpening = () =>
  InvalidInput.field('closesOn', 'before_opening', {
    vi: 'Ngày bế giảng phải từ ngày khai giảng trở đi. Hãy sửa một trong hai ngày.',
    en: 'The closing day must not lie before the opening day; correct one of them.',
  });

export const courseIsSettled = () =>
  InvalidInput.field('courseId', 'settled', {
    vi: 'Lớp đã thông báo chiêu sinh nên không đổi được chương trình. Hãy hủy lớp này và lập lớp mới.',
    en: 'The class is announced, so its course stays. Cancel this class and plan another.',
  });

/** Otherwise it would count against a line of another course or year. */
export const leavesItsPlan = (field: 'courseId' | 'opensOn') =>
  InvalidInput.field(field, 'leaves_its_plan', {
    vi: 'Lớp đang được tính vào một dòng của kế hoạch năm. Hãy gỡ lớp khỏi dòng kế hoạch trước, rồi đổi chương trình hoặc năm khai giảng.',
    en: 'The class counts against a line of the yearly plan. Take it off that line first, then change its course or year.',
  });

export const callInWrongOrder = () =>
  InvalidInput.field('callClosesAt', 'before_call_opens', {
    vi: 'Hạn chiêu sinh phải sau lúc mở chiêu sinh. Hãy sửa một trong hai mốc.',
    en: 'The call must close after it opens; correct one of the two moments.',
  });

export const callAfterOpening = (opensOn: Day) =>
  InvalidInput.field('callClosesAt', 'after_opening_day', {
    vi: `Hạn chiêu sinh không được sau ngày khai giảng ${showDay(opensOn)}. Hãy chọn hạn sớm hơn.`,
    en: `The call must close by the end of the opening day ${showDay(opensOn)}; choose an earlier moment.`,
  });

/** Half-days stand already outside the days the class would have. */
export const halfDaysOutside = (field: 'opensOn' | 'closesOn', day: Day) =>
  InvalidInput.field(field, 'half_days_outside', {
    vi: `Lớp đang có buổi học ngày ${showDay(day)}, ngoài khoảng ngày mới. Hãy dời hoặc hủy buổi đó trước, hoặc chọn ngày khác.`,
    en: `The class has a half-day on ${showDay(day)}, outside the new days. Move or cancel it first, or choose another day.`,
  });

export const noSuchAccount = () =>
  InvalidInput.field('email', 'no_such_account', {
    vi: 'Không có tài khoản đang dùng với địa chỉ thư này. Hãy kiểm tra từng chữ; nếu người đó chưa có tài khoản, xin quản trị hệ thống cấp.',
    en: 'No account in use has this address. Check the spelling; if the person has no account, ask an administrator for one.',
  });
