import { showDay } from '../../platform/clock';
import { type Locale, words } from '../../platform/messages/words';
import { roleNames } from '../accounts.words';
import { counted } from '../../platform/messages/counted';
import type { HeldRole } from './directory.queries';

export const directoryWords = words({
  help: {
    vi: 'Tài khoản trong phạm vi đồng chí phụ trách: ai đã được mời, ai chưa nhận lời mời. Hãy mở một dòng để mời lại, in phiếu hoặc xem vai trò.',
    en: 'The accounts in your care: who was invited, and who has not come yet. Open a line to invite again, print a slip or see the roles.',
  },
  helpToOpen: {
    vi: 'Không ai đặt mật khẩu hộ: người được mời nhận liên kết qua thư, tự đặt mật khẩu. Nơi không dùng thư thì in phiếu mời sau khi thêm.',
    en: 'No one sets a password for somebody else: the person invited receives a link by mail and chooses one. Where mail is not used, print a slip afterwards.',
  },
  helpOfOne: {
    vi: 'Một tài khoản: vai trò đang giữ, lời mời và lần đăng nhập gần nhất. Người này chưa vào được thì hãy mời lại hoặc in phiếu.',
    en: 'One account: its roles, its invitation and when it was last used. If the person cannot sign in, invite them again or print a slip.',
  },
  ofGroup: { vi: (number: number) => `tổ ${number}`, en: (number: number) => `group ${number}` },
  title: { vi: 'Tài khoản', en: 'Accounts' },
  count: {
    vi: (count: number) => `${counted(count, 'vi')} tài khoản`,
    en: (count: number) => (count === 1 ? '1 account' : `${counted(count, 'en')} accounts`),
  },
  number: { vi: 'TT', en: 'No.' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  emailHint: {
    vi: 'Người dùng đăng nhập bằng địa chỉ này và nhận lời mời ở đó.',
    en: 'The holder signs in with this address and receives the invitation there.',
  },
  mailComesBack: { vi: 'Thư bị trả lại', en: 'Mail comes back' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  roles: { vi: 'Vai trò', en: 'Roles' },
  state: { vi: 'Tình trạng', en: 'State' },
  createdAt: { vi: 'Ngày lập', en: 'Opened' },
  acceptedAt: { vi: 'Vào lần đầu', en: 'First signed in' },
  search: { vi: 'Tìm tên hoặc địa chỉ thư', en: 'Name or e-mail' },
  searchHint: { vi: 'Có dấu hay không dấu đều được.', en: 'With or without accents.' },
  anyRole: { vi: 'Mọi vai trò', en: 'Any role' },
  anyUnit: { vi: 'Mọi đơn vị', en: 'Any unit' },
  anyState: { vi: 'Mọi tình trạng', en: 'Any state' },
  open: { vi: 'Thêm tài khoản', en: 'Add an account' },
  roster: { vi: 'Mời cán bộ của đơn vị', en: 'Invite the people of a unit' },
  noneFound: { vi: 'Không có tài khoản nào khớp.', en: 'No account matches.' },
  noneFoundNext: { vi: 'Hãy bỏ bớt điều kiện lọc.', en: 'Remove some of the filters.' },
  none: { vi: 'Chưa có tài khoản nào', en: 'There is no account yet' },
  noneNext: {
    vi: 'Hãy mời cán bộ của đơn vị: ai có địa chỉ thư trong danh sách đều nhận được lời mời.',
    en: 'Invite the people of your unit: everyone with an address on the roster receives an invitation.',
  },
  noRole: { vi: 'Cán bộ, chỉ xem việc của mình', en: 'Cadre, sees only their own data' },
  place: { vi: 'Vai trò và đơn vị', en: 'Role and unit' },
  placeHint: {
    vi: 'Chỉ hiện vai trò đúng loại đơn vị. Một đơn vị có thể có nhiều bí thư.',
    en: 'Only roles that fit the kind of unit. A unit may have several secretaries.',
  },
  ofUnit: { vi: 'Đơn vị', en: 'Unit' },
  ofUnitHint: {
    vi: 'Chỉ ghi cho bí thư đơn vị: đơn vị đồng chí ấy làm bí thư.',
    en: 'For a unit secretary only: the unit they are secretary of.',
  },
  runsClasses: { vi: 'Chủ nhiệm lớp – được cử ở từng lớp', en: 'Class manager – appointed class by class' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  vietnamese: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  english: { vi: 'Tiếng Anh', en: 'English' },
  opened: {
    vi: 'Đã thêm tài khoản và soạn thư mời.',
    en: 'The account is open and the invitation written.',
  },
  backToList: { vi: 'Tài khoản', en: 'Accounts' },
  person: { vi: 'Cán bộ', en: 'Person' },
  seePerson: { vi: 'Xem hồ sơ', en: 'See the record' },
  noPerson: { vi: 'Không gắn với cán bộ nào', en: 'No person on a roster' },
  ofPerson: { vi: 'Tài khoản của cán bộ', en: 'An account for' },
  noAddress: {
    vi: 'Cán bộ này chưa có địa chỉ thư trong danh sách. Hãy bổ sung địa chỉ thư rồi mời.',
    en: 'This person has no e-mail address on the roster. Add one, then invite.',
  },
  invitation: { vi: 'Lời mời', en: 'Invitation' },
  invitationNone: { vi: 'Không có lời mời nào đang mở', en: 'No invitation is open' },
  invitationWaiting: { vi: 'Đã soạn, thư chưa gửi đi', en: 'Prepared; the mail has not been sent yet' },
  invitationOpen: { vi: (until: string) => `Có giá trị đến ${until}`, en: (until: string) => `Valid until ${until}` },
  invitationEnded: { vi: (at: string) => `Đã hết hạn lúc ${at}`, en: (at: string) => `Expired at ${at}` },
  invite: { vi: 'Gửi lời mời', en: 'Send an invitation' },
  inviteAgain: { vi: 'Mời lại qua thư', en: 'Invite again by mail' },
  inviteAgainMeans: {
    vi: 'Một thư mời mới được gửi đến địa chỉ của tài khoản; liên kết và phiếu mời cũ hết hiệu lực.',
    en: 'A new invitation is sent to the address of the account; earlier links and slips stop working.',
  },
  invited: { vi: 'Đã soạn thư mời mới.', en: 'A new invitation is written.' },
  printSlip: { vi: 'In phiếu mời', en: 'Print a slip' },
  printSlipMeans: {
    vi: 'Phiếu có mã QR, bỏ phong bì gửi tận tay. Liên kết trên phiếu chỉ hiện một lần; liên kết cũ hết hiệu lực.',
    en: 'A slip with a QR code, to be handed over in an envelope. Its link is shown only once; earlier links stop working.',
  },
  revoke: { vi: 'Thu hồi lời mời', en: 'Take the invitation back' },
  revokeMeans: {
    vi: 'Liên kết đã gửi hết hiệu lực; thư chưa gửi thì không gửi nữa.',
    en: 'The link that was sent stops working; mail not sent yet is not sent.',
  },
  revoked: { vi: 'Đã thu hồi lời mời.', en: 'The invitation is taken back.' },
  noMail: {
    vi: 'Chưa cấu hình máy chủ thư nên thư mời không gửi được. Hãy in phiếu mời và trao tận tay.',
    en: 'No mail server is set up, so invitations cannot be sent. Print slips and hand them over.',
  },
  correctAddress: { vi: 'Sửa địa chỉ thư', en: 'Correct the address' },
  correctAddressMeans: {
    vi: 'Một thư mời mới được gửi đến địa chỉ đã sửa; liên kết và phiếu mời cũ hết hiệu lực.',
    en: 'A new invitation is sent to the corrected address; earlier links and slips stop working.',
  },
  saveAddress: { vi: 'Lưu và mời lại', en: 'Save and invite again' },
  changeAddress: { vi: 'Đổi địa chỉ đăng nhập', en: 'Change the sign-in address' },
  changeAddressMeans: {
    vi: 'Từ nay người dùng tài khoản đăng nhập bằng địa chỉ mới; mật khẩu, vai trò và các phiên đang mở giữ nguyên, liên kết đã gửi hết hiệu lực. Cả địa chỉ cũ và địa chỉ mới đều được báo tin.',
    en: 'From now on the holder signs in with the new address; password, roles and open sessions stay, and links already sent stop working. Both addresses are notified.',
  },
  changeReason: { vi: 'Lý do, đã xác minh bằng cách nào', en: 'Reason, and how you checked who asked' },
  addressCorrected: {
    vi: 'Đã sửa địa chỉ thư. Thư báo đang được gửi đến địa chỉ mới.',
    en: 'The address is corrected. A message is being sent to the new address.',
  },
  forgotten: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  forgottenOrLost: { vi: 'Quên mật khẩu, mất điện thoại', en: 'Forgotten password, lost phone' },
  printCode: { vi: 'In phiếu mã đặt lại mật khẩu', en: 'Print a password reset code' },
  printCodeMeans: {
    vi: 'Phiếu có mã dùng một lần, có giá trị 8 giờ; mã chỉ hiện một lần trên phiếu. Hãy đưa tận tay đúng người: ai có phiếu thì đặt được mật khẩu mới. Người dùng tài khoản được báo tin.',
    en: 'A slip with a code that works once, for 8 hours, and is shown only on the slip. Hand it to the right person: anyone holding it can set the password. The holder of the account is notified.',
  },
  removeSecondFactor: { vi: 'Gỡ xác thực hai bước', en: 'Remove two-step verification' },
  removeSecondFactorMeans: {
    vi: 'Chỉ gỡ khi đã chắc chắn người yêu cầu đúng là người dùng tài khoản. Mọi phiên đăng nhập kết thúc; từ lần sau chỉ cần mật khẩu, cho đến khi bật lại. Người dùng tài khoản được báo tin.',
    en: 'Only when you are sure that the holder of the account asked for it. Every session ends; from now on the password is enough to sign in, until it is turned on again. The holder of the account is notified.',
  },
  removalReason: { vi: 'Lý do, đã xác minh bằng cách nào', en: 'Reason, and how you checked who asked' },
  secondFactorRemoved: { vi: 'Đã gỡ xác thực hai bước.', en: 'Two-step verification is removed.' },
  lock: { vi: 'Khóa tài khoản', en: 'Lock the account' },
  lockMeans: {
    vi: 'Người dùng bị đăng xuất ngay; mã truy cập và lời mời hết hiệu lực. Vai trò được giữ để mở khóa sau này.',
    en: 'The holder is signed out at once; tokens and invitations end. Roles are kept for when the account is unlocked.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  lockedDone: { vi: 'Đã khóa tài khoản.', en: 'The account is locked.' },
  lockedBecause: {
    vi: (at: string, by: string, reason: string) => `Bị khóa lúc ${at}, ${by}: ${reason}`,
    en: (at: string, by: string, reason: string) => `Locked at ${at} by ${by}: ${reason}`,
  },
  somebody: { vi: 'hệ thống', en: 'the service' },
  unlock: { vi: 'Mở khóa', en: 'Unlock' },
  unlockedDone: { vi: 'Đã mở khóa tài khoản.', en: 'The account is unlocked.' },
  seeClass: { vi: 'Xem lớp', en: 'See the class' },
  noRoles: { vi: 'Chưa có vai trò nào.', en: 'No role yet.' },
  noRolesNext: {
    vi: 'Tài khoản chỉ xem được việc của chính mình. Quản trị viên cấp vai trò ở bên dưới.',
    en: 'The account sees only its own data. An administrator can give roles below.',
  },
  noRolesOfCadre: {
    vi: 'Tài khoản chỉ xem được việc của chính mình.',
    en: 'The account sees only its own data.',
  },
  lent: { vi: (until: string) => `được ủy quyền đến ${until}`, en: (until: string) => `lent until ${until}` },
  giveRole: { vi: 'Cấp vai trò', en: 'Give a role' },
  roleGiven: { vi: 'Đã cấp vai trò.', en: 'The role is given.' },
  endRole: { vi: 'Thu lại', en: 'End' },
  endRoleMeans: {
    vi: 'Vai trò kết thúc ngay, cùng những lần ủy quyền từ vai trò này.',
    en: 'The role ends now, and so does every delegation of it.',
  },
  roleEnded: { vi: 'Đã thu lại vai trò.', en: 'The role is ended.' },
  actions: { vi: 'Thao tác', en: 'Actions' },
});

/** What the holder is told, wherever they are. */
export const directoryNews = {
  addressChanged: {
    vi: 'Quản trị viên đã đổi địa chỉ thư dùng để đăng nhập của đồng chí; từ nay đồng chí đăng nhập bằng địa chỉ mới. Mật khẩu không thay đổi.',
    en: 'An administrator changed your sign-in address; from now on sign in with the new one. Your password has not changed.',
  },
  secondFactorRemoved: {
    vi: 'Quản trị viên đã gỡ xác thực hai bước của tài khoản đồng chí; từ nay chỉ cần mật khẩu để đăng nhập, cho đến khi đồng chí bật lại.',
    en: 'An administrator removed two-step verification from your account; the password is enough to sign in until you turn it on again.',
  },
};

export const accountStateWords = words({
  invited: { vi: 'Đã mời, chưa vào', en: 'Invited' },
  active: { vi: 'Đang dùng', en: 'Active' },
  locked: { vi: 'Đã khóa', en: 'Locked' },
});

/** "Bí thư đơn vị – Đảng ủy …", with until when where it is lent. */
export function nameOfRole(
  { role, placeName, groupNumber, lent, until }: Pick<HeldRole, 'role' | 'placeName'> & Partial<HeldRole>,
  locale: Locale,
): string {
  const name = roleNames[locale][role];
  const group = groupNumber && directoryWords[locale].ofGroup(groupNumber);
  const held = [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, placeName, group].filter(Boolean).join(' – ');
  return lent && until ? `${held} (${directoryWords[locale].lent(showDay(until))})` : held;
}
