import { SelectField } from '../../platform/pages/choices';
import { Filters } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { ReportedUnit } from '../reports.queries';
import { reportWords } from '../reports.words';
import { SearchedField } from '../../platform/pages/searched/searched-field';
import { reportedChoices } from './reported-choices';

export interface YearChoice {
  readonly year: number;
  /** What is shown when no year is named. */
  readonly thisYear: number;
  /** The years that have classes. */
  readonly years: readonly number[];
}

interface Props {
  readonly action: string;
  readonly choice: YearChoice;
  /** Offered when there is more than one to choose from. */
  readonly units?: readonly ReportedUnit[];
  readonly unitId?: string | undefined;
}

export function YearFilter({ action, choice: { year, thisYear, years }, units = [], unitId }: Props) {
  const locale = useLocale();
  const say = useWords(reportWords);
  const others = [...new Set([year, ...years])].filter((other) => other !== thisYear).sort((a, b) => b - a);
  return (
    <Filters
      action={action}
      values={{ year: year === thisYear ? '' : String(year), unitId: units.length > 1 ? unitId : '' }}
    >
      {units.length > 1 && <SearchedField name="unitId" label={say.unit} choices={reportedChoices(units, locale)} />}
      <SelectField
        name="year"
        label={say.year}
        blank={say.thisYear(thisYear)}
        choices={others.map((other) => ({ value: String(other), label: String(other) }))}
      />
    </Filters>
  );
}
