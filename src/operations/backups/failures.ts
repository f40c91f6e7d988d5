import { withoutPeople } from '../../platform/log-lines';
import type { Bilingual } from '../../platform/messages/words';
import { Refusal } from '../../platform/problems/refusal';

/** What the system says of a folder or disk it cannot write to. */
const ofTheDisk = /^(?:EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|ENOENT|EIO)$/;

/** Why no backup came of it, as a sentence for who can mend it; nothing personal, which faults of a database quote. */
export function failureOf(error: unknown): Bilingual {
  if (error instanceof Refusal) return error.sentence;
  const { code, message, driverError } = error as { code?: string; message?: string; driverError?: { code?: string } };
  if (code && ofTheDisk.test(code))
    return {
      vi: `Không ghi được vào thư mục sao lưu (${code}). Hãy kiểm tra thư mục BACKUP_DIR, quyền ghi và chỗ trống trên đĩa.`,
      en: `The backup folder cannot be written to (${code}). Check BACKUP_DIR, its rights, and the space on the disk.`,
    };
  const said = driverError?.code ?? code ?? withoutPeople(message ?? '');
  return {
    vi: `Không tạo được bản sao lưu (${said}). Nếu lần sau vẫn không được, hãy xem nhật ký máy chủ.`,
    en: `The backup could not be made (${said}). If the next one fails too, look at the log of the server.`,
  };
}

export const interrupted: Bilingual = {
  vi: 'Việc sao lưu bị dừng giữa chừng.',
  en: 'The backup was stopped in the middle.',
};

/** @param codes which invariants, and how often each */
export const rulesBroken = (codes: string): Bilingual => ({
  vi: `Đã khôi phục thử được, nhưng dữ liệu trong đó phạm quy tắc ${codes}. Hãy xem trang Tính nhất quán của dữ liệu; bản này vẫn được giữ.`,
  en: `It could be restored, but what it holds breaks the rules ${codes}. See the page Consistency of the data; this file is kept.`,
});
