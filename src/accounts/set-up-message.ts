import { showMoment } from '../platform/clock';
import type { SetUpLink } from './first-administrator.service';
import { largest } from '../platform/lists';

/** What whoever started an empty service reads in its output, in both languages: printed for people, not for a log. */
export function setUpMessage(publicUrl: string, { url, endsAt }: SetUpLink): string {
  const end = showMoment(endsAt);
  const isOnlyHere = ['localhost', '127.0.0.1'].includes(new URL(publicUrl).hostname);
  return framed([
    `Hệ thống chạy tại ${publicUrl} và chưa có quản trị viên.`,
    'Mở liên kết dùng một lần này để tạo quản trị viên đầu tiên:',
    '',
    `  ${url}`,
    '',
    `Liên kết có hiệu lực đến ${end}; in liên kết mới: npm run setup-link`,
    ...(isOnlyHere ? ['Địa chỉ này chỉ mở được trên chính máy này; đặt PUBLIC_URL để mở từ máy khác.'] : []),
    '',
    `The service answers at ${publicUrl} and has no administrator yet.`,
    'Open the link above to create the first one. It works once,',
    `and holds until ${end}; to print a new one: npm run setup-link`,
    ...(isOnlyHere ? ['This address opens on this machine only; set PUBLIC_URL to open it from others.'] : []),
  ]);
}

function framed(lines: readonly string[]): string {
  const width = largest(lines.map(({ length }) => length));
  const edge = '═'.repeat(width + 2);
  return [`╔${edge}╗`, ...lines.map((line) => `║ ${line.padEnd(width)} ║`), `╚${edge}╝`].join('\n');
}
