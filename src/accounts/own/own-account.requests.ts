import { type Locale, locales } from '../../platform/messages/words';
import { OneOf, Secret } from '../../platform/request-fields';
import { NewPassword } from '../chosen-passwords';

export class ChangePasswordRequest {
  @Secret()
  readonly current: string;

  @NewPassword()
  readonly new: string;
}

export class ChooseLanguageRequest {
  @OneOf(locales)
  readonly locale: Locale;
}
