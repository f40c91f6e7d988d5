import { Card } from '../../../platform/pages/blocks';
import { TextArea } from '../../../platform/pages/fields';
import { ActionButton } from '../../../platform/pages/forms';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import { stateWords } from '../../nominations.words';
import type { NotListed } from '../imports.queries';
import { listWords } from '../imports.words';

/** Who was nominated before and is not on this list: named, and never withdrawn by itself. */
export function NotListedPeople({ people, mayAct }: { people: readonly NotListed[]; mayAct: boolean }) {
  const say = useWords(listWords);
  const states = useWords(stateWords);
  return (
    <Card title={say.notListed(people.length)}>
      <p>{say.notListedNote}</p>
      <Table
        caption={say.notListed(people.length)}
        hidesCaption
        rows={people}
        empty={{ title: say.noLists }}
        columns={[
          {
            label: say.name,
            isRowName: true,
            cell: ({ nominationId, fullName }) => <a href={`/nominations/${nominationId}`}>{fullName}</a>,
          },
          { label: say.state, cell: ({ state }) => states[state] },
          ...(mayAct ? [{ label: say.withdraw, cell: (person: NotListed) => <Withdrawal {...person} /> }] : []),
        ]}
      />
    </Card>
  );
}

function Withdrawal({ nominationId, fullName }: NotListed) {
  const say = useWords(listWords);
  return (
    <ActionButton
      id={`withdraw-${nominationId}`}
      action={`/nominations/${nominationId}/withdrawal`}
      label={say.withdraw}
      tone="danger"
      confirm={say.withdrawConfirm(fullName)}
    >
      <TextArea name="reason" label={say.reason} rows={2} maxLength={500} required />
    </ActionButton>
  );
}
