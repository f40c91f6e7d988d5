import { Refusal } from '../problems/refusal';

export class NoBackupFile extends Refusal {
  constructor(path: string) {
    super('no_backup_file', 'not_found', {
      vi: `Không đọc được tệp ${path}. Hãy kiểm tra đường dẫn và quyền đọc tệp.`,
      en: `The file ${path} cannot be read. Check its path, and that you may read it.`,
    });
  }
}

export class NotABackup extends Refusal.saying('not_a_backup', 'invalid', {
  vi: 'Tệp này không phải bản sao lưu của hệ thống. Hãy chọn tệp do lệnh sao lưu tạo ra.',
  en: 'This file is no backup of the service. Choose one that the backup made.',
}) {}

export class BackupCut extends Refusal.saying('backup_cut', 'invalid', {
  vi: 'Bản sao lưu bị cụt: phần cuối của tệp không còn. Chưa có gì được ghi. Hãy chép lại tệp hoặc dùng bản khác.',
  en: 'The backup is cut: the end of the file is missing. Nothing was written; copy the file again, or use another one.',
}) {}

export class BackupDamaged extends Refusal.saying('backup_damaged', 'invalid', {
  vi: 'Bản sao lưu bị hỏng: nội dung không còn như khi được tạo. Chưa có gì được ghi. Hãy dùng bản khác.',
  en: 'The backup is damaged: it is not what was once written. Nothing was written here; use another one.',
}) {}

export class BackupSealed extends Refusal.saying('backup_sealed', 'invalid', {
  vi: 'Bản sao lưu được mã hóa. Hãy đặt BACKUP_PASSPHRASE (mật khẩu) hoặc BACKUP_IDENTITY (khóa bí mật AGE-SECRET-KEY-…) rồi chạy lại.',
  en: 'The backup is encrypted. Set BACKUP_PASSPHRASE (the passphrase) or BACKUP_IDENTITY (the secret key AGE-SECRET-KEY-…) and try again.',
}) {}

export class WrongBackupKey extends Refusal.saying('wrong_backup_key', 'invalid', {
  vi: 'Mật khẩu hoặc khóa bí mật không mở được bản sao lưu này. Hãy kiểm tra BACKUP_PASSPHRASE hoặc BACKUP_IDENTITY.',
  en: 'The passphrase or secret key does not open this backup. Check BACKUP_PASSPHRASE or BACKUP_IDENTITY.',
}) {}

export class BackupOfNewerVersion extends Refusal {
  constructor(version: string) {
    super(
      'backup_of_newer_version',
      'conflict',
      {
        vi: `Bản sao lưu do phiên bản mới hơn (${version}) tạo ra. Hãy cài phiên bản đó rồi khôi phục.`,
        en: `A newer version (${version}) made this backup. Install that version, then restore.`,
      },
      { facts: { version } },
    );
  }
}

export class DatabaseNotEmpty extends Refusal.saying('database_not_empty', 'conflict', {
  vi: 'Cơ sở dữ liệu đích đã có dữ liệu nên không bị ghi đè. Hãy chọn cơ sở dữ liệu hoặc thư mục trống bằng --into; nếu thật sự muốn thay toàn bộ, thêm --over.',
  en: 'There is something in the database already, so it is left alone. Choose an empty database or folder with --into; to replace everything that is there, add --over.',
}) {}

export class DatabaseInUse extends Refusal.saying('database_in_use', 'conflict', {
  vi: 'Cơ sở dữ liệu đích đang được dùng. Hãy dừng hệ thống trên mọi máy rồi khôi phục.',
  en: 'The database is in use. Stop the service on every machine, then restore.',
}) {}
