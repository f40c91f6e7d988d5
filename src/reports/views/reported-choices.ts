import { unitsNamed, unitsToChoose } from '../../organization/unit-choices.queries';
import type { Locale } from '../../platform/messages/words';
import type { Choices } from '../../platform/pages/searched/searched-field';
import type { ReportedUnit } from '../reports.queries';

/** Units that left this year are found too. */
export const reportedChoices = (units: readonly ReportedUnit[], locale: Locale): Choices =>
  unitsToChoose(unitsNamed(units, locale), 'all');
