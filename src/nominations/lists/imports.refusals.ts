import { named } from '../../platform/imports/named';
import type { Bilingual } from '../../platform/messages/words';
import { Refusal } from '../../platform/problems/refusal';

export class ListAlreadyApplied extends Refusal.saying('list_already_applied', 'wrong_moment', {
  vi: 'Danh sách này đã được gửi hoặc đã hoàn tác. Muốn gửi lại, hãy tải tệp lên lần nữa.',
  en: 'This list was sent or undone already. To send it again, upload the file once more.',
}) {}

export class ListNotApplied extends Refusal.saying('list_not_applied', 'wrong_moment', {
  vi: 'Danh sách này chưa được gửi nên không có gì để hoàn tác.',
  en: 'This list was not sent, so there is nothing to undo.',
}) {}

export class ListChangedMeanwhile extends Refusal {
  /** @param rows as they would come out by now */
  constructor(rows: readonly { readonly fullName: string | null; readonly reason: Bilingual }[]) {
    const { vi, en } = named(
      rows.map(({ fullName, reason }) => ({ vi: `${fullName} – ${reason.vi}`, en: `${fullName} – ${reason.en}` })),
    );
    super(
      'list_changed_meanwhile',
      'conflict',
      {
        vi: `Từ lúc xem thử đến nay chỉ tiêu hoặc hồ sơ đã thay đổi nên kết quả sẽ khác bản xem thử: ${vi} Chưa có gì được lưu. Hãy xem thử lại rồi gửi.`,
        en: `Seats or records changed since the dry run, so the outcome would differ from what you saw: ${en} Nothing was stored; run the check again, then send.`,
      },
      { facts: { people: rows.length } },
    );
  }
}

export class NothingToApply extends Refusal.saying('nothing_to_apply', 'conflict', {
  vi: 'Trong danh sách không có dòng nào mới để gửi. Xem lý do ở từng dòng.',
  en: 'No row of the list can be sent anew. See the reason beside each row.',
}) {}

export class LetterNeeded extends Refusal {
  constructor() {
    super(
      'letter_needed',
      'invalid',
      {
        vi: 'Tệp không ghi số và ngày công văn. Hãy điền số và ngày công văn kèm danh sách rồi gửi.',
        en: 'The file does not state the letter. Give the number and date of the letter that comes with the list.',
      },
      {
        fields: [
          {
            field: 'letter.number',
            code: 'required',
            message: { vi: 'Cần số công văn.', en: 'Give the letter’s number.' },
          },
          {
            field: 'letter.date',
            code: 'required',
            message: { vi: 'Cần ngày công văn.', en: 'Give the letter’s date.' },
          },
        ],
      },
    );
  }
}

/** By what stands above its table it seems to be for another class, of another unit or another year. */
export class ListMeantElsewhere extends Refusal {
  constructor(why: readonly Bilingual[]) {
    const all = { vi: why.map(({ vi }) => vi).join(' '), en: why.map(({ en }) => en).join(' ') };
    super(
      'list_meant_elsewhere',
      'conflict',
      {
        vi: `${all.vi} Nếu đúng là danh sách gửi cho lớp này, hãy xác nhận rồi gửi lại.`,
        en: `${all.en} If the list is meant for this class, say so and send it again.`,
      },
      {
        fields: [
          {
            field: 'meant',
            code: 'required',
            message: { vi: 'Cần xác nhận danh sách là của lớp này.', en: 'Say that the list is meant for this class.' },
          },
        ],
      },
    );
  }
}

export class ListBuiltUpon extends Refusal {
  constructor(count: number) {
    super(
      'list_built_upon',
      'conflict',
      {
        vi: `Có ${count} người trong danh sách đã được cấp trên cho ý kiến hoặc đã đổi trạng thái, nên không hoàn tác cả danh sách được. Hãy rút từng người nếu cần.`,
        en: `${count} of the list were decided on or changed since, so the whole list cannot be undone. Withdraw people one by one if needed.`,
      },
      { facts: { count } },
    );
  }
}
