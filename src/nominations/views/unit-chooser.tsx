import { Card } from '../../platform/pages/blocks';
import { SelectField } from '../../platform/pages/choices';
import { CurrentForm } from '../../platform/pages/form-scope';
import { SubmitButton } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import { candidateWords } from '../candidates.words';
import { type NamedUnit, unitChoice } from '../nominating-units';

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
  return (
    <Card>
      <form method="get" action={action} class="form">
        <CurrentForm.Provider value={{ id: 'unit', values: { unitId: chosen }, errors: [] }}>
          <SelectField name="unitId" label={say.chooseUnit} choices={units.map(unitChoice)} />
        </CurrentForm.Provider>
        <SubmitButton label={label ?? say.show} tone={chosen ? 'plain' : 'primary'} />
      </form>
    </Card>
  );
}
