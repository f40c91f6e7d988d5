import { locales } from '../../../platform/messages/words';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { RosterPerson } from '../directory.queries';
import { directoryWords } from '../directory.words';
import { NoMail } from './account-list';
import { PlaceFields, type Places } from './place-fields';

interface Props {
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
  /** Whose account it will be; null for somebody of no roster. */
  readonly person: RosterPerson | null;
  /** The roles that can be given; null for whoever gives none. */
  readonly places: Places | null;
  readonly mailLeaves: boolean;
}

export function OpenAccount({ typed, refusal, person, places, mailLeaves }: Props) {
  const say = useWords(directoryWords);
  const values = { locale: 'vi', ...(person && { name: person.name, email: person.email ?? '' }), ...typed };
  const mayType = places !== null;
  return (
    <div class="narrow">
      <PageHeader title={say.open} back={{ href: '/accounts', label: say.backToList }} />
      <Problem refusal={refusal} />
      {!mailLeaves && <NoMail />}
      {!mayType && person?.email === null && (
        <Notice tone="warning">
          <p>{say.noAddress}</p>
        </Notice>
      )}
      <Card>
        {person && (
          <p>
            {say.ofPerson}: <strong>{person.name}</strong>, {person.unitName}
            {!mayType && person.email && <>, {person.email}</>}
          </p>
        )}
        <Form action="/accounts" values={values} errors={refusal?.fields ?? []} hidden={{ personId: person?.id }}>
          {mayType && (
            <>
              <TextField name="name" label={say.name} maxLength={100} required />
              <TextField name="email" type="email" label={say.email} hint={say.emailHint} required />
              <PlaceFields places={places} blank={person ? say.noRole : undefined} />
            </>
          )}
          <FieldRow>
            <SelectField
              name="locale"
              label={say.language}
              choices={choicesOf(locales, { vi: say.vietnamese, en: say.english })}
            />
          </FieldRow>
          <SubmitButton label={say.open} />
        </Form>
      </Card>
    </div>
  );
}
