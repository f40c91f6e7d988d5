import type { Actor } from '../../../platform/access/actor';
import { showDay } from '../../../platform/clock';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField, choicesOf } from '../../../platform/pages/choices';
import { TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Pager } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { type ListPart, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import { leaverDecisions } from '../leaver-decisions';
import { maySettleLeaver } from '../leavers.policy';
import type { LeaverItem } from '../leavers.queries';
import { leaverWords } from '../leavers.words';

/** What was typed for one of them, and why it was refused. */
export interface RefusedLeaver {
  /** Null for the decision about all of them. */
  readonly id: string | null;
  readonly refusal: Refusal;
  readonly typed: FormValues;
}

interface Props {
  readonly leavers: readonly LeaverItem[];
  readonly actor: Actor;
  readonly refused?: RefusedLeaver | null;
}

interface PageProps extends Omit<Props, 'leavers'> {
  readonly list: PageOf<LeaverItem>;
  readonly query: Readonly<Record<'classId' | 'unitId', string | undefined>>;
  readonly isFirstPage: boolean;
}

export function LeaversPage({ list, actor, refused = null, query, isFirstPage }: PageProps) {
  const say = useWords(leaverWords);
  return (
    <>
      <PageHeader title={say.title} />
      <Problem refusal={refused?.refusal ?? null} formId={refused ? formOf(refused.id ?? 'all') : undefined} />
      <ForAll leavers={list.items} actor={actor} refused={refused} />
      <LeaversTable leavers={list.items} actor={actor} refused={refused} list={{ next: list.next, isFirstPage }} />
      <Pager path="/leavers" query={query} next={list.next} isFirstPage={isFirstPage} />
    </>
  );
}

/** On a desk, only while there is somebody. */
export function LeaversCard({ list, actor }: { list: PageOf<LeaverItem>; actor: Actor }) {
  const say = useWords(leaverWords);
  if (list.items.length === 0) return null;
  return (
    <Card title={say.title} level={3} footer={list.next !== null && <LinkButton href="/leavers" label={say.seeAll} />}>
      <p class="quiet">{say.help}</p>
      <LeaversTable leavers={list.items} actor={actor} />
    </Card>
  );
}

/** Whoever is shown and is the actor's to decide about, at once: as when a unit left. */
function ForAll({ leavers, actor, refused = null }: Props) {
  const say = useWords(leaverWords);
  const ids = leavers.filter((leaver) => maySettleLeaver(actor, leaver)).map(({ id }) => id);
  if (ids.length < 2) return null;
  const kept = refused?.id === null ? { values: refused.typed, errors: refused.refusal.fields } : {};
  return (
    <Card title={say.forAll(ids.length)}>
      <p class="quiet">{say.forAllWhat}</p>
      <Form id={formOf('all')} action="/leavers/decisions" {...kept}>
        {ids.map((id) => (
          <input type="hidden" name="ids" value={id} />
        ))}
        <ChoiceField
          name="decision"
          label={say.decide}
          choices={choicesOf(leaverDecisions, { stays: say.stays, ends: say.withdraw })}
          isInline
          required
        />
        <TextField name="reason" label={say.reason} hint={say.reasonToEnd} maxLength={500} />
        <SubmitButton label={say.decideAll(ids.length)} />
      </Form>
    </Card>
  );
}

function LeaversTable({ leavers, actor, refused = null, list }: Props & { list?: ListPart }) {
  const say = useWords(leaverWords);
  return (
    <Table
      caption={say.title}
      {...(list && { list })}
      hidesCaption
      rows={leavers}
      empty={{ title: say.none, next: say.noneNext }}
      columns={[
        { label: say.who, isRowName: true, cell: (leaver) => <Name of={leaver} /> },
        {
          label: say.what,
          cell: (leaver) => (
            <>
              {whatChanged(leaver, say)}
              <small class="choice-hint">
                {leaver.enrollmentId ? say.isEnrolled : say.isNominated}:{' '}
                <a href={`/classes/${leaver.classId}`}>{leaver.className}</a>
              </small>
            </>
          ),
        },
        {
          label: say.decide,
          orderedBy: null,
          hasOwnLines: () => true,
          cell: (leaver) => <Decision of={leaver} actor={actor} refused={refused?.id === leaver.id ? refused : null} />,
        },
      ]}
    />
  );
}

function Name({ of: { nominationId, classId, fullName } }: { of: LeaverItem }) {
  return <a href={nominationId ? `/nominations/${nominationId}` : `/classes/${classId}/roster`}>{fullName}</a>;
}

function whatChanged(
  { unitId, unitName, nowOfUnitId, nowOfUnitName, leftOn }: LeaverItem,
  say: (typeof leaverWords)['vi'],
): string {
  if (leftOn === null) return say.moved(unitName, nowOfUnitName);
  const day = showDay(leftOn);
  return unitId === nowOfUnitId ? say.left(unitName, day) : say.movedAndLeft(unitName, nowOfUnitName, day);
}

const formOf = (id: string) => `withdraw-${id}`;

function Decision({ of: leaver, actor, refused }: { of: LeaverItem; actor: Actor; refused: RefusedLeaver | null }) {
  const say = useWords(leaverWords);
  const { id, unitName, nominationId, maySubstitute } = leaver;
  if (!maySettleLeaver(actor, leaver)) return <>{say.othersDecide(unitName)}</>;
  return (
    <div class="actions">
      <ActionButton action={`/leavers/${id}/staying`} label={say.stays} tone="primary" />
      {maySubstitute && <LinkButton href={`/nominations/${nominationId}#do-substitution`} label={say.substitute} />}
      <ActionButton
        id={formOf(id)}
        action={`/leavers/${id}/withdrawal`}
        label={say.withdraw}
        tone="danger"
        confirm={say.withdrawConfirm}
        values={refused?.typed}
        errors={refused?.refusal.fields ?? []}
      >
        <TextArea name="reason" label={say.reason} rows={2} maxLength={500} required />
      </ActionButton>
    </div>
  );
}
