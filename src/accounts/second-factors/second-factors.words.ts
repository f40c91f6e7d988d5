import { declareActions } from '../../platform/journal/actions';
import { words } from '../../platform/messages/words';

export const secondFactorWords = words({
  help: {
    vi: 'Ngoài mật khẩu, khi đăng nhập phải nhập thêm mã trên điện thoại. Hãy cài ứng dụng mã xác thực trước, rồi làm theo từng bước dưới đây.',
    en: 'Besides the password, a code from your phone is asked for. Install an authenticator app first, then follow the steps below.',
  },
  title: { vi: 'Xác thực hai bước', en: 'Two-step verification' },
  back: { vi: 'Tài khoản của tôi', en: 'My account' },
  means: {
    vi: 'Khi bật, mỗi lần đăng nhập đồng chí nhập thêm mã sáu chữ số do ứng dụng xác thực trên điện thoại hiện ra. Ai biết mật khẩu mà không có điện thoại thì không đăng nhập được.',
    en: 'Once it is on, you type a code of six digits besides your password; an authenticator on your phone shows it. Anyone who knows the password and has not the phone does not get in.',
  },
  isRequired: {
    vi: 'Văn phòng yêu cầu mọi tài khoản có vai trò phải bật xác thực hai bước. Hãy làm việc này trước; các trang khác mở ra ngay sau đó.',
    en: 'The office requires two-step verification for every account with a role. Do this first; the other pages open right after.',
  },
  oneMoreStep: { vi: 'Còn một bước nữa', en: 'One more step' },
  begin: { vi: 'Bắt đầu', en: 'Begin' },
  install: {
    vi: 'Trên điện thoại, cài một ứng dụng xác thực, ví dụ Google Authenticator, Microsoft Authenticator hoặc FreeOTP.',
    en: 'On your phone, install an authenticator app, for example Google Authenticator, Microsoft Authenticator or FreeOTP.',
  },
  scan: { vi: 'Mở ứng dụng đó và quét mã này.', en: 'Open the app and scan this code.' },
  onThisPhone: {
    vi: 'Đang xem trang này trên chính điện thoại đó thì bấm:',
    en: 'If you are reading this page on that phone, press:',
  },
  openAuthenticator: { vi: 'Mở ứng dụng xác thực', en: 'Open the authenticator app' },
  typeCode: { vi: 'Nhập mã sáu chữ số mà ứng dụng hiện ra.', en: 'Enter the six-digit code it shows.' },
  qrOf: {
    vi: 'Mã QR để thêm tài khoản vào ứng dụng xác thực',
    en: 'QR code that adds the account to an authenticator',
  },
  byHand: {
    vi: 'Không quét được thì nhập khóa này vào ứng dụng:',
    en: 'If it cannot be scanned, enter this key in the app:',
  },
  code: { vi: 'Mã sáu chữ số', en: 'Six-digit code' },
  codeHint: { vi: 'Ứng dụng đổi mã mỗi 30 giây.', en: 'The app changes the code every 30 seconds.' },
  codeOrRecovery: { vi: 'Mã sáu chữ số hoặc mã dự phòng', en: 'Six-digit code or a recovery code' },
  confirm: { vi: 'Bật xác thực hai bước', en: 'Turn on two-step verification' },
  recoveryCodes: { vi: 'Mã dự phòng', en: 'Recovery codes' },
  recoveryOnce: {
    vi: 'Các mã này chỉ hiện một lần; mỗi mã dùng một lần khi không có điện thoại. Hãy in hoặc chép ra giấy và cất riêng.',
    en: 'These codes are shown only once; each works once when you do not have your phone. Print or copy them and keep them in a safe place.',
  },
  kept: { vi: 'Đã cất, tiếp tục', en: 'I have kept them, continue' },
  isOn: { vi: 'Đang bật từ', en: 'On since' },
  codesLeft: { vi: 'Mã dự phòng còn lại', en: 'Recovery codes left' },
  renewCodes: { vi: 'Lập mã dự phòng mới', en: 'Make new recovery codes' },
  renewMeans: { vi: 'Các mã dự phòng cũ không còn dùng được.', en: 'The old recovery codes stop working.' },
  turnOff: { vi: 'Tắt xác thực hai bước', en: 'Turn off two-step verification' },
  turnOffMeans: {
    vi: 'Từ lần sau chỉ cần mật khẩu để đăng nhập. Muốn đổi điện thoại, hãy tắt rồi bật lại trên điện thoại mới.',
    en: 'From now on the password is enough to sign in. To change phones, turn it off and on again on the new phone.',
  },
  turnedOff: { vi: 'Đã tắt xác thực hai bước.', en: 'Two-step verification is off.' },
});

export const secondFactorActions = declareActions('second_factor', {
  codes_renewed: { vi: 'đã lập mã dự phòng mới', en: 'made new recovery codes' },
  recovery_code_used: { vi: 'đã dùng một mã dự phòng', en: 'used a recovery code' },
  removed: { vi: 'đã gỡ xác thực hai bước của tài khoản', en: 'removed the second step of the account' },
  turned_off: { vi: 'đã tắt xác thực hai bước', en: 'turned the second step off' },
  turned_on: { vi: 'đã bật xác thực hai bước', en: 'turned the second step on' },
});
