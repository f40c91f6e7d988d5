import { HttpException } from '@nestjs/common';
import { Refusal } from './refusal';
import { InvalidInput, NotFound, UploadTooLarge } from './refusals';

/** A fault nobody foresaw: the person hears that it is ours, the log holds the rest. */
export class Unexpected extends Refusal {
  constructor() {
    super('unexpected', 'busy', {
      vi: 'Hệ thống gặp lỗi ngoài dự kiến; chưa có gì được lưu. Hãy thử lại sau ít phút, nếu vẫn lỗi xin báo văn phòng đào tạo.',
      en: 'Something went wrong on our side and nothing was stored. Try again in a few minutes; if it stays, tell the training office.',
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
