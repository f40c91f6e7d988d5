import { type Day, showDay } from '../platform/clock';
import { InvalidInput } from '../platform/problems/refusals';

export const nameBeginsEarlier = (since: Day) =>
  InvalidInput.field('since', 'not_after_the_name_before', {
    vi: `Tên đang ghi có từ ngày ${showDay(since)}; tên mới phải có hiệu lực sau ngày đó. Hãy chọn ngày muộn hơn.`,
    en: `The name on file holds since ${showDay(since)}; a new one begins after that day. Choose a later one.`,
  });

export const unitCodeTaken = () =>
  InvalidInput.field('code', 'taken', {
    vi: 'Mã đơn vị này đã có. Hãy đặt mã khác.',
    en: 'A unit has this code already. Choose another.',
  });
