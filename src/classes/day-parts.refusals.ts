import { InvalidInput } from '../platform/problems/refusals';

export const notInThatPart = (first: string, last: string, field = 'startTime') =>
  InvalidInput.field(field, 'not_in_that_part', {
    vi: `Buổi này phải bắt đầu trong khoảng ${first}–${last}. Hãy sửa giờ bắt đầu hoặc chọn lại sáng, chiều, tối.`,
    en: `This part of the day begins between ${first} and ${last}. Correct the time, or choose another part.`,
  });

export const endsBeforeItBegins = (field = 'endTime') =>
  InvalidInput.field(field, 'before_start', {
    vi: 'Giờ kết thúc phải sau giờ bắt đầu. Hãy sửa một trong hai giờ.',
    en: 'It must end after it begins; correct one of the two times.',
  });
