import { type Day, showDay } from '../../platform/clock';
import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export class ProposalSettled extends Refusal.saying('plan_proposal_settled', 'wrong_moment', {
  vi: 'Đề xuất này đã được trả lời hoặc đã rút. Hãy tải lại trang; muốn thêm ý kiến, ghi ở phần trao đổi.',
  en: 'This proposal has been answered or withdrawn. Reload the page. To say more, add a comment.',
}) {}

export class ProposedAlready extends Refusal {
  constructor() {
    const sentence = {
      vi: 'Đơn vị đã đề xuất chương trình này cho quý đó và chưa được trả lời. Hãy sửa đề xuất đang có.',
      en: 'The unit has already proposed this course for that quarter and is waiting for the answer. Change that proposal instead.',
    };
    super('plan_proposed_already', 'conflict', sentence, {
      fields: [{ field: 'quarter', code: 'taken', message: sentence }],
    });
  }
}

export class SeasonNotOpen extends Refusal {
  constructor(year: number) {
    super(
      'plan_season_not_open',
      'wrong_moment',
      {
        vi: `Văn phòng đào tạo chưa mở đợt lập kế hoạch năm ${year}. Khi mở, các đơn vị được nhắc; trước đó, hãy liên hệ văn phòng.`,
        en: `The training office has not asked for proposals for ${year} yet. Units are told when it does. Until then, contact the office.`,
      },
      { facts: { year } },
    );
  }
}

export class SeasonOver extends Refusal {
  constructor(lastDay: Day) {
    super(
      'plan_season_over',
      'wrong_moment',
      {
        vi: `Đã hết hạn đề xuất (ngày ${showDay(lastDay)}). Hãy ghi ý kiến ở phần trao đổi của dòng kế hoạch, hoặc đề nghị văn phòng đào tạo ghi giúp.`,
        en: `The last day for proposals was ${showDay(lastDay)}. Add a comment to the line of the plan, or ask the training office to enter it for you.`,
      },
      { facts: { lastDay } },
    );
  }
}

export class AnsweredOtherwise extends Refusal.saying('plan_answered_otherwise', 'conflict', {
  vi: 'Đơn vị đang có đề xuất hoặc nhu cầu lớn hơn 0. Hãy rút đề xuất và ghi nhu cầu 0 trước, rồi trả lời “không có nhu cầu”.',
  en: 'The unit has an open proposal or has entered a number above 0. Withdraw the proposal and set the numbers to 0, then answer “No need this year”.',
}) {}

export const reasonToDecline = () =>
  InvalidInput.field('reason', 'required', {
    vi: 'Không tiếp nhận thì cần ghi lý do để đơn vị biết.',
    en: 'Give a reason for declining. The unit will read it.',
  });

export const lineNeeded = () =>
  InvalidInput.field('lineId', 'required', {
    vi: 'Ghép vào dòng nào? Hãy chọn một dòng của kế hoạch năm này.',
    en: 'Choose the line of this year’s plan to merge it into.',
  });

export const lineNotForUnit = () =>
  InvalidInput.field('needs', 'not_in_list', {
    vi: 'Có dòng kế hoạch không dành cho đơn vị, hoặc không thuộc năm này. Hãy tải lại trang rồi ghi lại.',
    en: 'A line of the plan is not for this unit or not of this year. Reload the page and enter the numbers again.',
  });

export const dayHasPassed = () =>
  InvalidInput.field('lastDay', 'passed', {
    vi: 'Ngày này đã qua. Hãy chọn từ hôm nay trở đi.',
    en: 'This day has passed. Choose today or later.',
  });

export const whichUnit = () =>
  InvalidInput.field('unitId', 'required', {
    vi: 'Trả lời thay cho đơn vị nào? Hãy chọn một đơn vị cơ sở.',
    en: 'Choose the base Party organisation you are answering for.',
  });
