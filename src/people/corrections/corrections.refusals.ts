import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export class CorrectionAnswered extends Refusal.saying('correction_answered', 'wrong_moment', {
  vi: 'Đề nghị này đã được trả lời. Hãy tải lại trang để xem.',
  en: 'This request was answered already. Reload the page to see how.',
}) {}

export class CorrectionAsked extends Refusal.saying('correction_asked', 'conflict', {
  vi: 'Đồng chí đã báo sai mục này và đang chờ trả lời. Hãy chờ trả lời rồi báo lại nếu cần.',
  en: 'You have reported this already, and it waits for an answer. Report it again after that if you need to.',
}) {}

export class TooManyCorrections extends Refusal {
  constructor(most: number) {
    super(
      'too_many_corrections',
      'too_many',
      {
        vi: `Đồng chí đang có ${most} đề nghị chờ trả lời. Hãy chờ trả lời bớt, hoặc gặp bí thư đơn vị để sửa nhiều mục cùng lúc.`,
        en: `${most} of your requests wait for an answer. Wait for some, or see the secretary of your unit to correct many things at once.`,
      },
      { facts: { most } },
    );
  }
}

export const notAFact = () =>
  InvalidInput.field('fact', 'not_a_fact', {
    vi: 'Hãy chọn một mục có trên hồ sơ.',
    en: 'Choose one of the facts on your record.',
  });

export const valueNeeded = () =>
  InvalidInput.field('value', 'required', {
    vi: 'Mục này luôn phải có: hãy ghi thế nào mới đúng.',
    en: 'This is always there: write what is right.',
  });

export const asItStands = () =>
  InvalidInput.field('value', 'as_it_stands', {
    vi: 'Hồ sơ đang ghi đúng như vậy. Hãy ghi nội dung đúng nếu khác.',
    en: 'That is what the record says. Write what is right, if it is something else.',
  });

export const notCorrected = (fact: string) =>
  InvalidInput.field(fact, 'not_corrected', {
    vi: 'Đây là mục cán bộ báo sai mà chưa sửa. Hãy sửa mục này; nếu hồ sơ đúng thì trả lời “Không sửa”.',
    en: 'This is what was reported, and it stays as it was. Correct it, or decline instead.',
  });
