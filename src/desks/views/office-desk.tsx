import type { SmallClass } from '../../classes/class-sizes.queries';
import type { YearToSettle } from '../../classes/holidays/holidays.queries';
import { holidayWords } from '../../classes/holidays/holidays.words';
import { classWords } from '../../classes/classes.words';
import { SmallClasses } from '../../classes/views/small-class';
import type { LettersWithoutScan } from '../../nominations/letters/letters.queries';
import type { LeaverItem } from '../../nominations/leavers/leavers.queries';
import type { ScansWaiting } from '../../enrollments/scans-waiting.queries';
import { ScansWaitingNotice } from '../../enrollments/views/scans-waiting';
import { LeaversCard } from '../../nominations/leavers/views/leavers';
import type { Actor } from '../../platform/access/actor';
import { type Day, dayOf, daysBetween, showDay } from '../../platform/clock';
import type { KeptFinding } from '../../invariants/examinations.service';
import { Badge } from '../../platform/pages/badges';
import type { LastLook } from '../../platform/jobs/recurring-looks';
import type { MailPause } from '../../platform/mailer/mail-pauses';
import { MailPaused } from '../../platform/mailer/views/mail-paused';
import type { BackupStanding } from '../../operations/backups/backups.queries';
import { backupWords } from '../../operations/backups/backups.words';
import { LastBackup } from '../../operations/backups/views/standing';
import { Card, StatCards } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { Unsaid } from '../../platform/surroundings/surroundings';
import { UnsaidSettings } from '../../platform/surroundings/views/unsaid';
import type { DeskHalfDay } from '../desk-half-days.queries';
import type { AtAGlance, ClassUnderWay, WaitingNomination } from '../desks.queries';
import { callWords } from '../../calendars/lecturers/calls.words';
import { duplicateWords } from '../../people/mergers/mergers.words';
import { postWords } from '../../people/posts/posts.words';
import { deferralWords } from '../../nominations/transfers/deferrals.words';
import { AwaitedReports } from '../../reports/yearly/views/awaited-reports';
import type { YearlyReportLine } from '../../reports/yearly/yearly-reports.queries';
import type { PlanWork } from '../../training-plans/proposals/plan-work.queries';
import { Notice } from '../../platform/pages/notices';
import { PlanWorkNotice } from '../../training-plans/proposals/views/plan-work';
import { deskWords } from '../desks.words';
import { managerWords } from '../manager-desk.words';
import { officeWords } from '../office-desk.words';
import { Troubles } from './troubles';
import { AutomaticWork } from './automatic-work';
import { ClassesInProgress } from './classes-in-progress';
import { ClassLink, CorrectionsToAnswer, Desk, HalfDayName, useTimeAndPlace } from './desk';

export interface OfficeDeskData {
  readonly classes: readonly ClassUnderWay[];
  readonly atAGlance: AtAGlance;
  readonly waitingLongest: readonly WaitingNomination[];
  readonly halfDays: readonly DeskHalfDay[];
  readonly tooSmall: readonly SmallClass[];
  readonly mailPause: MailPause | null;
  readonly looks: readonly LastLook[];
  readonly findings: readonly KeptFinding[];
  readonly backups: BackupStanding;
  /** Pairs of records that may be of one person, which nobody looked at. */
  readonly duplicates: number;
  /** Posts of rosters the catalogue does not know, and people whose roster says another thing than their post. */
  readonly unknownPosts: number;
  readonly postContradictions: number;
  /** People who were deferred and wait for a class. */
  readonly deferred: number;
  /** Lecturers whom no mail reaches and who are to be told of half-days. */
  readonly lecturersToCall: number;
  /** Classes not over with letters without a scan; nobody counts them unless the office wants scans. */
  readonly lettersWithoutScan: readonly LettersWithoutScan[];
  /** What people say is wrong on their record, to answer. */
  readonly corrections: number;
  /** What of the yearly plans waits. */
  readonly planWork: readonly PlanWork[];
  /** Joint reports that wait for the Bloc's word. */
  readonly yearlyReports: readonly YearlyReportLine[];
  /** Who left or moved with a place in a class. */
  readonly leavers: PageOf<LeaverItem>;
  readonly actor: Actor;
  readonly today: Day;
  readonly unsaid: readonly Unsaid[];
  /** Years whose days off are not settled. */
  readonly holidays: readonly YearToSettle[];
  /** Scans that wait for it for the same reason. */
  readonly scans: ScansWaiting;
}

