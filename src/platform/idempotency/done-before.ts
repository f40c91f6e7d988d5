import { showMoment } from '../clock';
import type { Bilingual, Locale } from '../messages/words';
import type { KeptStep } from './request-key';

/** Said of a request that was carried out before, when what it answered then cannot be told again. */
export interface DoneBefore {
  readonly code: 'done_before';
  readonly doneAt: string;
  readonly detail: string;
}

/** @param anew how to get a new one of what is shown only once; null where everything can be looked up */
export function doneBefore({ keptAt, response }: KeptStep, anew: Bilingual | null, locale: Locale): DoneBefore {
  const said = {
    vi: `Yêu cầu với mã này đã được thực hiện lúc ${showMoment(keptAt)}; không làm lại. ${(anew ?? lookItUp).vi}`,
    en: `The request with this key was carried out at ${showMoment(keptAt)} and is not done again. ${(anew ?? lookItUp).en}`,
  };
  return {
    ...(response as { id?: string } | null),
    code: 'done_before',
    doneAt: keptAt.toISOString(),
    detail: said[locale],
  };
}

const lookItUp: Bilingual = {
  vi: 'Kết quả có dữ liệu cá nhân nên không được giữ lại. Hãy xem ở nơi việc đó được ghi.',
  en: 'Its answer holds personal data and is not kept; look at what it changed where that is shown.',
};
