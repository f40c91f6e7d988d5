import { Refusal } from '../../platform/problems/refusal';

export class ScansSettled extends Refusal.saying('check_ins_settled_already', 'conflict', {
  vi: 'Những lượt quét đã chọn vừa được người khác giải quyết. Hãy tải lại trang để xem còn lại những ai.',
  en: 'Somebody has settled what you chose meanwhile. Reload the page to see what is left.',
}) {}

export class NobodyOnTheSheet extends Refusal {
  constructor(names: readonly string[]) {
    const who = names.join(', ');
    super(
      'check_in_of_nobody_on_sheet',
      'conflict',
      {
        vi: `Chưa có tên trong buổi học nên chưa ghi có mặt được: ${who}. Hãy ghi danh vào lớp hoặc cho học ghép rồi ghi lại, hoặc bỏ chọn người đó. Chưa có gì được lưu.`,
        en: `Not on the sheet of the half-day, so nobody can be marked there: ${who}. Enroll them or let them come as guests first, or leave them out. Nothing was saved.`,
      },
      { facts: { names } },
    );
  }
}
