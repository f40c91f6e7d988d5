import { many } from '../platform/messages/counted';
import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';

export class FeedRevoked extends Refusal.saying('calendar_feed_revoked', 'wrong_moment', {
  vi: 'Địa chỉ lịch này đã được thu hồi rồi. Nếu cần dùng tiếp, hãy lập địa chỉ mới.',
  en: 'This calendar address was revoked before. Make a new one if you need it.',
}) {}

export class TooManyReads extends Refusal {
  constructor(retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      'calendar_read_too_often',
      'too_many',
      {
        vi: `Lịch này được tải quá nhiều lần trong một giờ nên tạm ngừng. Hãy đặt ứng dụng lịch cập nhật thưa hơn và thử lại sau ${minutes} phút.`,
        en: `The calendar was read too often within an hour, so it pauses. Let the calendar program refresh less often and try again in ${many(minutes, 'minute')}.`,
      },
      { retryAfterSeconds },
    );
  }
}

export const feedWithoutClass = (): InvalidInput =>
  InvalidInput.field('classId', 'required', {
    vi: 'Lịch của lớp thì cần nêu lớp nào; các loại lịch khác để trống mục này.',
    en: 'The calendar of a class needs the class; leave it out for the other kinds.',
  });
