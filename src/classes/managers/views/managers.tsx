import { dayOf, showDay } from '../../../platform/clock';
import { sortName } from '../../../platform/names';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { codedName } from '../../coded-name';
import type { ClassManager } from '../managers.queries';
import { managerWords } from '../managers.words';
import type { ClassItem } from '../../classes.queries';

interface Props {
  readonly item: ClassItem;
  readonly managers: readonly ClassManager[];
  readonly values: FormValues;
  readonly refusal: Refusal | null;
}

export function ClassManagers({ item, managers, values, refusal }: Props) {
  const say = useWords(managerWords);
  const path = `/classes/${item.id}/managers`;
  return (
    <>
      <PageHeader title={say.term} back={{ href: `/classes/${item.id}`, label: codedName(item) }} />
      <Problem refusal={refusal} />
      <Card>
        <Table
          caption={say.term}
          list="whole"
          hidesCaption
          rows={managers}
          empty={{ title: say.none, next: say.noneNext }}
          columns={[
            {
              label: say.name,
              isRowName: true,
              orderedBy: ({ name }) => sortName(name),
              cell: ({ name, deputies }) => (
                <>
                  {name}
                  {deputies.length > 0 && <small class="d-block">{say.deputies(deputies.join(', '))}</small>}
                </>
              ),
            },
            { label: say.email, cell: ({ email }) => email },
            { label: say.since, cell: ({ since }) => showDay(dayOf(since)) },
            {
              label: say.actions,
              cell: ({ accountId, name }) => (
                <ActionButton
                  id={accountId}
                  action={`${path}/${accountId}/ending`}
                  label={say.dismiss}
                  confirm={say.dismissMeans(name)}
                />
              ),
            },
          ]}
        />
      </Card>
      <Card title={say.appointTitle}>
        <Form action={path} values={values} errors={refusal?.fields ?? []}>
          <TextField type="email" name="email" label={say.email} required />
          <TextField name="managerOverlapReason" label={say.overlapReason} hint={say.overlapHint} maxLength={500} />
          <SubmitButton label={say.appoint} />
        </Form>
      </Card>
    </>
  );
}
