import { Badge } from '../../../platform/pages/badges';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, SelectField } from '../../../platform/pages/choices';
import { TextArea, TextField } from '../../../platform/pages/fields';
import { CurrentForm, type FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { Placeholder } from '../placeholders';
import type { ReminderRule } from '../../rules/rule';
import type { Preview } from '../texts.service';
import { textWords } from '../texts.words';
import { ruleNames } from '../../reminders.words';
import { TextPreview } from './preview';

interface Row {
  readonly rule: ReminderRule;
  readonly subject: string;
  readonly isOwn: boolean;
}

export function ReminderTextList({ rows }: { rows: readonly Row[] }) {
  const say = useWords(textWords);
  const names = ruleNames[useLocale()];
  return (
    <>
      <PageHeader title={say.title} back={{ href: '/reminders', label: say.back }} />
      <Table
        caption={say.title}
        hidesCaption
        rows={rows}
        empty={{ title: '' }}
        columns={[
          { label: say.rule, isRowName: true, cell: ({ rule }) => names[rule] },
          { label: say.subject, cell: ({ subject }) => subject },
          {
            label: say.whose,
            cell: ({ isOwn }) => <Badge tone={isOwn ? 'info' : 'neutral'} text={isOwn ? say.own : say.ours} />,
          },
          {
            label: say.actions,
            hidesLabel: true,
            cell: ({ rule }) => (
              <a class="btn" href={`/reminder-texts/${rule}`}>
                {say.change}
                <span class="visually-hidden">: {names[rule]}</span>
              </a>
            ),
          },
        ]}
      />
    </>
  );
}

export function ReminderTextForm({
  rule,
  isOwn,
  values,
  placeholders,
  classes,
  preview,
  refusal,
}: {
  rule: ReminderRule;
  isOwn: boolean;
  values: FormValues;
  placeholders: readonly Placeholder[];
  classes: readonly Choice[];
  preview: Preview | null;
  refusal: Refusal | null;
}) {
  const say = useWords(textWords);
  const path = `/reminder-texts/${rule}`;
  return (
    <>
      <PageHeader
        title={ruleNames[useLocale()][rule]}
        back={{ href: '/reminder-texts', label: say.backToTexts }}
        actions={
          isOwn && <ActionButton action={`${path}/restoration`} label={say.restore} confirm={say.restoreMeans} />
        }
      />
      <Problem refusal={refusal} />
      <Placeholders placeholders={placeholders} />
      <form
        method="post"
        action={path}
        id="form"
        class="form"
        noValidate
        hx-post={`${path}/preview`}
        hx-trigger="input delay:600ms, change"
        hx-target="#text-preview"
        hx-swap="outerHTML"
      >
        <CurrentForm.Provider value={{ id: 'form', values, errors: refusal?.fields ?? [] }}>
          <Card title={say.inVietnamese}>
            <TextField name="subjectVi" label={say.subject} hint={say.subjectHint} maxLength={150} required />
            <TextArea name="bodyVi" label={say.body} hint={say.bodyHint} rows={10} maxLength={4000} required />
          </Card>
          <Card title={say.inEnglish}>
            <TextField name="subjectEn" label={say.subject} hint={say.subjectHint} maxLength={150} required />
            <TextArea name="bodyEn" label={say.body} hint={say.bodyHint} rows={10} maxLength={4000} required />
          </Card>
          <SelectField name="classId" label={say.previewClass} blank={say.sampleClass} choices={classes} />
          <div class="actions">
            <SubmitButton label={say.save} />
            <button type="submit" class="btn" formaction={`${path}/preview`}>
              {say.tryOut}
            </button>
          </div>
        </CurrentForm.Provider>
      </form>
      <TextPreview preview={preview} refusal={refusal} asksForClass={Boolean(values['classId'])} />
    </>
  );
}

function Placeholders({ placeholders }: { placeholders: readonly Placeholder[] }) {
  const locale = useLocale();
  const say = useWords(textWords);
  return (
    <Card title={say.placeholders}>
      <Table
        caption={say.placeholders}
        hidesCaption
        rows={placeholders}
        empty={{ title: '' }}
        columns={[
          { label: say.placeholder, isRowName: true, cell: ({ name }) => <code>{`{${name}}`}</code> },
          { label: say.meaning, cell: ({ meaning }) => meaning[locale] },
          { label: say.example, cell: ({ sample }) => sample[locale] },
          { label: say.whereUsed, cell: ({ inSubject }) => (inSubject ? say.everywhere : say.bodyOnly) },
        ]}
      />
    </Card>
  );
}
