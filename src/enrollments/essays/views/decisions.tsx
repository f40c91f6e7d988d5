import { Card } from '../../../platform/pages/blocks';
import { MomentField, NumberField, TextArea } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, SubmitButton } from '../../../platform/pages/forms';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { EssayItem } from '../essays.queries';
import { essayWords } from '../essays.words';
import { showMark } from '../../show-mark';

/** The form that was refused, with what was typed. */
export interface RefusedEssayForm {
  readonly form: 'essay' | 'mark' | 'return';
  readonly typed: FormValues;
  readonly refusal: Refusal;
}

/** Accepting with a mark or without, correcting a mark, or sending back for a better version. */
export function EssayDecisions({ essay, refused }: { essay: EssayItem; refused: RefusedEssayForm | null }) {
  const say = useWords(essayWords);
  const locale = useLocale();
  const { id, decision, mark, number } = essay;
  // What is decided is decided about the version shown here.
  const hidden = { version: number };
  const isAccepted = decision === 'accepted';
  const typed = (form: 'mark' | 'return') => (refused?.form === form ? refused.typed : null);
  const errors = (form: 'mark' | 'return') => (refused?.form === form ? refused.refusal.fields : []);
  return (
    <Card title={isAccepted ? say.mark : say.decide}>
      <Form
        id="mark"
        action={`/enrollments/${id}/${isAccepted ? 'essay-mark' : 'essay-acceptance'}`}
        values={typed('mark') ?? { mark: mark === null ? '' : showMark(mark, locale) }}
        errors={errors('mark')}
        hidden={hidden}
      >
        <NumberField
          name="mark"
          label={say.mark}
          hint={isAccepted ? say.markHint : say.markHintOptional}
          isWhole={false}
          required={isAccepted}
        />
        <SubmitButton label={isAccepted ? say.saveMark : say.accept} />
      </Form>
      <ActionButton
        id="return"
        action={`/enrollments/${id}/essay-return`}
        label={say.sendBack}
        confirm={say.sendBackMeans}
        values={typed('return') ?? {}}
        errors={errors('return')}
        hidden={hidden}
      >
        <TextArea name="reason" label={say.sendBackReason} rows={3} required />
        <MomentField name="dueAt" label={say.dueAgain} required />
      </ActionButton>
    </Card>
  );
}
