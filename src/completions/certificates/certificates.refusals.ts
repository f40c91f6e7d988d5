import { many } from '../../platform/messages/counted';
import { type Day, showDay } from '../../platform/clock';
import { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';

export class CertificateNotInForce extends Refusal {
  constructor(state: string, on: Day | null) {
    const day = on === null ? { vi: '', en: '' } : { vi: ` ngày ${showDay(on)}`, en: ` on ${showDay(on)}` };
    const [vi, en] = state === 'revoked' ? ['bị thu hồi', 'revoked'] : ['được cấp lại bằng số khác', 'replaced'];
    super(
      'certificate_not_in_force',
      'wrong_moment',
      {
        vi: `Giấy chứng nhận này đã ${vi}${day.vi} nên không đính chính, cấp lại hay thu hồi được nữa. Hãy mở giấy đang có giá trị của người này, nếu có.`,
        en: `This certificate was ${en}${day.en} and can no longer be corrected, replaced or revoked. Open the one in force for this person, if there is one.`,
      },
      { facts: { state } },
    );
  }
}

export class CertificateExpired extends Refusal {
  constructor(validUntil: Day) {
    super(
      'certificate_expired',
      'wrong_moment',
      {
        vi: `Giấy chứng nhận này hết giá trị từ sau ngày ${showDay(validUntil)} nên không cấp lại được. Nếu còn cần, người này phải học lại chương trình.`,
        en: `This certificate expired after ${showDay(validUntil)} and cannot be issued anew. If it is still needed, the person has to take the course again.`,
      },
      { facts: { validUntil } },
    );
  }
}

export class TooManyToPrint extends Refusal {
  constructor(count: number, most: number) {
    const parts = Math.ceil(count / most);
    super(
      'too_many_to_print',
      'conflict',
      {
        vi: `Lớp có ${count} giấy chứng nhận, mỗi tệp in nhiều nhất ${most} tờ. Hãy in thành ${parts} phần: thêm ?part=1 đến ?part=${parts} vào địa chỉ, hoặc dùng các nút của từng phần ở trang giấy chứng nhận của lớp.`,
        en: `The class has ${count} certificates and one file holds at most ${most}. Print ${parts} parts: add ?part=1 to ?part=${parts} to the address, or use the buttons on the page of the class’s certificates.`,
      },
      { facts: { count, most, parts } },
    );
  }
}

export class TooManyVerifications extends Refusal {
  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      'too_many_verifications',
      'too_many',
      {
        vi: `Mạng của ông/bà vừa tra cứu quá nhiều mã nên tạm thời chưa tra cứu thêm được. Hãy thử lại sau ${minutes} phút; tờ giấy không có gì thay đổi.`,
        en: `Too many codes were looked up from your network just now. Try again in ${many(minutes, 'minute')}; nothing has changed about the certificate.`,
      },
      { retryAfterSeconds },
    );
  }
}

export const nothingCorrected = () =>
  InvalidInput.field('holderName', 'nothing_corrected', {
    vi: 'Chưa có nội dung nào khác với giấy hiện tại. Hãy sửa mục bị ghi sai rồi gửi lại.',
    en: 'Nothing differs from the certificate as it is. Change what is wrong and send again.',
  });

export const studiedBackwards = () =>
  InvalidInput.field('endedOn', 'before_start', {
    vi: 'Ngày kết thúc phải bằng hoặc sau ngày bắt đầu. Hãy sửa một trong hai ngày.',
    en: 'The last day must not be before the first; correct one of them.',
  });

export const gradeWithoutDecision = () =>
  InvalidInput.field('decision', 'decision_needed', {
    vi: 'Xếp loại khác với kết quả của lớp thì phải có quyết định. Hãy ghi số quyết định.',
    en: 'Another grade than the class led to needs a decision. Write its number.',
  });

export const issuedInTheFuture = () =>
  InvalidInput.field('issuedOn', 'not_yet', {
    vi: 'Ngày cấp chưa đến. Hãy ghi ngày cấp đúng.',
    en: 'This day is still to come; write the day it was issued.',
  });

export const issuedBeforeTheEnd = (endedOn: Day) =>
  InvalidInput.field('issuedOn', 'before_end', {
    vi: `Giấy ghi học đến ngày ${showDay(endedOn)} nên không thể cấp trước ngày đó. Hãy sửa một trong hai ngày.`,
    en: `It says that the class ran until ${showDay(endedOn)}, so it was not issued before; correct one of the two days.`,
  });

export const issuedInAnotherYear = (year: number) =>
  InvalidInput.field('issuedOn', 'another_year', {
    vi: `Số giấy thuộc sổ năm ${year} nên ngày cấp phải trong năm đó. Muốn cấp theo năm khác, hãy cấp lại để lấy số mới.`,
    en: `Its number is of the register of ${year}, so it was issued in that year. For another year replace it: it takes a new number.`,
  });

export const endsBeforeItBegins = () =>
  InvalidInput.field('validUntil', 'before_issue', {
    vi: 'Ngày hết giá trị phải bằng hoặc sau ngày cấp. Hãy sửa một trong hai ngày.',
    en: 'The last day it holds must not be before the day of issue; correct one of them.',
  });
