import { named } from '../platform/imports/named';
import { Refusal } from '../platform/problems/refusal';

export class NobodyInCertificates extends Refusal {
  constructor(fileName: string) {
    super(
      'nobody_in_certificates',
      'invalid',
      {
        vi: `Tệp “${fileName}” có dòng tiêu đề nhưng không có giấy chứng nhận nào bên dưới. Hãy kiểm tra các dòng rồi gửi lại.`,
        en: `“${fileName}” has its heading row but no certificate below it. Check its rows and send it again.`,
      },
      { facts: { fileName } },
    );
  }
}

export class CertificatesAlreadyEntered extends Refusal.saying('certificates_already_entered', 'wrong_moment', {
  vi: 'Tệp này đã được ghi rồi, không cần ghi lại.',
  en: 'This file was entered already; there is nothing more to do.',
}) {}

export class CertificatesNotEntered extends Refusal.saying('certificates_not_entered', 'wrong_moment', {
  vi: 'Tệp này chưa được ghi, hoặc đã được lấy lại, nên không có gì để lấy lại.',
  en: 'This file was not entered, or was taken back already; there is nothing to take back.',
}) {}

export class CertificatesChangedSinceDryRun extends Refusal {
  constructor(rows: readonly { readonly fullName: string }[]) {
    const { vi, en } = named(rows.map(({ fullName }) => fullName));
    super(
      'certificates_changed_since_dry_run',
      'conflict',
      {
        vi: `Sau khi đối chiếu, có dòng đã khác nên chưa ghi gì cả: ${vi}. Hãy gửi lại tệp để đối chiếu lại.`,
        en: `Since the comparison some rows would do something else, so nothing was entered: ${en}. Send the file again to compare it anew.`,
      },
      { facts: { rows: rows.length } },
    );
  }
}

export class CertificatesBuiltOn extends Refusal {
  constructor(rows: readonly { readonly fullName: string }[]) {
    const { vi, en } = named(rows.map(({ fullName }) => fullName));
    super(
      'certificates_built_on',
      'conflict',
      {
        vi: `Đã sửa hoặc hủy giấy của ${vi} sau khi ghi nên không lấy lại cả tệp được. Hãy hủy từng dòng ghi sai ở quá trình đào tạo.`,
        en: `The certificates of ${en} were corrected or withdrawn since, so the file is not taken back as a whole. Withdraw what is wrong line by line on the training records.`,
      },
      { facts: { rows: rows.length } },
    );
  }
}
