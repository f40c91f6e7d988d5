import type { Bilingual } from '../messages/words';
import { type FieldError, Refusal } from './refusal';

/** Who has more to mend learns nothing from a longer list. */
const mostTold = 50;

/** Said where nothing is known of the field but its name. */
export const stillEmpty: Bilingual = { vi: 'Mục này còn trống.', en: 'This is still empty.' };

export class InvalidInput extends Refusal {
  constructor(fields: readonly FieldError[]) {
    const count = fields.length;
    const cut = count > mostTold;
    super(
      'invalid_input',
      'invalid',
      {
        vi: `Còn ${count} mục chưa đúng${cut ? `, nêu ${mostTold} mục đầu` : ''}. Đề nghị đồng chí sửa rồi gửi lại.`,
        en: `${count === 1 ? 'One field is' : `${count} fields are`} not right yet${cut ? `, the first ${mostTold} are named` : ''}. Correct ${count === 1 ? 'it' : 'them'} and send again.`,
      },
      { fields: fields.slice(0, mostTold) },
    );
  }

  static missing(...fields: readonly string[]): InvalidInput {
    return new InvalidInput(fields.map((field) => ({ field, code: 'required', message: stillEmpty, isMissing: true })));
  }

  static field(field: string, code: string, message: Bilingual): InvalidInput {
    return new InvalidInput([{ field, code, message }]);
  }
}

export class NotSignedIn extends Refusal {
  /** @param because why signing in did not work, when it was tried */
  constructor(readonly because: Refusal | null = null) {
    super('not_signed_in', 'unauthenticated', {
      vi: 'Đồng chí chưa đăng nhập hoặc phiên đã hết hạn. Hãy đăng nhập lại.',
      en: 'You are not signed in, or your session has ended. Please sign in.',
    });
  }
}

/** Somebody else's form is not sent in one's own name without a word. */
export class SignedInAsAnother extends Refusal.saying('signed_in_as_another', 'conflict', {
  vi: 'Đồng chí đã đăng nhập, nhưng biểu mẫu này có thể do tài khoản khác điền. Chưa có gì được gửi. Hãy cân nhắc rồi gửi tiếp bằng tài khoản này, hoặc rời trang.',
  en: 'You are signed in, but another account may have filled in this form. Nothing was sent; send it on as yourself, or leave the page.',
}) {}

export class NotAllowed extends Refusal.saying('not_allowed', 'forbidden', {
  vi: 'Tài khoản của đồng chí không có quyền làm việc này. Nếu cần, hãy liên hệ văn phòng đào tạo của Khối.',
  en: 'Your account may not do this. If you need to, ask the training office of the Bloc.',
}) {}

export class NotByToken extends Refusal.saying('not_by_token', 'forbidden', {
  vi: 'Việc này cho một quyền dùng được lâu hơn mã API, nên không làm bằng mã API. Hãy đăng nhập rồi làm.',
  en: 'This grants something that lasts longer than an API token, so it cannot be done with one. Sign in to do it.',
}) {}

export class TokenOnlyReads extends Refusal.saying('token_only_reads', 'forbidden', {
  vi: 'Mã API này chỉ được đọc. Muốn ghi, hãy lập mã có phạm vi “write” trên trang Tài khoản của tôi.',
  en: 'This API token may only read. To change something, make one with the scope `write` on the page My account.',
}) {}

export class SecondFactorNeeded extends Refusal.saying('second_factor_needed', 'forbidden', {
  vi: 'Tài khoản có vai trò phải bật xác thực hai bước trước. Hãy mở trang Tài khoản của tôi, mục Xác thực hai bước.',
  en: 'An account with a role must use two-step verification. Turn it on first, on the page My account, under Two-step verification.',
}) {
  /** Where it is turned on. */
  readonly place = '/me/second-factor';
}

export class NotFound extends Refusal.saying('not_found', 'not_found', {
  vi: 'Không tìm thấy mục này, hoặc đồng chí không được xem.',
  en: 'This item was not found, or you may not see it.',
}) {}

/** No route has it. */
export class NoSuchAddress extends Refusal.saying('not_found', 'not_found', {
  vi: 'Không có trang nào ở địa chỉ này; có thể địa chỉ bị gõ thiếu hoặc trang đã đổi chỗ. Hãy về trang đầu rồi mở lại từ danh mục.',
  en: 'There is no page at this address; it may be typed wrong, or the page has moved. Go to the first page and open it from the menu.',
}) {}

/** @throws NotFound when there is no such thing, or it is not theirs to see */
export function found<Item>(item: Item | null | undefined, maySee: (item: Item) => boolean = () => true): Item {
  if (item === null || item === undefined || !maySee(item)) throw new NotFound();
  return item;
}

