import { codedName } from '../../../classes/coded-name';
import { ContactFields, IdentityFields, LevelFields, StandingField } from '../../../people/by-hand/views/person-fields';
import { peopleWords } from '../../../people/people.words';
import { longestText } from '../../../people/person.contradictions';
import { longestName } from '../../../organization/unit-facts';
import type { Day } from '../../../platform/clock';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { ScanField } from '../../../scans/views/scan-field';
import { Acknowledge } from '../../views/acknowledge';
import { LetterFields } from '../../views/letter-fields';
import { outsiderWords } from '../outsiders.words';

interface Props {
  readonly item: { readonly id: string; readonly name: string; readonly code: string; readonly callIsOpen: boolean };
  /** Names of bodies that sent somebody before. */
  readonly bodies: readonly string[];
  readonly values: FormValues;
  readonly refusal: Refusal | null;
  readonly today: Day;
}

export function OutsiderForm({ item, bodies, values, refusal, today }: Props) {
  const say = useWords(outsiderWords);
  const of = useWords(peopleWords);
  const path = `/classes/${item.id}`;
  return (
    <>
      <PageHeader title={say.title} back={{ href: `${path}/nominations`, label: `${say.back}: ${codedName(item)}` }} />
      <Problem refusal={refusal} />
      <Form action={`${path}/outsiders`} isMultipart values={values} errors={refusal?.fields ?? []}>
        <Card title={say.bodyAndLetter}>
          <TextField
            name="body"
            label={say.body}
            hint={say.bodyHint}
            maxLength={longestName}
            suggestions={bodies}
            required
          />
          <LetterFields />
          <ScanField />
        </Card>
        <Card title={say.outsider}>
          <IdentityFields today={today} />
          <FieldRow>
            <TextField name="position" label={of.positionInFull} maxLength={longestText} />
            <StandingField />
          </FieldRow>
          <LevelFields />
          <ContactFields />
          {!item.callIsOpen && <TextArea name="lateReason" label={say.lateReason} rows={2} maxLength={500} required />}
          {refusal && <Acknowledge refusal={refusal} />}
          <SubmitButton label={say.add} />
        </Card>
      </Form>
    </>
  );
}
