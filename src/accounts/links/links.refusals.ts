import type { Bilingual } from '../../platform/messages/words';
import { Refusal } from '../../platform/problems/refusal';
import type { LinkPurpose } from './purposes';

/** Why a link opens nothing. */
export type LinkEnd = 'unknown' | 'ended' | 'used' | 'came' | 'revoked';

const whatHappened: Readonly<Record<LinkEnd, Bilingual>> = {
  unknown: {
    vi: 'Liên kết này không đúng: có thể chép thiếu ký tự, hoặc đã có liên kết mới thay cho liên kết này.',
    en: 'This link is not correct: some characters may be missing, or a newer link has replaced it.',
  },
  ended: { vi: 'Liên kết này đã hết hạn.', en: 'This link has expired.' },
  used: {
    vi: 'Liên kết này đã được dùng; mỗi liên kết chỉ dùng một lần.',
    en: 'This link has been used; each link works only once.',
  },
  came: {
    vi: 'Người được mời đã vào hệ thống nên lời mời này không còn dùng nữa.',
    en: 'The person invited has already signed in, so this invitation can no longer be used.',
  },
  revoked: { vi: 'Liên kết này đã được thu hồi.', en: 'This link has been withdrawn.' },
};

const whatNext: Readonly<Record<LinkPurpose, Bilingual>> = {
  invitation: {
    vi: 'Nếu đã đặt mật khẩu, đồng chí hãy đăng nhập. Nếu chưa, hãy nhờ bí thư đơn vị hoặc văn phòng đào tạo mời lại.',
    en: 'If you set a password already, sign in. If not, ask the secretary of your unit or the training office to invite you again.',
  },
  password: {
    vi: 'Đồng chí hãy mở trang đăng nhập và yêu cầu liên kết mới để đặt lại mật khẩu.',
    en: 'Open the sign-in page and request a new link to set your password.',
  },
  sign_in: {
    vi: 'Đồng chí hãy mở trang đăng nhập và yêu cầu liên kết mới.',
    en: 'Open the sign-in page and request a new link.',
  },
};

export class LinkNotOpen extends Refusal {
  constructor(purpose: LinkPurpose, end: LinkEnd) {
    const [happened, next] = [whatHappened[end], whatNext[purpose]];
    super(
      'link_not_open',
      end === 'unknown' ? 'not_found' : 'wrong_moment',
      { vi: `${happened.vi} ${next.vi}`, en: `${happened.en} ${next.en}` },
      {
        facts: { end },
        heading: { vi: 'Liên kết không dùng được', en: 'This link cannot be used' },
        next: { href: '/sign-in', label: { vi: 'Đăng nhập', en: 'Sign in' } },
      },
    );
  }
}