export class CrossSiteRequest extends Refusal.saying('cross_site_request', 'forbidden', {
  vi: 'Yêu cầu đến từ một trang khác nên bị từ chối. Hãy mở lại trang và gửi từ đó.',
  en: 'The request came from another site and was refused. Reload the page and send it from there.',
}) {}

export class Busy extends Refusal.saying(
  'busy',
  'busy',
  {
    vi: 'Nhiều người đang thao tác cùng lúc. Chưa có gì thay đổi. Hãy gửi lại sau ít giây.',
    en: 'Many people are working at the same time. Nothing has changed; send again in a few seconds.',
  },
  { retryAfterSeconds: 2 },
) {}

/** The connection was lost around COMMIT: whether it was stored can only be found out by asking again. */
export class OutcomeUnknown extends Refusal {
  constructor(hasKey: boolean) {
    super('outcome_unknown', 'busy', hasKey ? askAgain : lookFirst, { retryAfterSeconds: 2 });
  }
}

const askAgain = {
  vi: 'Mất kết nối với cơ sở dữ liệu đúng lúc ghi nên chưa biết việc này đã được ghi hay chưa. Hãy gửi lại đúng yêu cầu này với cùng mã Idempotency-Key: việc đã ghi sẽ không bị làm hai lần.',
  en: 'The connection to the database was lost while this was being stored, so it is not known whether it was. Ask again with the same Idempotency-Key: what was stored is not done twice.',
};
const lookFirst = {
  vi: 'Mất kết nối với cơ sở dữ liệu đúng lúc ghi nên chưa biết việc này đã được ghi hay chưa. Hãy mở lại trang hoặc danh sách để xem; chỉ gửi lại khi chưa thấy.',
  en: 'The connection to the database was lost while this was being stored, so it is not known whether it was. Reload the page or list to check; send it again only if it is not there.',
};

/** Something the service needs does not answer; the log says why. */
export abstract class Away extends Refusal {
  protected constructor(
    code: string,
    sentence: Bilingual,
    override readonly cause: unknown,
    facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(code, 'busy', sentence, { retryAfterSeconds: 5, facts });
  }
}

/** Whether something was stored is not said: the connection may have broken after it was. */
export class DatabaseAway extends Away {
  constructor(cause: unknown) {
    super(
      'database_away',
      {
        vi: 'Hệ thống chưa kết nối được cơ sở dữ liệu. Hãy thử lại sau ít giây; nếu đang lưu, hãy mở lại trang xem đã lưu chưa rồi mới gửi lại.',
        en: 'The service cannot reach its database. Try again in a few seconds; if you were saving, reload the page and see whether it was stored before you send it once more.',
      },
      cause,
    );
  }
}

export class ChangedMeanwhile extends Refusal.saying('changed_meanwhile', 'precondition_failed', {
  vi: 'Người khác vừa sửa mục này và bản đó đã được lưu. Hãy xem bản mới; nếu vẫn cần sửa như đã ghi thì gửi lại.',
  en: 'Somebody changed this meanwhile, and that was saved. Look at the new version; if your change is still needed, send it again.',
}) {}

export class BodyTooLarge extends Refusal {
  constructor(limitKilobytes: number) {
    super(
      'body_too_large',
      'too_large',
      {
        vi: `Nội dung gửi lên lớn hơn ${limitKilobytes} KB nên không được nhận. Hãy chia nhỏ hoặc rút gọn rồi gửi lại.`,
        en: `What was sent is larger than ${limitKilobytes} KB and was not accepted. Send it in parts, or shorten it.`,
      },
      { facts: { limitKilobytes } },
    );
  }
}

export class UploadTooLarge extends Refusal {
  constructor(limitMegabytes: number) {
    super('upload_too_large', 'too_large', {
      vi: `Tệp lớn hơn ${limitMegabytes} MB nên không được nhận. Hãy bỏ hình ảnh hoặc trang thừa rồi gửi lại.`,
      en: `The file is larger than ${limitMegabytes} MB and was not accepted. Remove pictures or spare sheets and send it again.`,
    });
  }
}

/** A list is longer than one workbook holds. */
export class TooManyToExport extends Refusal {
  constructor(most: number) {
    super(
      'too_many_to_export',
      'invalid',
      {
        vi: `Danh sách dài hơn ${most.toLocaleString('vi-VN')} dòng. Hãy lọc bớt rồi xuất lại.`,
        en: `The list is longer than ${most.toLocaleString('en-GB')} lines. Narrow it and export again.`,
      },
      { facts: { most } },
    );
  }
}
