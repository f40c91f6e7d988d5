import { Card } from '../../platform/pages/blocks';
import { ChoiceField } from '../../platform/pages/choices';
import { DayField, TextField } from '../../platform/pages/fields';
import { FieldRow, Form, SaveBar, SubmitButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { useWords } from '../../platform/pages/page-context';
import { ScanField } from '../../scans/views/scan-field';
import { reviewWords } from '../reviews.words';
import { decisions } from '../decisions';
import { listPath, type NominationListProps } from './listed-nominations';
import { GroupLetterFields } from './letter-fields';
import { NominationTable } from './nomination-table';

export const reviewFormId = 'review';

/** The list with boxes, and below it one decision for all that are ticked. */
export function ReviewForm(props: NominationListProps) {
  const say = useWords(reviewWords);
  const { item, rows, typed, refused, refusal, query, areTicked } = props;
  const open = rows.filter((row) => row.decisions.length > 0);
  const offered = decisions.filter((decision) => open.some((row) => row.decisions.includes(decision)));
  const ticked = areTicked
    ? open.map(({ id }) => id)
    : refused.flatMap(({ nomination }) => (nomination ? [nomination.id] : []));
  const hints = { endorse: say.endorseHint, accept: say.acceptHint, return: say.returnHint, reject: say.rejectHint };
  return (
    <>
      <p class="actions">
        <a class="btn" href={linkTo(listPath(item), { ...query, ticked: areTicked ? null : true })}>
          {areTicked ? say.tickNone : say.tickAll(open.length)}
        </a>
      </p>
      <Form
        id={reviewFormId}
        action={linkTo(`${listPath(item)}/reviews`, query)}
        values={refusal ? typed : { nominationIds: ticked }}
        errors={refusal?.fields}
        isMultipart={offered.includes('endorse')}
      >
        <NominationTable {...props} hasTicks />
        <Card title={say.review}>
          <ChoiceField
            name="decision"
            label={say.decision}
            required
            isInline
            choices={offered.map((decision) => ({ value: decision, label: say[decision], hint: hints[decision] }))}
          />
          <FieldRow>
            <TextField name="reason" label={say.reason} hint={say.reasonHint} maxLength={500} />
            <DayField name="correctBy" label={say.correctBy} hint={say.correctByHint} />
          </FieldRow>
          {offered.includes('endorse') && (
            <>
              <GroupLetterFields />
              <ScanField />
            </>
          )}
        </Card>
        <SaveBar>
          <SubmitButton label={say.decide} />
        </SaveBar>
      </Form>
    </>
  );
}
