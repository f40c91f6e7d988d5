import { Refusal } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';

export class TooManyToPrint extends Refusal {
  constructor(rows: number, limit: number) {
    super(
      'too_many_to_print',
      'too_large',
      {
        vi: `Danh sách có ${rows} dòng, mỗi lần chỉ in được ${limit} dòng. Hãy chọn từng đơn vị (hoặc ít buổi học hơn) rồi in nhiều lần.`,
        en: `The list has ${rows} rows, and ${limit} are printed at a time. Choose one unit after another (or fewer half-days) and print several times.`,
      },
      { facts: { rows, limit } },
    );
  }
}

export class NobodyToPrint extends Refusal.saying('nobody_to_print', 'wrong_moment', {
  vi: 'Chưa có học viên nào trong danh sách cần in. Hãy chọn đơn vị khác, hoặc in sau khi đã duyệt người đi học.',
  en: 'Nobody is on the list to print. Choose another unit, or print after people have been accepted.',
}) {}

export class NobodyNominated extends Refusal.saying('nobody_nominated', 'wrong_moment', {
  vi: 'Chưa có danh sách cử đi học nào được gửi (bản nháp không in). Hãy chọn đơn vị khác, hoặc in sau khi đơn vị gửi danh sách.',
  en: 'Nobody was put forward yet (drafts are not printed). Choose another unit, or print once a list was sent.',
}) {}

export class NoSeatsShared extends Refusal.saying('no_seats_shared', 'wrong_moment', {
  vi: 'Lớp chưa có chỉ tiêu nào để in. Hãy ghi số chỉ tiêu ở phần Chỉ tiêu, rồi in bảng phân bổ.',
  en: 'The class has no seats to print. Say how many under Seats, then print how they are shared.',
}) {}

export class NoUnitsCalled extends Refusal.saying('no_units_called', 'wrong_moment', {
  vi: 'Chưa triệu tập đơn vị nào về các điểm cầu nên chưa có kết quả để báo cáo. Hãy gọi đơn vị ở phần Học tập, rồi in báo cáo.',
  en: 'No unit is called to a site, so there is nothing to report. Call units under Study, then print the report.',
}) {}

export class NoHalfDaysToPrint extends Refusal.saying(
  'no_half_days_to_print',
  'wrong_moment',
  {
    vi: 'Không có buổi học nào trong khoảng đã chọn (buổi nghỉ không in). Hãy chọn khoảng khác, hoặc xếp lịch học trước.',
    en: 'There is no half-day in what was chosen (cancelled ones are not printed). Choose others, or plan the timetable first.',
  },
  {
    fields: [
      {
        field: 'from',
        code: 'no_half_days',
        message: { vi: 'Chọn một buổi học của lớp.', en: 'Choose a half-day of the class.' },
      },
    ],
  },
) {}

export class NotJudgedYet extends Refusal.saying('not_judged_yet', 'wrong_moment', {
  vi: 'Lớp chưa kết thúc nên chưa có kết quả để công nhận. Hãy kết thúc lớp ở mục Kết quả, rồi in quyết định.',
  en: 'The class is not closed, so there are no results to recognise. Close it under Results, then print the decision.',
}) {}

export class ClassNotHeld extends Refusal.saying('class_not_held', 'wrong_moment', {
  vi: 'Lớp đã hủy nên không in quyết định mở lớp. Nếu mở lại, hãy lập lớp mới.',
  en: 'The class was cancelled, so there is no opening decision to print. Plan a new class to hold it.',
}) {}

export const halfDaysInWrongOrder = () =>
  InvalidInput.field('to', 'before_from', {
    vi: 'Buổi cuối phải từ buổi đầu trở đi. Hãy chọn lại.',
    en: 'The last half-day comes before the first; choose again.',
  });
