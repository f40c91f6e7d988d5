import type { Day } from '../../platform/clock';
import { DayField, TextArea, TextField } from '../../platform/pages/fields';
import { ActionButton } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import type { PreviewItem } from '../closing-preview.queries';
import type { Refusal } from '../../platform/problems/refusal';
import { ScanField } from '../../scans/views/scan-field';
import { ScansLink } from '../../scans/views/scans-link';
import { completionWords } from '../completions.words';

/** A form of this page that was refused; `enrollmentId` tells whose decision it was, null the closing itself. */
export interface RefusedForm {
  readonly refusal: Refusal;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly enrollmentId: string | null;
}

/** For whom the rules say no: the authority's decision that they complete. For whom it was taken: taking it back. */
export function Decision({
  classId,
  person: { enrollmentId, fullName, completed, override },
  today,
  refused,
}: {
  classId: string;
  person: PreviewItem;
  today: Day;
  refused: RefusedForm | null;
}) {
  const say = useWords(completionWords);
  const action = `/classes/${classId}/completion/decisions/${enrollmentId}`;
  if (override) {
    return (
      <>
        <ScansLink kind="completion_decision" paperId={override.paperId} />
        <ActionButton
          action={`${action}/withdrawal`}
          label={say.withdrawDecision}
          confirm={say.withdrawConfirm(fullName)}
        />
      </>
    );
  }
  if (completed) return null;
  const isRefused = refused?.enrollmentId === enrollmentId;
  return (
    <ActionButton
      action={action}
      id={enrollmentId}
      label={say.decide}
      confirm={say.decideHint(fullName)}
      confirmLabel={say.recordDecision}
      isMultipart
      values={isRefused ? refused.typed : {}}
      errors={isRefused ? refused.refusal.fields : []}
    >
      <TextField name="decision" label={say.decision} required maxLength={100} />
      <DayField name="decidedOn" label={say.decidedOn} required max={today} />
      <TextArea name="reason" label={say.reason} required rows={3} maxLength={1000} />
      <ScanField />
    </ActionButton>
  );
}
