import { showDay } from '../../../platform/clock';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField } from '../../../platform/pages/choices';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { type Column, Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { dayPartWords } from '../../classes.labels';
import type { ClassItem, NamedClass } from '../../classes.queries';
import { hasEnded } from '../../training-class.states';
import type { ParallelClass, ParallelHalfDay, ParallelRow } from '../parallels.queries';
import { parallelWords } from '../parallels.words';

interface Props {
  readonly item: ClassItem;
  readonly classes: readonly ParallelClass[];
  readonly rows: readonly ParallelRow[];
  readonly choices: readonly NamedClass[];
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

/** Classes that share a timetable, side by side. */
export function Parallels({ item, classes, rows, choices, typed, refusal }: Props) {
  const say = useWords(parallelWords);
  const path = `/classes/${item.id}/parallels`;
  const [leading, ...others] = classes as readonly [ParallelClass, ...ParallelClass[]];
  const leads = leading.id === item.id;
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${item.id}`, label: say.back }}
        title={say.short}
        subtitle={`${item.code} – ${item.name}`}
        actions={
          !leads && <LinkButton href={`/classes/${leading.id}/parallels`} label={say.openLeading(leading.code)} />
        }
      />
      <Problem refusal={refusal} />
      {!leads && (
        <Notice tone="info">
          <p>{say.followed(leading.code)}</p>
        </Notice>
      )}
      <SideBySide leading={leading} others={others} rows={others.length > 0 ? rows : []} mayChange={leads} />
      {leads &&
        others.map(({ id, code }) => (
          <ActionButton action={`${path}/${id}/ending`} label={say.end(code)} confirm={say.endWhat} />
        ))}
      {leads && !hasEnded(item.state) && (
        <Card title={say.add}>
          {choices.length === 0 ? (
            <p>{say.nothingToChoose}</p>
          ) : (
            <Form action={path} values={typed} errors={refusal?.fields ?? []}>
              <ChoiceField
                name="classIds"
                label={say.choose}
                isMany
                required
                choices={choices.map(({ id, code, name }) => ({ value: id, label: `${code} – ${name}` }))}
              />
              <SubmitButton label={say.declare} />
            </Form>
          )}
        </Card>
      )}
    </>
  );
}

function SideBySide({
  leading,
  others,
  rows,
  mayChange,
}: {
  leading: ParallelClass;
  others: readonly ParallelClass[];
  rows: readonly ParallelRow[];
  mayChange: boolean;
}) {
  const say = useWords(parallelWords);
  const when = useWhen();
  const ofClass = ({ id, code }: ParallelClass): Column<ParallelRow> => ({
    label: code,
    isNamed: true,
    cell: ({ leading: first, others: alike }) => {
      const there = alike.find(({ classId }) => classId === id);
      if (!there) return <span class="quiet">{say.noPartner}</span>;
      const isSame = there.day === first.day && there.part === first.part;
      return (
        <>
          <a href={`/half-days/${there.id}/edit`}>{isSame ? say.sameTime : when(there)}</a>
          <Place of={there} />
        </>
      );
    },
  });
  return (
    <Table
      caption={say.short}
      hidesCaption
      rows={rows}
      empty={{ title: say.none, next: mayChange ? say.noneNext : undefined }}
      columns={[
        { label: say.halfDay, isRowName: true, cell: ({ leading: first }) => when(first) },
        { label: say.topic, cell: ({ leading: { topic } }) => topic },
        {
          label: `${leading.code} (${say.leads})`,
          isNamed: true,
          cell: ({ leading: first }) => (
            <>
              {mayChange && <a href={`/half-days/${first.id}/edit`}>{say.change}</a>}
              <Place of={first} />
            </>
          ),
        },
        ...others.map(ofClass),
      ]}
    />
  );
}

function Place({ of: { roomName, lecturerName } }: { of: ParallelHalfDay }) {
  const say = useWords(parallelWords);
  return (
    <small class="choice-hint">
      {roomName ?? say.noRoom}, {lecturerName ?? say.noLecturer}
    </small>
  );
}

function useWhen() {
  const parts = useWords(dayPartWords);
  return ({ day, part }: Pick<ParallelHalfDay, 'day' | 'part'>) => `${parts[part]} ${showDay(day)}`;
}
