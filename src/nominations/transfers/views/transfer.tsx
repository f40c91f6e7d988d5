import type { Learning } from '../../../enrollments/learning.queries';
import { showDay } from '../../../platform/clock';
import { Card, EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { SelectField } from '../../../platform/pages/choices';
import { TextArea } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { TransferChoices } from '../transfers.queries';
import { transferWords } from '../transfers.words';

interface Props extends TransferChoices {
  readonly learning: Learning;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function TransferForm({ learning, classes, carries, typed, refusal }: Props) {
  const say = useWords(transferWords);
  const path = `/enrollments/${learning.id}`;
  return (
    <>
      <PageHeader
        back={{ href: path, label: say.back }}
        title={say.title(learning.fullName)}
        subtitle={`${learning.classCode} – ${learning.className} · ${learning.unitName}`}
      />
      <Problem refusal={refusal} />
      {classes.length === 0 ? (
        <EmptyState title={say.nowhere} next={say.nowhereNext} />
      ) : (
        <>
          <Notice tone="info" heading={say.whatHappens}>
            <ul>
              <li>{say.seat}</li>
              <li>{say[carries]}</li>
              <li>{say.told}</li>
            </ul>
          </Notice>
          <Card>
            <Form action={`${path}/transfer`} values={typed} errors={refusal?.fields ?? []}>
              <SelectField
                name="classId"
                label={say.into}
                required
                choices={classes.map(({ id, code, name, opensOn, freeSeats }) => ({
                  value: id,
                  label: say.choice(code, name, showDay(opensOn), freeSeats),
                }))}
              />
              <TextArea name="reason" label={say.reason} hint={say.reasonHint} rows={2} maxLength={500} required />
              <div class="actions">
                <SubmitButton label={say.transfer} />
                <LinkButton href={path} label={say.keep} />
              </div>
            </Form>
          </Card>
        </>
      )}
    </>
  );
}
