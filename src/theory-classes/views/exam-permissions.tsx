import { showDay } from '../../platform/clock';
import { Card } from '../../platform/pages/blocks';
import { ChoiceField } from '../../platform/pages/choices';
import { DayField, TextField } from '../../platform/pages/fields';
import { controlId, defaultFormId, type FormValues } from '../../platform/pages/form-scope';
import { ActionButton, FieldRow, Form, SubmitButton } from '../../platform/pages/forms';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { ScanField } from '../../scans/views/scan-field';
import { ScansLink } from '../../scans/views/scans-link';
import { barSentence, type ExamBar } from '../exam-bar';
import type { MarksRow } from '../marks.queries';
import type { ModuleItem } from '../theory-classes.queries';
import { theoryWords } from '../theory-classes.words';

export interface RefusedPermission {
  readonly typed: FormValues;
  /** Which form was refused: that of a new decision, that of withdrawing one, or that of a mark from elsewhere. */
  readonly refused: {
    readonly refusal: Refusal;
    readonly permissionId: string | null;
    readonly isElsewhere?: boolean;
  } | null;
}

const pathOf = ({ enrollmentId }: MarksRow) => `/enrollments/${enrollmentId}/exam-permissions`;
const withdrawalOf = (row: MarksRow, permissionId: string) => `${pathOf(row)}/${permissionId}/withdrawal`;

export const permissionFormId = (row: MarksRow, permissionId: string | null) =>
  permissionId === null ? defaultFormId : controlId('do', withdrawalOf(row, permissionId));

/** Why somebody is barred, or by which decision they are let in all the same. */
export function BarState({
  row,
  bar,
  mayLift,
  typed,
  refused,
}: { readonly row: MarksRow; readonly bar: ExamBar; readonly mayLift: boolean } & RefusedPermission) {
  const say = useWords(theoryWords);
  const locale = useLocale();
  const { liftedBy } = bar;
  if (!liftedBy) return <span class="mark-barred">{barSentence(bar)[locale]}</span>;
  const isRefused = refused?.permissionId === liftedBy.id;
  return (
    <>
      <div>
        {say.absentOf(bar.absent, bar.halfDays)}.{' '}
        {say.letInBy(liftedBy.decisionNumber, showDay(liftedBy.decidedOn), liftedBy.reason)}{' '}
        {mayLift && <ScansLink kind="exam_permission" paperId={liftedBy.paperId} />}
      </div>
      {mayLift && (
        <ActionButton
          action={withdrawalOf(row, liftedBy.id)}
          label={say.withdrawPermission}
          tone="danger"
          confirm={say.withdrawPermissionWhat}
          values={isRefused ? typed : {}}
          errors={isRefused ? refused!.refusal.fields : []}
        >
          <TextField name="reason" label={say.reason} maxLength={500} required />
        </ActionButton>
      )}
    </>
  );
}

/** Records the decision that lets the person sit the examinations they are barred from. */
export function LiftForm({
  row,
  modules,
  typed,
  refused,
}: { readonly row: MarksRow; readonly modules: readonly ModuleItem[] } & RefusedPermission) {
  const say = useWords(theoryWords);
  const isRefused = refused?.permissionId === null && !refused.isElsewhere;
  return (
    <Card title={say.lift}>
      <p>{say.liftHowTo}</p>
      <Form
        action={pathOf(row)}
        isMultipart
        values={isRefused ? typed : { moduleIds: modules.map(({ id }) => id) }}
        errors={isRefused ? refused.refusal.fields : []}
      >
        <ChoiceField
          name="moduleIds"
          label={say.modules}
          choices={modules.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }))}
          isMany
          required
        />
        <FieldRow>
          <TextField name="decisionNumber" label={say.decisionNumber} maxLength={60} required />
          <DayField name="decidedOn" label={say.decidedOn} required />
        </FieldRow>
        <TextField name="reason" label={say.reason} maxLength={500} required />
        <ScanField />
        <SubmitButton label={say.lift} />
      </Form>
    </Card>
  );
}
