import { words } from '../../platform/messages/words';

export const invitationWords = words({
  helpToAccept: {
    vi: 'Đồng chí được mời vào hệ thống. Đặt mật khẩu ở đây, sau đó đăng nhập bằng địa chỉ thư và mật khẩu này.',
    en: 'You are invited to this service. Choose a password here, and from then on sign in with your address and this password.',
  },
  helpOfRoster: {
    vi: 'Ai trong danh sách có địa chỉ thư riêng và chưa có tài khoản sẽ được lập tài khoản và nhận lời mời. Người có vai trò do quản trị viên mời riêng.',
    en: 'Everyone on the roster with an address of their own and no account gets an account and an invitation. People with a role are invited separately by an administrator.',
  },
  title: { vi: 'Nhận lời mời', en: 'Accept the invitation' },
  hello: {
    vi: (name: string) => `Lời mời này dành cho ${name}.`,
    en: (name: string) => `This invitation is for ${name}.`,
  },
  hint: {
    vi: 'Đồng chí hãy tự đặt mật khẩu. Từ lần sau, đăng nhập bằng địa chỉ thư dưới đây và mật khẩu này.',
    en: 'Choose a password. From now on sign in with the address below and this password.',
  },
  hintOfProvider: {
    vi: (provider: string) =>
      `Đồng chí giữ vai trò trong hệ thống nên đăng nhập bằng ${provider}, với địa chỉ thư dưới đây; không cần đặt mật khẩu.`,
    en: (provider: string) =>
      `Because you hold a role, you sign in with ${provider}, using the address below; no password is needed here.`,
  },
  orByProvider: {
    vi: (provider: string) => `Có tài khoản ở ${provider} với địa chỉ thư này thì không cần đặt mật khẩu:`,
    en: (provider: string) => `If you have this address at ${provider}, no password is needed here:`,
  },
  notYou: {
    vi: 'Nếu không phải đồng chí, xin đóng trang này và báo văn phòng đào tạo.',
    en: 'If this is not you, close this page and tell the training office.',
  },
  email: { vi: 'Địa chỉ thư', en: 'E-mail' },
  accept: { vi: 'Đặt mật khẩu và vào hệ thống', en: 'Set the password and sign in' },
  welcome: { vi: 'Chào mừng đồng chí. Mật khẩu đã được đặt.', en: 'Welcome. Your password is set.' },
  rosterTitle: { vi: 'Mời cán bộ của đơn vị', en: 'Invite the people of a unit' },
  backToAccounts: { vi: 'Tài khoản', en: 'Accounts' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  chooseUnit: { vi: 'Chọn đơn vị', en: 'Choose' },
  figures: { vi: 'Tình hình tài khoản của đơn vị', en: 'Accounts of the unit' },
  people: { vi: 'Cán bộ', en: 'People' },
  active: { vi: 'Đang dùng', en: 'Active' },
  invited: { vi: 'Đã mời, chưa vào', en: 'Invited' },
  takenBack: { vi: 'Đã thu hồi lời mời', en: 'Invitation taken back' },
  takenBackHint: { vi: 'Mời lại ở trang của từng tài khoản', en: 'Invite again on the page of each account' },
  locked: { vi: 'Đã khóa', en: 'Locked' },
  withoutEmail: { vi: 'Chưa có địa chỉ thư', en: 'Without an address' },
  withoutEmailHint: { vi: 'Bổ sung trong danh sách cán bộ', en: 'Add it on the roster' },
  emailShared: { vi: 'Trùng địa chỉ thư', en: 'Shared address' },
  emailSharedHint: {
    vi: 'Mỗi người cần một địa chỉ riêng',
    en: 'Everyone needs a separate address',
  },
  toInvite: { vi: 'Sẽ được mời', en: 'To be invited' },
  inviteAll: { vi: (count: number) => `Mời ${count} cán bộ`, en: (count: number) => `Invite ${count}` },
  inviteAllMeans: {
    vi: (count: number) => `${count} tài khoản được lập và mỗi người nhận một lời mời qua thư.`,
    en: (count: number) => `${count} accounts are created, and each person receives an invitation by mail.`,
  },
  invitees: { vi: 'Những người sẽ được mời', en: 'People to be invited' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  alone: { vi: 'Mời riêng', en: 'Invite alone' },
  aloneOf: { vi: (name: string) => `Mời riêng ${name}`, en: (name: string) => `Invite ${name} alone` },
  actions: { vi: 'Thao tác', en: 'Actions' },
  search: { vi: 'Tìm người để mời', en: 'Find a person to invite' },
  searchHint: { vi: 'Có dấu hay không dấu đều được.', en: 'With or without accents.' },
  nobodyFound: { vi: 'Không tìm thấy ai trong những người sẽ được mời.', en: 'No one to be invited matches.' },
  nobodyFoundNext: {
    vi: 'Người đó đã có tài khoản, hoặc danh sách chưa có địa chỉ thư riêng của họ.',
    en: 'The person already has an account, or has no separate address on the roster.',
  },
  nobody: { vi: 'Không còn ai để mời.', en: 'There is no one left to invite.' },
  nobodyNext: {
    vi: 'Cán bộ có địa chỉ thư riêng đều đã có tài khoản. Muốn mời thêm, hãy bổ sung địa chỉ thư riêng trong danh sách cán bộ.',
    en: 'Everyone with an address of their own already has an account. Add addresses on the roster to invite more people.',
  },
  seeRoster: { vi: 'Cán bộ, đảng viên', en: 'People' },
  firstOf: {
    vi: (shown: number, count: number) => `Hiện ${shown} người đầu trong ${count} người.`,
    en: (shown: number, count: number) => `The first ${shown} of ${count}.`,
  },
  done: {
    vi: (count: number) => `Đã lập ${count} tài khoản và soạn thư mời.`,
    en: (count: number) => `${count} accounts are open and invited.`,
  },
  underWay: {
    vi: 'Đang mời, nhiều người nên cần ít phút. Có thể rời trang này.',
    en: 'Inviting; so many take some minutes. You may leave this page.',
  },
  stopped: {
    vi: 'Lần mời trước dừng giữa chừng vì người yêu cầu đã bị khóa tài khoản hoặc không còn phụ trách đơn vị. Hãy mời tiếp.',
    en: 'The last round stopped half way, because the account that started it was locked or no longer covers the unit. Invite the rest.',
  },
  progress: { vi: 'Đã mời', en: 'Invited' },
  slips: { vi: 'In phiếu mời', en: 'Print slips' },
  slipsMeans: {
    vi: 'Phiếu cho những người đã mời mà chưa vào, bỏ phong bì gửi tận tay. Liên kết đã gửi trước đó cho họ hết hiệu lực. Mỗi lần in tối đa 200 phiếu.',
    en: 'Slips for people invited who have not signed in yet, to be handed over in an envelope. Links sent to them earlier stop working. At most 200 slips at a time.',
  },
  noUnits: { vi: 'Chưa có đơn vị nào để mời.', en: 'There is no unit to invite people from.' },
});
