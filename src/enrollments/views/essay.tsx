import { showMoment } from '../../platform/clock';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { NumberField, TextArea } from '../../platform/pages/fields';
import { Form, SubmitButton } from '../../platform/pages/forms';
import type { FormValues } from '../../platform/pages/form-scope';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import type { EssayItem } from '../enrollments.queries';
import { essayWords } from '../essays.words';
import { showMark } from '../show-mark';

export interface EssayView {
  readonly essay: EssayItem;
  readonly isOwn: boolean;
  readonly mayHandIn: boolean;
  readonly mayMark: boolean;
  readonly back: { readonly href: string; readonly label: string } | undefined;
  /** The form that was refused, with what was typed. */
  readonly refused: { readonly form: 'essay' | 'mark'; readonly typed: FormValues; readonly refusal: Refusal } | null;
}

/** One essay: its writer hands it in here, the office reads and marks it. */
export function Essay({ essay, isOwn, mayHandIn, mayMark, back, refused }: EssayView) {
  const say = useWords(essayWords);
  const locale = useLocale();
  const { id, body, handedInAt, mark, markedAt, markedByName } = essay;
  const inForm = (form: 'essay' | 'mark', stored: FormValues) => ({
    id: form,
    values: refused?.form === form ? refused.typed : stored,
    errors: refused?.form === form ? refused.refusal.fields : [],
  });
  const handInLabel = handedInAt ? say.handInAgain : isOwn ? say.handIn : say.recordPaper;
  return (
    <>
      <PageHeader
        {...(back ? { back } : {})}
        title={isOwn ? say.myEssay : say.essayOf(essay.fullName)}
        subtitle={`${essay.classCode} – ${essay.className}`}
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.form ?? 'essay'} />
      <Card>
        <DescriptionList
          items={[
            { term: say.handedInAt, value: handedInAt ? showMoment(handedInAt) : say.notHandedIn },
            {
              term: say.mark,
              value:
                mark === null ? null : (
                  <>
                    <strong>{showMark(mark, locale)}</strong>
                    {markedAt && markedByName && (
                      <span class="quiet"> · {say.markedBy(markedByName, showMoment(markedAt))}</span>
                    )}
                  </>
                ),
            },
          ]}
        />
      </Card>
      {body && (!mayHandIn || !isOwn) && (
        <Card title={say.body}>
          <div class="essay-body">{body}</div>
        </Card>
      )}
      {mayMark && handedInAt && (
        <Card title={say.mark}>
          <Form
            action={`/enrollments/${id}/essay-mark`}
            {...inForm('mark', { mark: mark === null ? '' : showMark(mark, locale) })}
          >
            <NumberField name="mark" label={say.mark} hint={say.markHint} isWhole={false} required />
            <SubmitButton label={say.saveMark} />
          </Form>
        </Card>
      )}
      {mayHandIn && (
        <Card title={handInLabel}>
          <Form action={`/enrollments/${id}/essay`} {...inForm('essay', { body: body ?? '' })}>
            <TextArea
              name="body"
              label={say.body}
              hint={isOwn ? say.bodyHint : say.bodyHintForOther}
              rows={isOwn ? 16 : 3}
              required
            />
            <SubmitButton label={handInLabel} tone={mayMark && handedInAt ? 'plain' : 'primary'} />
          </Form>
        </Card>
      )}
    </>
  );
}