export function OfficeDesk(found: OfficeDeskData) {
  const { backups, today } = found;
  const say = useWords(officeWords);
  const desk = useWords(deskWords);
  const leave = useWords(managerWords);
  const { overdueTell } = useWords(backupWords);
  const actions = (
    <>
      <LinkButton href="/classes/new" label={say.plan} tone="primary" />
      <LinkButton href="/training-plans" label={useWords(classWords).trainingPlan} />
      <LinkButton href="/rooms" label={say.rooms} />
      <LinkButton href="/lecturers" label={say.lecturers} />
      <LinkButton href="/calendar" label={desk.calendar} />
      <LinkButton href="/rooms/today" label={desk.roomsToday} />
    </>
  );
  return (
    <Desk title={desk.office} actions={actions}>
      <UnsaidSettings unsaid={found.unsaid} />
      <MailPaused pause={found.mailPause} />
      {backups.isOverdue && <LastBackup standing={backups} next={overdueTell} />}
      <CorrectionsToAnswer count={found.corrections} waitsFor="office" />
      <PlanWorkNotice work={found.planWork} of="office" />
      <AwaitedReports reports={found.yearlyReports} />
      {found.atAGlance.leave > 0 && (
        <Notice tone="warning">
          <a href="/leave-requests?state=asked&waitsFor=office">{leave.leaveToDecide(found.atAGlance.leave)}</a>
        </Notice>
      )}
      <ScansWaitingNotice waiting={found.scans} waitsFor="office" />
      <Numbers {...found} />
      <LeaversCard list={found.leavers} actor={found.actor} />
      <SmallClasses classes={found.tooSmall} leadsToThem />
      {found.holidays.length > 0 && <HolidaysToSettle years={found.holidays} />}
      {found.lettersWithoutScan.length > 0 && <WithoutScan classes={found.lettersWithoutScan} />}
      <Card title={say.classes} level={3}>
        <ClassesInProgress classes={found.classes} today={today} />
        {found.atAGlance.classes > found.classes.length && (
          <p class="quiet">
            <a href="/classes">{say.onlySomeClasses(found.classes.length, found.atAGlance.classes)}</a>
          </p>
        )}
      </Card>
      <Card
        title={say.waitingLongest}
        level={3}
        actions={
          found.waitingLongest.length > 0 && <LinkButton href="/waiting-letters" label={say.byLetter} tone="primary" />
        }
      >
        <WaitingLongest nominations={found.waitingLongest} today={today} />
      </Card>
      <Card title={say.halfDaysToday} level={3}>
        <HalfDaysToday halfDays={found.halfDays} />
      </Card>
      <Card
        title={say.reminders}
        level={3}
        footer={
          <a href="/invariants" class="back-link">
            {say.invariants}
            {found.findings.some(({ broken }) => broken > 0) && <Badge tone="danger" text={say.invariantsBroken} />}
          </a>
        }
      >
        <Troubles {...found.atAGlance.troubles} today={today} />
        <AutomaticWork looks={found.looks} />
        {!backups.isOverdue && <LastBackup standing={backups} next={overdueTell} />}
      </Card>
    </Desk>
  );
}

