import { showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { TextField } from '../../../platform/pages/fields';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Pager } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { Hindrance } from '../merged-parts';
import type { MergerItem } from '../mergers.queries';
import { duplicateWords, mergerWords } from '../mergers.words';
import { Hindrances, type RefusedForm } from './comparison';
import type { MergerOrder } from '../mergers.requests';

export function MergerList({
  mergers,
  sort,
  isFirstPage,
}: {
  mergers: PageOf<MergerItem>;
  sort: MergerOrder | undefined;
  isFirstPage: boolean;
}) {
  const order = ordersOf('/people/mergers', {}, sort ?? '-mergedAt');
  const say = useWords(mergerWords);
  const list = useWords(duplicateWords);
  return (
    <>
      <PageHeader title={say.title} back={{ href: '/people/duplicates', label: list.title }} />
      <Table
        caption={say.title}
        list={{ next: mergers.next, isFirstPage }}
        hidesCaption
        rows={mergers.items}
        empty={{
          title: say.none,
          next: say.noneNext,
          action: <LinkButton href="/people/duplicates" label={list.title} />,
        }}
        columns={[
          {
            label: say.stays,
            isRowName: true,
            sort: order('name'),
            cell: ({ id, staysName, staysCode }) => (
              <a href={`/people/mergers/${id}`}>
                {staysName} ({staysCode})
              </a>
            ),
          },
          { label: list.unit, cell: ({ staysUnitName }) => staysUnitName },
          { label: say.goes, cell: ({ goesCode, goesUnitName }) => `${goesCode}, ${goesUnitName}` },
          { label: say.when, sort: order('mergedAt'), cell: ({ mergedAt }) => showMoment(mergedAt) },
          { label: say.state, cell: (merger) => <MergerState merger={merger} /> },
        ]}
      />
      <Pager path="/people/mergers" query={{ sort }} next={mergers.next} isFirstPage={isFirstPage} />
    </>
  );
}

function MergerState({ merger: { undoneAt } }: { merger: MergerItem }) {
  const say = useWords(mergerWords);
  return undoneAt === null ? (
    <Badge tone="success" text={say.inForce} />
  ) : (
    <Badge tone="neutral" text={say.undone(showMoment(undoneAt))} />
  );
}

/** One merger, with the way back, or with what stands in it. */
export function MergerPage({
  merger,
  hindrances,
  refused,
}: {
  merger: MergerItem;
  hindrances: readonly Hindrance[];
  refused: RefusedForm | null;
}) {
  const say = useWords(mergerWords);
  const { id, staysId, staysName, staysCode, staysUnitName, goesCode, goesName, goesUnitName } = merger;
  return (
    <>
      <PageHeader title={say.one} subtitle={staysName} back={{ href: '/people/mergers', label: say.title }} />
      <Problem refusal={refused?.refusal ?? null} />
      <Card>
        <DescriptionList
          items={[
            {
              term: say.stays,
              value: <a href={`/people/${staysId}`}>{[staysName, staysCode, staysUnitName].join(' · ')}</a>,
            },
            { term: say.goes, value: [goesName, goesCode, goesUnitName].join(' · ') },
            { term: say.when, value: showMoment(merger.mergedAt) },
            { term: say.by, value: merger.mergedByName },
            { term: say.reason, value: merger.reason },
            { term: say.state, value: <MergerState merger={merger} /> },
            ...(merger.undoneAt === null
              ? []
              : [
                  { term: say.undoneBy, value: merger.undoneByName },
                  { term: say.undoReason, value: merger.undoneReason },
                ]),
          ]}
        />
      </Card>
      {merger.undoneAt === null &&
        (hindrances.length > 0 ? (
          <Hindrances heading={say.inTheWay} hindrances={hindrances} />
        ) : (
          <Card title={say.undo}>
            <p>{say.undoWhat}</p>
            <Form
              action={`/people/mergers/${id}/reversal`}
              values={refused?.values ?? {}}
              errors={refused?.refusal.fields ?? []}
            >
              <TextField name="reason" label={say.undoReason} maxLength={500} autocomplete="off" required />
              <SubmitButton label={say.undo} tone="danger" />
            </Form>
          </Card>
        ))}
    </>
  );
}
