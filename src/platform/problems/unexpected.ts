import { HttpException } from '@nestjs/common';
import { Refusal, WholeRequestRefused } from './refusal';
import { InvalidInput, NotFound, UploadTooLarge } from './refusals';

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

export const uploadLimitMegabytes = 10;

/** What an error thrown anywhere means to the person who caused it. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof WholeRequestRefused) return error.refusal;
  if (isUnreadableValue(error)) return unreadable();
  const status =
    error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number } | null)?.statusCode ?? 500);
  if (status === 404) return new NotFound();
  if (status === 413) return new UploadTooLarge(uploadLimitMegabytes);
  if (status >= 400 && status < 500) return unreadable();
  return new Unexpected();
}

/** A value that passed the checks but is none to the database, as in a cursor somebody made up. */
function isUnreadableValue(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === '22P02' || code === '22007' || code === '22008';
}

const unreadable = () =>
  InvalidInput.field('body', 'unreadable', {
    vi: 'Không đọc được nội dung gửi lên; hãy gửi JSON hoặc biểu mẫu đúng dạng.',
    en: 'What was sent could not be read; send well-formed JSON or a form.',
  });
