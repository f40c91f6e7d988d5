import { declareActions } from '../../platform/journal/actions';
import { type Bilingual, words } from '../../platform/messages/words';
import type { RefusedBecause } from './open-id.refusals';

export const openIdWords = words({
  code: { vi: 'Xác thực hai bước', en: 'Two-step verification' },
  codeMeans: {
    vi: (provider: string) =>
      `Đồng chí đã được ${provider} xác nhận. Tài khoản này bật xác thực hai bước nên cần thêm mã.`,
    en: (provider: string) => `${provider} has confirmed who you are. This account also needs a code.`,
  },
  signedOut: { vi: 'Đã đăng xuất', en: 'You are signed out' },
  signedOutHere: {
    vi: (provider: string) =>
      `Đồng chí đã đăng xuất khỏi hệ thống này, nhưng trình duyệt có thể vẫn đăng nhập ở ${provider}. Nếu dùng chung máy, hãy đăng xuất cả ở đó.`,
    en: (provider: string) =>
      `You are signed out of this service, but the browser may still be signed in at ${provider}. On a shared computer, sign out there too.`,
  },
  signOutThere: {
    vi: (provider: string) => `Đăng xuất khỏi ${provider}`,
    en: (provider: string) => `Sign out of ${provider}`,
  },
  signInAgain: { vi: 'Về trang đăng nhập', en: 'Back to sign-in' },

  identity: { vi: 'Đăng nhập một lần', en: 'Single sign-on' },
  linkedSince: {
    vi: (provider: string, since: string) => `Liên kết với ${provider} từ ${since}`,
    en: (provider: string, since: string) => `Linked to ${provider} since ${since}`,
  },
  unlink: { vi: 'Gỡ liên kết', en: 'Unlink' },
  unlinkOwnMeans: {
    vi: 'Lần đăng nhập sau ở đó, tài khoản được liên kết lại theo địa chỉ thư đã xác nhận.',
    en: 'The next time you sign in there, your account is linked again by the verified address.',
  },
  unlinkMeans: {
    vi: 'Mọi phiên đăng nhập của tài khoản kết thúc và mã truy cập cho chương trình bị thu hồi ngay. Người đầu tiên đăng nhập ở đó với địa chỉ thư của tài khoản này sẽ được liên kết. Hãy chắc rằng địa chỉ thư vẫn là của đúng người.',
    en: 'Every session of the account ends and its tokens for programs are revoked at once. The first person to sign in there with the address of this account will be linked to it. Make sure that the address still belongs to the right person.',
  },
  unlinked: { vi: 'Đã gỡ liên kết.', en: 'The identity is unlinked.' },
});

/** What the holder is told, wherever they are. */
export const openIdNews = {
  linked: ({ vi, en }: Bilingual): Bilingual => ({
    vi: `Tài khoản của đồng chí vừa được liên kết với ${vi}: từ nay đăng nhập ở đó là vào được.`,
    en: `Your account was linked to ${en}: from now on, signing in there opens it.`,
  }),
  unlinked: ({ vi, en }: Bilingual): Bilingual => ({
    vi: `Quản trị viên đã gỡ liên kết giữa tài khoản của đồng chí và ${vi}, kết thúc mọi phiên đăng nhập và thu hồi mã truy cập cho chương trình của tài khoản.`,
    en: `An administrator unlinked your account from ${en}, ended all its sessions and revoked its tokens for programs.`,
  }),
};

export const openIdActions = declareActions('open_id', {
  invitation_accepted: {
    vi: 'đã nhận lời mời bằng đăng nhập một lần',
    en: 'accepted the invitation by single sign-on',
  },
  linked: { vi: 'đã liên kết tài khoản với đăng nhập một lần', en: 'linked the account to single sign-on' },
  refused: { vi: 'đã từ chối một lần đăng nhập bằng đăng nhập một lần', en: 'refused a single sign-on' },
  unlinked: { vi: 'đã gỡ liên kết đăng nhập một lần của tài khoản', en: 'unlinked the account from single sign-on' },
});

export const refusedBecauseWords = words({
  unknown: { vi: 'địa chỉ thư không có tài khoản', en: 'nobody has the address' },
  no_address: { vi: 'nơi đăng nhập không cho biết địa chỉ thư', en: 'the provider names no address' },
  locked: { vi: 'tài khoản bị khóa', en: 'the account is locked' },
  not_invited: { vi: 'lời mời đã thu hồi', en: 'not invited any more' },
  shared: { vi: 'nhiều người dùng chung địa chỉ thư', en: 'several people have the address' },
  not_verified: { vi: 'địa chỉ thư chưa được xác nhận', en: 'the address is not verified' },
  linked_to_another: { vi: 'tài khoản đã liên kết với danh tính khác', en: 'linked to another identity' },
} satisfies Record<RefusedBecause, { vi: string; en: string }>);
