import { ChoiceField, SelectField } from '../../platform/pages/choices';
import { NumberField, TextField } from '../../platform/pages/fields';
import { Form, SubmitButton } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import { Unfold } from '../../platform/pages/unfold';
import type { Refusal } from '../../platform/problems/refusal';
import type { MarksRow, ModuleElsewhere } from '../marks.queries';
import { theoryWords } from '../theory-classes.words';
import type { RefusedPermission } from './exam-permissions';

export const elsewhereFormId = 'sat-elsewhere';

/** What was refused, in the names of this form's fields: it sends one mark. */
export const refusedMark = ({ sentence, fields }: Pick<Refusal, 'sentence' | 'fields'>) => ({
  sentence,
  fields: fields.map((error) => ({ ...error, field: error.field.replace('marks.0.', '') })),
});

/** Enters the mark of an examination that was sat with another class of the course. */
export function ElsewhereForm({
  row,
  modules,
  typed,
  refused,
}: { readonly row: MarksRow; readonly modules: readonly ModuleElsewhere[] } & RefusedPermission) {
  const say = useWords(theoryWords);
  return (
    <Unfold label={say.satElsewhere} isOpen={refused?.isElsewhere === true}>
      <p>{say.satElsewhereHint}</p>
      <Form
        id={elsewhereFormId}
        action={`/enrollments/${row.enrollmentId}/marks-elsewhere`}
        values={refused?.isElsewhere ? typed : {}}
        errors={refused?.isElsewhere ? refusedMark(refused.refusal).fields : []}
      >
        <SelectField
          name="satInModuleId"
          label={say.satWith}
          required
          choices={modules.map(({ id, number, name, classCode }) => ({
            value: id,
            label: `${number}. ${name} – ${say.satIn(classCode)}`,
          }))}
        />
        <ChoiceField
          name="attempt"
          label={say.attempt}
          isInline
          required
          choices={[
            { value: '1', label: say.first },
            { value: '2', label: say.resit },
          ]}
        />
        <NumberField name="mark" label={say.mark} isWhole={false} required />
        <TextField name="reason" label={say.reasonOfCorrection} hint={say.reasonOfCorrectionHint} maxLength={500} />
        <SubmitButton label={say.enterMark} />
      </Form>
    </Unfold>
  );
}
