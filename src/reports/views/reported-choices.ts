import { unitLabel, unitsFoundAt } from '../../organization/unit-choices.queries';
import type { Locale } from '../../platform/messages/words';
import { type Choices, listedOrFound } from '../../platform/pages/searched/searched-field';
import type { ReportedUnit } from '../reports.queries';

/** Units that left this year are found too. */
export const reportedChoices = (units: readonly ReportedUnit[], locale: Locale): Choices =>
  listedOrFound(
    units.map((unit) => ({ value: unit.id, label: unitLabel(unit, locale) })),
    unitsFoundAt('all'),
  );
