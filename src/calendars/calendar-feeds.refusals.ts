import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';

export class FeedRevoked extends Refusal {
  constructor() {
    super('calendar_feed_revoked', 'wrong_moment', {
      vi: 'Địa chỉ lịch này đã được thu hồi rồi. Nếu cần dùng tiếp, hãy lập địa chỉ mới.',
      en: 'This calendar address was revoked before. Make a new one if you need it.',
    });
  }
}

export const feedWithoutClass = (): InvalidInput =>
  InvalidInput.field('classId', 'required', {
    vi: 'Lịch của lớp thì cần nêu lớp nào; các loại lịch khác để trống mục này.',
    en: 'The calendar of a class needs the class; leave it out for the other kinds.',
  });
