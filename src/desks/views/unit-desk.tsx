import { StageBadge } from '../../classes/views/stage-badge';
import { stateSentence } from '../../nominations/nominations.present';
import type { LeaverItem } from '../../nominations/leavers/leavers.queries';
import { LeaversCard } from '../../nominations/leavers/views/leavers';
import type { Actor } from '../../platform/access/actor';
import { Badge } from '../../platform/pages/badges';
import type { Day } from '../../platform/clock';
import { Card, DescriptionList, EmptyState } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { DeskHalfDay } from '../desk-half-days.queries';
import { followedAtMost, type FollowedNomination, type OpenCall } from '../desks.queries';
import { HalfDays } from './manager-desk';
import type { PlanWork } from '../../training-plans/proposals/plan-work.queries';
import { PlanWorkNotice } from '../../training-plans/proposals/views/plan-work';
import { deskWords } from '../desks.words';
import { unitWords } from '../unit-desk.words';
import { ClassLink, CorrectionsToAnswer, Deadline, Desk } from './desk';

export interface UnitDeskData {
  readonly calls: readonly OpenCall[];
  readonly nominations: readonly FollowedNomination[];
  /** Whether anybody of these units is known. */
  readonly hasRoster: boolean;
  /** What people say is wrong on their record, to answer. */
  readonly corrections: number;
  /** People whose roster says another thing of being a key cadre than their post. */
  readonly postsAtOdds: number;
  /** What of the yearly plans waits. */
  readonly planWork: readonly PlanWork[];
  /** Who left or moved with a place in a class. */
  readonly leavers: PageOf<LeaverItem>;
  /** Held today at sites or in rooms of these units, where they take attendance. */
  readonly hosted: readonly DeskHalfDay[];
  readonly actor: Actor;
  /** Whether the reader acts for several units, so that each line says which. */
  readonly namesUnits: boolean;
  readonly today: Day;
}

const needsUnit = ({ state }: FollowedNomination) => state === 'returned' || state === 'draft';

/** What the unit must do first, then what it could do, then how its people fare. */
export function UnitDesk({
  hasRoster,
  calls,
  nominations,
  corrections,
  postsAtOdds,
  planWork,
  leavers,
  hosted,
  actor,
  namesUnits,
  today,
}: UnitDeskData) {
  const say = useWords(unitWords);
  const desk = useWords(deskWords);
  const toAct = nominations.filter(needsUnit);
  const followed = nominations.filter((nomination) => !needsUnit(nomination));
  return (
    <Desk title={desk.unit} actions={<LinkButton href="/calendar" label={desk.calendar} />}>
      {!hasRoster && (
        <EmptyState
          title={say.noRoster}
          next={say.noRosterNext}
          action={<LinkButton href="/roster-imports" label={say.sendRoster} tone="primary" />}
        />
      )}
      <CorrectionsToAnswer count={corrections} waitsFor="unit" />
      {postsAtOdds > 0 && (
        <Notice tone="info">
          <a href="/posts/contradictions">{say.postsAtOdds(postsAtOdds)}</a>
        </Notice>
      )}
      <PlanWorkNotice work={planWork} of="unit" />
      <LeaversCard list={leavers} actor={actor} />
      {hosted.length > 0 && (
        <Card title={say.hosted} level={3}>
          <HalfDays caption={say.hosted} halfDays={hosted} attendance="primary" empty={{ title: say.hosted }} />
        </Card>
      )}
      <Card title={say.toAct} level={3}>
        <ToAct nominations={toAct} namesUnits={namesUnits} />
      </Card>
      {calls.length === 0 && (
        <Card title={say.calls} level={3}>
          <EmptyState title={say.noCalls} next={say.noCallsNext} />
        </Card>
      )}
      {calls.map((call) => (
        <Call call={call} namesUnit={namesUnits} today={today} />
      ))}
      <Card title={say.followed} level={3}>
        <Followed nominations={followed} namesUnits={namesUnits} />
        {nominations.length === followedAtMost && <p class="quiet">{say.onlySome(followedAtMost)}</p>}
      </Card>
    </Desk>
  );
}

function Call({ call, namesUnit, today }: { call: OpenCall; namesUnit: boolean; today: Day }) {
  const say = useWords(unitWords);
  const { className, unitName, courseKind, closesAt, seats, held, free, pool, reserves, saidNone } = call;
  const deadline = { term: say.deadline, value: <Deadline at={closesAt} today={today} /> };
  const numbers = [
    { term: say.seats, value: seats },
    { term: say.held, value: held },
    { term: say.free, value: pool > 0 ? `${free} ${say.pool(pool)}` : free },
    { term: say.reserves, value: reserves },
  ];
  return (
    <Card
      title={namesUnit ? `${className} – ${unitName}` : className}
      level={3}
      actions={<StageBadge stage="call_open" />}
      footer={<CallActions call={call} />}
    >
      <DescriptionList items={courseKind === 'study_session' ? [deadline] : [deadline, ...numbers]} />
      {saidNone && <Badge tone="neutral" text={say.saidNone} />}
    </Card>
  );
}

function CallActions({ call: { classId, unitId, courseKind } }: { call: OpenCall }) {
  const say = useWords(unitWords);
  const to = (part: string) => linkTo(`/classes/${classId}/${part}`, { unitId });
  if (courseKind === 'study_session') {
    return <LinkButton href={`/classes/${classId}/study`} label={say.register} tone="primary" />;
  }
  return (
    <div class="actions">
      <LinkButton href={to('candidates')} label={say.choose} tone="primary" />
      <LinkButton href={to('list-imports')} label={say.sendExcel} />
      <LinkButton href={to('nominations')} label={say.seeList} />
    </div>
  );
}

interface Rows {
  readonly nominations: readonly FollowedNomination[];
  readonly namesUnits: boolean;
}

function ToAct({ nominations, namesUnits }: Rows) {
  const say = useWords(unitWords);
  const act: Column<FollowedNomination> = {
    label: useWords(deskWords).actions,
    cell: ({ id, state }) => (
      <LinkButton href={`/nominations/${id}`} label={state === 'returned' ? say.correct : say.send} tone="primary" />
    ),
  };
  return (
    <Table
      caption={say.toAct}
      hidesCaption
      rows={nominations}
      empty={{ title: say.nothingToAct, next: say.nothingToActNext }}
      columns={[...useNominationColumns(namesUnits), act]}
    />
  );
}

function Followed({ nominations, namesUnits }: Rows) {
  const say = useWords(unitWords);
  return (
    <Table
      caption={say.followed}
      hidesCaption
      rows={nominations}
      empty={{
        title: say.noneFollowed,
        next: say.noneFollowedNext,
        action: <LinkButton href="/classes?openCall=true" label={say.openCalls} />,
      }}
      columns={useNominationColumns(namesUnits)}
    />
  );
}

function useNominationColumns(namesUnits: boolean): readonly Column<FollowedNomination>[] {
  const desk = useWords(deskWords);
  const locale = useLocale();
  const ofUnit: Column<FollowedNomination> = { label: desk.ofUnit, cell: ({ unitName }) => unitName };
  return [
    { label: desk.person, isRowName: true, cell: ({ id, fullName }) => <a href={`/nominations/${id}`}>{fullName}</a> },
    ...(namesUnits ? [ofUnit] : []),
    { label: desk.trainingClass, cell: ({ classId, className }) => <ClassLink id={classId} name={className} /> },
    { label: desk.state, cell: (nomination) => stateSentence(nomination)[locale] },
  ];
}
