import { Refusal } from '../platform/problems/refusal';

export class AlreadySetUp extends Refusal.saying('already_set_up', 'wrong_moment', {
  vi: 'Hệ thống đã có quản trị viên nên liên kết thiết lập không còn dùng được. Hãy đăng nhập.',
  en: 'There is an administrator already, so the set-up link can no longer be used. Please sign in.',
}) {}

export class SetUpCodeEnded extends Refusal.saying('set_up_code_ended', 'wrong_moment', {
  vi: 'Mã thiết lập không đúng hoặc đã hết hạn. Trên máy chủ, hãy chạy “npm run setup-link” để in một liên kết mới.',
  en: 'The set-up code is not correct or has expired. On the server, run “npm run setup-link” to print a new link.',
}) {}