function Numbers({
  atAGlance,
  halfDays,
  duplicates,
  unknownPosts,
  postContradictions,
  deferred,
  lecturersToCall,
}: Pick<
  OfficeDeskData,
  'atAGlance' | 'halfDays' | 'duplicates' | 'unknownPosts' | 'postContradictions' | 'deferred' | 'lecturersToCall'
>) {
  const say = useWords(officeWords);
  const list = useWords(duplicateWords);
  const posts = useWords(postWords);
  const deferrals = useWords(deferralWords);
  const calls = useWords(callWords);
  const { openCalls, running, waiting } = atAGlance;
  return (
    <StatCards
      label={useWords(deskWords).atAGlance}
      cards={[
        { label: say.openCalls, value: openCalls, href: '/classes?openCall=true', tone: 'info' },
        {
          label: say.waiting,
          value: waiting,
          href: '/waiting-letters',
          tone: waiting > 0 ? 'warning' : 'neutral',
        },
        { label: say.running, value: running, href: '/classes?running=true', tone: 'success' },
        { label: say.halfDaysToday, value: halfDays.length },
        ...(deferred > 0
          ? [{ label: deferrals.list, value: deferred, href: '/deferrals', tone: 'info' as const }]
          : []),
        ...(lecturersToCall > 0
          ? [{ label: calls.title, value: lecturersToCall, href: '/lecturers/calls', tone: 'warning' as const }]
          : []),
        ...(duplicates > 0
          ? [{ label: list.title, value: duplicates, href: '/people/duplicates', tone: 'warning' as const }]
          : []),
        ...(unknownPosts > 0
          ? [{ label: posts.unknown, value: unknownPosts, href: '/posts/unknown-texts', tone: 'warning' as const }]
          : []),
        ...(postContradictions > 0
          ? [
              {
                label: posts.contradictions,
                value: postContradictions,
                href: '/posts/contradictions',
                tone: 'warning' as const,
              },
            ]
          : []),
      ]}
    />
  );
}

function HolidaysToSettle({ years }: { years: readonly YearToSettle[] }) {
  const say = useWords(holidayWords);
  return (
    <Card title={say.toSettle} level={3}>
      <ul>
        {years.map(({ year, isListed, unverified }) => (
          <li>
            <a href={`/public-holidays?year=${year}`}>
              {isListed ? say.unverifiedDays(year, unverified) : say.noList(year)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function WithoutScan({ classes }: { classes: readonly LettersWithoutScan[] }) {
  const say = useWords(officeWords);
  return (
    <Card title={say.withoutScan} level={3}>
      <ul>
        {classes.map(({ classId, className, count }) => (
          <li>
            <a href={`/classes/${classId}/letters?isMissingScan=true`}>{say.withoutScanOf(className, count)}</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function WaitingLongest({ nominations, today }: { nominations: readonly WaitingNomination[]; today: Day }) {
  const say = useWords(officeWords);
  const desk = useWords(deskWords);
  return (
    <Table
      caption={say.waitingLongest}
      hidesCaption
      rows={nominations}
      empty={{ title: say.noneWaiting, next: say.noneWaitingNext }}
      columns={[
        {
          label: desk.person,
          isRowName: true,
          cell: ({ id, fullName }) => <a href={`/nominations/${id}`}>{fullName}</a>,
        },
        { label: desk.ofUnit, cell: ({ unitName }) => unitName },
        {
          label: desk.trainingClass,
          cell: ({ classId, className }) => <ClassLink id={classId} name={className} part="/nominations" />,
        },
        {
          label: say.since,
          cell: ({ since }) => (
            <>
              {showDay(dayOf(since))}
              <small class="choice-hint">{say.days(daysBetween(dayOf(since), today))}</small>
            </>
          ),
        },
      ]}
    />
  );
}

function HalfDaysToday({ halfDays }: { halfDays: readonly DeskHalfDay[] }) {
  const say = useWords(officeWords);
  const desk = useWords(deskWords);
  return (
    <Table
      caption={say.halfDaysToday}
      hidesCaption
      rows={halfDays}
      empty={{ title: say.noHalfDays, next: say.noHalfDaysNext }}
      columns={[
        {
          label: desk.trainingClass,
          isRowName: true,
          cell: ({ id, className }) => <a href={`/half-days/${id}/attendance`}>{className}</a>,
        },
        { label: desk.halfDay, cell: (halfDay) => <HalfDayName of={halfDay} /> },
        ...useTimeAndPlace<DeskHalfDay>(),
        { label: say.manager, cell: ({ managers }) => managers ?? <span class="quiet">{say.noManager}</span> },
      ]}
    />
  );
}
