import type { ClassItem } from '../../../classes/classes.queries';
import { codedName } from '../../../classes/coded-name';
import { showMoment } from '../../../platform/clock';
import { MailText } from '../../../platform/mailer/views/mail-text';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, choicesOf, SelectField } from '../../../platform/pages/choices';
import { TextArea, TextField } from '../../../platform/pages/fields';
import { type FormValues, textAt } from '../../../platform/pages/form-scope';
import { FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { reasonWords } from '../../reminders.words';
import { audiences } from '../audience';
import type { UnitOfClass } from '../messages.queries';
import type { MessagePreview } from '../messages.service';
import { audienceWords, messageWords } from '../messages.words';

interface Props {
  readonly item: ClassItem;
  readonly units: readonly UnitOfClass[];
  readonly groups: readonly Choice[];
  readonly values: FormValues;
  readonly preview: MessagePreview | null;
  readonly refusal: Refusal | null;
}

const fields = ['audience', 'unitId', 'group', 'subject', 'body', 'key'] as const;

/** Written, seen as it goes out and to whom, then sent. */
export function WriteToClass({ item, units, groups, values, preview, refusal }: Props) {
  const say = useWords(messageWords);
  const audienceNames = useWords(audienceWords);
  const path = `/classes/${item.id}/messages`;
  return (
    <div class="narrow">
      <PageHeader title={say.writeTo(codedName(item))} back={{ href: path, label: say.backToList }} />
      <Problem refusal={refusal} />
      {preview && <Preview preview={preview} path={path} values={values} />}
      <Card>
        <Form
          action={`${path}/preview`}
          values={values}
          errors={refusal?.fields ?? []}
          hidden={{ key: textAt(values, 'key') }}
        >
          <FieldRow>
            <SelectField name="audience" label={say.audience} choices={choicesOf(audiences, audienceNames)} required />
            <SelectField
              name="unitId"
              label={say.unit}
              hint={say.unitHint}
              blank={say.everyUnit}
              choices={units.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {groups.length > 0 && (
              <SelectField name="group" label={say.group} blank={say.everyGroup} choices={groups} />
            )}
          </FieldRow>
          <TextField name="subject" label={say.subject} hint={say.subjectHint} maxLength={150} required />
          <TextArea name="body" label={say.body} hint={say.bodyHint} rows={8} maxLength={5000} required />
          <SubmitButton label={say.see} tone={preview ? 'plain' : 'primary'} />
        </Form>
      </Card>
    </div>
  );
}

/** By what keeps them from it, so that it is said once however many there are. */
function Unreached({ people }: { people: MessagePreview['unreached'] }) {
  const say = useWords(messageWords);
  const reasons = useWords(reasonWords);
  return (
    <>
      <Notice tone="warning">
        <p>{say.unreached(people.length)}</p>
      </Notice>
      {[...new Set(people.map(({ reason }) => reason))].map((reason) => (
        <Table
          caption={reasons[reason]}
          isLong
          rows={people.filter((one) => one.reason === reason)}
          empty={{ title: '' }}
          columns={[
            { label: say.recipients, isRowName: true, cell: ({ name }) => name },
            { label: say.ofUnit, cell: ({ unitName }) => unitName },
          ]}
        />
      ))}
    </>
  );
}

function Preview({ preview, path, values }: { preview: MessagePreview; path: string; values: FormValues }) {
  const say = useWords(messageWords);
  const { recipients, byMail, byNoticeOnly, unreached, subject, body, leavesAt } = preview;
  const reached = recipients - unreached.length;
  const sent = Object.fromEntries(fields.map((field) => [field, textAt(values, field) || null]));
  return (
    <Card title={say.preview}>
      <p>{say.toHowMany(recipients, byMail, byNoticeOnly)}</p>
      <p>
        <strong>{subject}</strong>
      </p>
      <MailText text={body} />
      {unreached.length === 0 ? <p>{say.everybody}</p> : <Unreached people={unreached} />}
      {reached > 0 && (
        <>
          <p>{say.leaves(showMoment(leavesAt))}</p>
          <Form action={path} id="send" hidden={sent}>
            <SubmitButton label={say.send(reached)} />
          </Form>
        </>
      )}
      <p class="quiet">{say.changeIt}</p>
    </Card>
  );
}
