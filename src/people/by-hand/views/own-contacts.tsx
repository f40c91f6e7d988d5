import { Card, PageHeader } from '../../../platform/pages/blocks';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { PersonItem } from '../../people.queries';
import { peopleWords } from '../../people.words';
import { personFormWords } from '../person-form.words';
import { ContactFields } from './person-fields';

export function OwnContacts({
  person,
  values,
  refusal,
}: {
  person: PersonItem;
  values: FormValues;
  refusal: Refusal | null;
}) {
  const say = useWords(personFormWords);
  const ofPeople = useWords(peopleWords);
  return (
    <>
      <PageHeader title={ofPeople.ownContacts} back={{ href: `/people/${person.id}`, label: ofPeople.backToPerson }} />
      <Problem refusal={refusal} />
      <Card>
        <Form action="/me/contacts" values={values} errors={refusal?.fields ?? []}>
          <ContactFields />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
    </>
  );
}
