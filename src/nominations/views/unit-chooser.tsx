import { Card } from '../../platform/pages/blocks';
import { CurrentForm } from '../../platform/pages/form-scope';
import { SubmitButton } from '../../platform/pages/forms';
import { usePage, useWords } from '../../platform/pages/page-context';
import { filterFormId } from '../../platform/pages/wrong-filters';
import { candidateWords } from '../candidates.words';
import type { NamedUnit } from '../../organization/unit-choices.queries';
import { choicesOfUnits } from '../nominating-units';
import { SearchedField } from '../../platform/pages/searched/searched-field';

/** For who nominates for several units: the page of the one they choose. */
export function UnitChooser({
  action,
  units,
  chosen,
  label,
}: {
  action: string;
  units: readonly NamedUnit[];
  chosen: string | undefined;
  /** What choosing shows; who qualifies, unless told. */
  label?: string;
}) {
  const say = useWords(candidateWords);
  const { refusal, typed } = usePage().wrongFilters ?? { refusal: null, typed: {} };
  return (
    <Card>
      <form method="get" action={action} class="form">
        <CurrentForm.Provider
          value={{ id: filterFormId, values: { unitId: chosen, ...typed }, errors: refusal?.fields ?? [] }}
        >
          <SearchedField name="unitId" label={say.chooseUnit} choices={choicesOfUnits(units)} />
        </CurrentForm.Provider>
        <SubmitButton label={label ?? say.show} tone={chosen ? 'plain' : 'primary'} />
      </form>
    </Card>
  );
}
