import { HttpException } from '@nestjs/common';
import { isDatabaseAway } from '../database/away';
import { Refusal, WholeRequestRefused } from './refusal';
import { BodyTooLarge, DatabaseAway, InvalidInput, NoSuchAddress } from './refusals';

/** A fault nobody foresaw: the person hears that it is ours, the log holds the rest. It may come after something was stored. */
export class Unexpected extends Refusal {
  constructor() {
    super('unexpected', 'busy', {
      vi: 'Hệ thống gặp lỗi ngoài dự kiến. Nếu đồng chí vừa gửi hoặc lưu, hãy xem đã được ghi chưa rồi mới làm lại; nếu vẫn lỗi xin báo văn phòng đào tạo.',
      en: 'Something went wrong on our side. If you were sending or saving, look whether it is there before you do it again; if this stays, tell the training office.',
    });
  }

  override get status(): number {
    return 500;
  }
}

/**
 * What an error thrown anywhere means to the person who caused it.
 * @param bodyLimit the bytes the route takes, which the parser's refusal does not say
 */
export function refusalOf(error: unknown, bodyLimit: number): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof WholeRequestRefused) return error.refusal;
  if (isUnreadableValue(error)) return unreadable();
  if (isDatabaseAway(error)) return new DatabaseAway(error);
  const status =
    error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number } | null)?.statusCode ?? 500);
  if (status === 404) return new NoSuchAddress();
  if (status === 413) return new BodyTooLarge(bodyLimit / 1024);
  if (status >= 400 && status < 500) return unreadable();
  return new Unexpected();
}

/** Of PostgreSQL: no text, no JSON, no number, no day of the kind asked for, or one out of its range. */
const unreadableValues = new Set<unknown>(['22P02', '22P05', '22021', '22003', '22007', '22008']);

/** A value that passed the checks but is none to the database, as in a cursor somebody made up. */
function isUnreadableValue(error: unknown): boolean {
  return unreadableValues.has((error as { code?: unknown } | null)?.code);
}

export const unreadable = () =>
  InvalidInput.field('body', 'unreadable', {
    vi: 'Không đọc được nội dung gửi lên. Hãy mở lại trang rồi gửi lại.',
    en: 'What was sent could not be read; send well-formed JSON or a form.',
  });
