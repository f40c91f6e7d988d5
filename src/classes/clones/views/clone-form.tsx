import { Card, PageHeader } from '../../../platform/pages/blocks';
import { DayField, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { codedName } from '../../coded-name';
import type { Clone } from '../clones.service';
import { cloneWords } from '../clones.words';
import { dayPartWords } from '../../classes.labels';
import type { ClassItem } from '../../classes.queries';
import { classWords } from '../../classes.words';
import type { DayPart } from '../../day-parts';
import { DayWords } from '../../views/day-words';

export function CloneForm({ item, values, refusal }: { item: ClassItem; values: FormValues; refusal: Refusal | null }) {
  const say = useWords(cloneWords);
  return (
    <>
      <PageHeader title={say.title(codedName(item))} back={{ href: `/classes/${item.id}`, label: item.name }} />
      <Problem refusal={refusal} />
      <Card>
        <p>{say.what}</p>
        <Form action={`/classes/${item.id}/clones`} values={values} errors={refusal?.fields ?? []}>
          <TextField name="name" label={say.name} maxLength={200} required />
          <TextField name="code" label={say.code} maxLength={60} required />
          <DayField name="opensOn" label={say.opensOn} required />
          <SubmitButton label={say.make} />
        </Form>
      </Card>
    </>
  );
}

/** What did not come along, half-day by half-day. */
export function CloneOutcome({ name, clone: { id, dropped, emptied } }: { name: string; clone: Clone }) {
  const say = useWords(cloneWords);
  const of = useWords(classWords);
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={name}
        subtitle={say.made}
        back={{ href: '/classes', label: of.allClasses }}
        actions={<LinkButton href={`/classes/${id}`} label={say.open} tone="primary" />}
      />
      <Notice tone="warning" heading={say.toMend} role="status">
        {dropped.length > 0 && (
          <>
            <p>{say.dropped}</p>
            <ul>
              {dropped.map(({ day, part, holiday }) => (
                <li>
                  <When day={day} part={part} />: {holiday[locale]}
                </li>
              ))}
            </ul>
          </>
        )}
        {emptied.length > 0 && (
          <>
            <p>{say.emptied}</p>
            <ul>
              {emptied.map(({ day, part, takenBy: by, name: place }) => (
                <li>
                  <When day={day} part={part} />: {place} ({by})
                </li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    </>
  );
}

function When({ day, part }: { day: string; part: DayPart }) {
  const parts = useWords(dayPartWords);
  return (
    <>
      <DayWords day={day} />, {parts[part].toLowerCase()}
    </>
  );
}
