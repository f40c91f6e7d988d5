import { type Locale, locales } from '../../platform/messages/words';
import { Flag, OneOf } from '../../platform/request-fields';

/** A box that was not ticked sends nothing, and means no. */
export class ReminderChoiceRequest {
  @Flag()
  readonly mail?: boolean;

  @Flag()
  readonly notice?: boolean;

  @OneOf(['daily', 'each'], { description: '`daily` is one mail a day, `each` every reminder by itself.' })
  readonly rhythm: 'daily' | 'each';

  @OneOf(locales)
  readonly locale: Locale;
}
