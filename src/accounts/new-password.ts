import { words } from '../platform/messages/words';

/** In characters; OWASP asks for eight where there is a second step, and most here have none. */
export const leastLength = 12;

/** What stands beside every field where somebody chooses a password. */
export const newPasswordWords = words({
  label: { vi: 'Mật khẩu mới', en: 'New password' },
  hint: {
    vi: `Ít nhất ${leastLength} ký tự và khó đoán, ví dụ bốn từ không liên quan với nhau.`,
    en: `At least ${leastLength} characters and hard to guess, such as four words that have nothing to do with each other.`,
  },
});
