import type { Bilingual } from '../../platform/messages/words';
import { Refusal } from '../../platform/problems/refusal';
import { Away } from '../../platform/problems/refusals';

export class ProviderAway extends Away {
  constructor({ vi, en }: Bilingual, cause: unknown) {
    super(
      'provider_away',
      {
        vi: `Chưa kết nối được ${vi}. Hãy thử lại sau ít phút; ai có mật khẩu vẫn đăng nhập được bằng thư điện tử và mật khẩu.`,
        en: `No answer from ${en}. Try again in a few minutes; if you have a password, you can sign in with it instead.`,
      },
      cause,
    );
  }
}

export class SignInNotUnderWay extends Refusal.saying('sign_in_not_under_way', 'wrong_moment', {
  vi: 'Lần đăng nhập này đã dùng rồi, đã quá 10 phút hoặc bắt đầu ở trình duyệt khác. Hãy bấm đăng nhập lại.',
  en: 'This sign-in has been used, is older than 10 minutes, or began in another browser. Sign in again.',
}) {}

export class ProviderSaidNo extends Refusal {
  constructor({ vi, en }: Bilingual) {
    super('provider_said_no', 'unauthenticated', {
      vi: `Chưa đăng nhập: việc đăng nhập ở ${vi} đã bị hủy hoặc bị từ chối. Hãy thử lại, hoặc dùng cách đăng nhập khác.`,
      en: `You are not signed in: it was cancelled or refused at ${en}. Try again, or sign in another way.`,
    });
  }
}

export class ProviderAnswerRefused extends Refusal {
  constructor({ vi, en }: Bilingual) {
    super('provider_answer_refused', 'unauthenticated', {
      vi: `Câu trả lời của ${vi} không hợp lệ nên không được nhận. Hãy bấm đăng nhập lại; nếu vẫn vậy, hãy báo quản trị viên.`,
      en: `The answer of ${en} was not valid and was not accepted. Sign in again; if the problem remains, tell an administrator.`,
    });
  }
}

/** Why somebody the provider knows does not get in; the journal keeps it. */
export type RefusedBecause =
  'unknown' | 'no_address' | 'locked' | 'not_invited' | 'shared' | 'not_verified' | 'linked_to_another';

/** The provider is sure who it is, and they do not get in. */
export abstract class IdentityRefused extends Refusal {
  protected constructor(
    code: string,
    sentence: Bilingual,
    readonly because: RefusedBecause,
    /** Which account it would have been; null while that is not known. */
    readonly accountId: string | null,
  ) {
    super(code, 'forbidden', sentence);
  }
}

/** Says the same of no address, one nobody has, one that is locked, not invited any more, or of several people. */
export class NoAccountForIdentity extends IdentityRefused {
  constructor(
    { vi, en }: Bilingual,
    because: Exclude<RefusedBecause, 'not_verified' | 'linked_to_another'>,
    accountId: string | null,
  ) {
    super(
      'no_account_for_identity',
      {
        vi: `Đồng chí đã đăng nhập ở ${vi}, nhưng không có tài khoản nào của hệ thống dùng được với địa chỉ thư ở đó. Hãy nhờ đơn vị hoặc văn phòng đào tạo của Khối mời đúng địa chỉ thư ấy.`,
        en: `You signed in at ${en}, but no account here can be used with the address you have there. Ask your unit or the training office of the Bloc to invite that very address.`,
      },
      because,
      accountId,
    );
  }
}

export class AddressNotVerified extends IdentityRefused {
  constructor({ vi, en }: Bilingual) {
    super(
      'address_not_verified',
      {
        vi: `Địa chỉ thư của đồng chí chưa được ${vi} xác nhận nên chưa đăng nhập được. Hãy xác nhận địa chỉ thư ở đó rồi đăng nhập lại.`,
        en: `Your address is not verified at ${en}, so it does not sign you in. Verify it there, then try again.`,
      },
      'not_verified',
      null,
    );
  }
}

export class LinkedToAnother extends IdentityRefused {
  constructor({ vi, en }: Bilingual, accountId: string) {
    super(
      'linked_to_another',
      {
        vi: `Tài khoản có địa chỉ thư này đã liên kết với một danh tính khác ở ${vi} nên chưa đăng nhập được. Nếu đúng là tài khoản của đồng chí, hãy nhờ quản trị viên gỡ liên kết cũ rồi đăng nhập lại.`,
        en: `The account of this address is linked to another identity at ${en}. If the account is yours, ask an administrator to unlink the earlier one, then sign in again.`,
      },
      'linked_to_another',
      accountId,
    );
  }
}
