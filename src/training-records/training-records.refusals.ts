import { Refusal } from '../platform/problems/refusal';

export class DocumentRecordedAlready extends Refusal.saying('document_recorded_already', 'conflict', {
  vi: 'Số văn bằng, văn bản này đã được ghi cho người này. Hãy xem lại quá trình đào tạo; nếu dòng cũ sai thì sửa dòng đó.',
  en: 'This document is recorded for this person already. Look at the record; if that line is wrong, correct it.',
}) {}

export class CertificateRecordedAlready extends Refusal {
  /** @param holder whose it is on record; null for the same person */
  constructor(number: string, holder: { readonly fullName: string } | null) {
    const whose = holder
      ? { vi: `của ${holder.fullName}`, en: `of ${holder.fullName}` }
      : { vi: 'của chính người này', en: 'of this person' };
    super(
      'certificate_recorded_already',
      'conflict',
      {
        vi: `Giấy chứng nhận số ${number} đã có trong quá trình đào tạo ${whose.vi}. Hãy so lại số trên giấy; nếu dòng cũ sai thì sửa dòng đó.`,
        en: `Certificate ${number} is on the training record ${whose.en} already. Compare the number on the paper; if that line is wrong, correct it.`,
      },
      { facts: { number } },
    );
  }
}

export class LineSuperseded extends Refusal.saying('line_superseded', 'wrong_moment', {
  vi: 'Dòng này đã được sửa hoặc đã bị hủy, nên không sửa tiếp được. Hãy mở quá trình đào tạo và chọn dòng đang có hiệu lực.',
  en: 'This line was corrected or withdrawn already. Open the training record and choose the line that is in force.',
}) {}

export class CompletionNotWithdrawn extends Refusal.saying('completion_not_withdrawn', 'conflict', {
  vi: 'Kết quả của một lớp không hủy tại đây được. Hãy mở trang kết quả của lớp và quyết định khác với kết quả xét.',
  en: 'What a class led to is not withdrawn here. Open the results of the class and decide otherwise there.',
}) {}

export class CorrectedOnCertificate extends Refusal {
  constructor(number: string) {
    super(
      'corrected_on_certificate',
      'conflict',
      {
        vi: `Họ tên và đơn vị ở dòng này in trên giấy chứng nhận số ${number}. Hãy đính chính giấy; quá trình đào tạo được ghi theo.`,
        en: `The name and the unit of this line are printed on certificate ${number}. Correct the certificate; the training record follows.`,
      },
      { facts: { number } },
    );
  }
}

export class NothingCorrected extends Refusal.saying('nothing_corrected', 'invalid', {
  vi: 'Nội dung gửi lên giống hệt dòng đang có nên không có gì để sửa. Hãy thay mục cần sửa rồi gửi lại.',
  en: 'What was sent is what the line says already. Change what is wrong, then send again.',
}) {}
