import { Get } from '@nestjs/common';
import type { VNode } from 'preact';
import { DirectoryQueries } from '../accounts/directory/directory.queries';
import { type GrantLoanItem, GrantLoansQueries } from '../accounts/grant-loans.queries';
import { LecturerCallsQueries } from '../calendars/lecturers/calls.queries';
import { PublicHolidaysQueries } from '../classes/holidays/holidays.queries';
import { ClassSizesQueries } from '../classes/class-sizes.queries';
import { ExaminationsService } from '../invariants/examinations.service';
import { type LeaverItem, LeaversQueries } from '../nominations/leavers/leavers.queries';
import { endorsers } from '../nominations/nominations.policy';
import { BackupsQueries } from '../operations/backups/backups.queries';
import { CorrectionsQueries } from '../people/corrections/corrections.queries';
import { LettersQueries } from '../nominations/letters/letters.queries';
import { PlatformSettings } from '../platform/settings';
import { DeferralsQueries } from '../nominations/transfers/deferrals.queries';
import { DuplicatesQueries } from '../people/mergers/duplicates.queries';
import { duplicatesVisibleTo } from '../people/mergers/mergers.policy';
import { ContradictionsQueries } from '../people/posts/contradictions.queries';
import { UnknownTextsQueries } from '../people/posts/unknown-texts.queries';
import { Access } from '../platform/access/access';
import type { Actor, Role } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { RecurringLooks } from '../platform/jobs/recurring-looks';
import { MailPauses } from '../platform/mailer/mail-pauses';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import type { PageOf } from '../platform/paging';
import { Surroundings } from '../platform/surroundings/surroundings';
import { ReportsService } from '../reports/reports.service';
import { TrainingRecordsQueries } from '../training-records/training-records.queries';
import { YearlyReportsQueries } from '../reports/yearly/yearly-reports.queries';
import { PlanWorkQueries } from '../training-plans/proposals/plan-work.queries';
import { DeskHalfDaysQueries } from './desk-half-days.queries';
import { DesksQueries } from './desks.queries';
import { OwnDeskQueries } from './own-desk.queries';
import { isSettled } from './first-steps';
import { mayBegin } from './first-steps.policy';
import { hostUnits } from '../enrollments/enrollments.policy';
import { ScansWaitingQueries } from '../enrollments/scans-waiting.queries';
import { FirstStepsQueries } from './first-steps.queries';
import { isNew, toursOf } from './tours/tour-names';
import { deskWords } from './desks.words';
import { groupWords } from './group-desk.words';
import { GroupsQueries } from '../enrollments/groups/groups.queries';
import { ExamsQueries } from '../theory-classes/exams/exams.queries';
import { CadreDesk } from './views/cadre-desk';
import { ActsFor, Desks, InvitationsNotReached } from './views/desk';
import { Endorsements, GroupDesk } from './views/group-desk';
import { FirstStepsLeft } from './views/first-steps';
import { KeepingDesk } from './views/keeping-desk';
import { ManagerDesk } from './views/manager-desk';
import { OfficeDesk } from './views/office-desk';
import { UnitDesk } from './views/unit-desk';
import { TourOffered } from './tours/views/tour';

const recordsOnDesk = 5;
const leaversOnDesk = 10;

/** The pages people open first. */
@Pages()
export class DesksPages {
  constructor(
    private readonly desks: DesksQueries,
    private readonly halfDays: DeskHalfDaysQueries,
    private readonly own: OwnDeskQueries,
    private readonly reports: ReportsService,
    private readonly records: TrainingRecordsQueries,
    private readonly groups: GroupsQueries,
    private readonly exams: ExamsQueries,
    private readonly examinations: ExaminationsService,
    private readonly sizes: ClassSizesQueries,
    private readonly mailPauses: MailPauses,
    private readonly looks: RecurringLooks,
    private readonly steps: FirstStepsQueries,
    private readonly surroundings: Surroundings,
    private readonly backups: BackupsQueries,
    private readonly duplicates: DuplicatesQueries,
    private readonly unknownPosts: UnknownTextsQueries,
    private readonly postContradictions: ContradictionsQueries,
    private readonly corrections: CorrectionsQueries,
    private readonly deferrals: DeferralsQueries,
    private readonly lecturerCalls: LecturerCallsQueries,
    private readonly leavers: LeaversQueries,
    private readonly scans: ScansWaitingQueries,
    private readonly accounts: DirectoryQueries,
    private readonly grantLoans: GrantLoansQueries,
    private readonly letters: LettersQueries,
    private readonly planWork: PlanWorkQueries,
    private readonly yearly: YearlyReportsQueries,
    private readonly holidays: PublicHolidaysQueries,
    private readonly settings: PlatformSettings,
    private readonly clock: Clock,
  ) {}

  /** Every desk the actor has, one below the other. */
  @Get()
  @Help(deskWords, 'help')
  @Access('signed_in')
  async show(@Page() page: PageRequest): Promise<string> {
    const { actor } = page;
    const tour = isNew(actor, this.clock.today()) && toursOf(actor)[0];
    const [loans, notReached] = await Promise.all([this.loansTo(actor), this.accounts.notReached(actor)]);
    const desks = await Promise.all([
      mayBegin(actor) && this.firstSteps(actor),
      actor.holds('training_officer') && this.office(actor),
      actor.holds('group_officer') && this.group(actor),
      actor.holds('unit_secretary') && this.unit(actor),
      actor.holds('class_manager') && this.manager(actor),
      actor.personId !== null && this.cadre(actor.personId),
      (actor.holds('admin') || actor.holds('data_officer')) && this.keeping(actor),
    ]);
    return page.render(
      deskWords[page.locale].title,
      <Desks today={this.clock.today()} isEmpty={desks.every((desk) => desk === false)}>
        {tour && <TourOffered tour={tour} />}
        {loans.length > 0 && <ActsFor loans={loans} />}
        {notReached.length > 0 && <InvitationsNotReached people={notReached} />}
        {desks}
      </Desks>,
    );
  }

  /** What awaits the Group's word; the word itself is given on the list of the class. */
  @Get('endorsements')
  @Help(groupWords, 'help')
  @Access(endorsers)
  async endorsements(@Page() page: PageRequest): Promise<string> {
    const awaited = await this.desks.awaitingEndorsement(page.actor.unitsOf('group_officer'));
    return page.render(groupWords[page.locale].awaiting, <Endorsements awaited={awaited} />);
  }

  /** What is lent to a deputy today. */
  private async loansTo(actor: Actor): Promise<readonly GrantLoanItem[]> {
    if (actor.listedGrants.every(({ lent }) => !lent)) return [];
    return (await this.grantLoans.received(actor.accountId)).filter(({ state }) => state === 'running');
  }

  private async firstSteps(actor: Actor): Promise<VNode | false> {
    const steps = await this.steps.list();
    return steps.some((item) => !isSettled(item)) && <FirstStepsLeft actor={actor} steps={steps} />;
  }

  private async office(actor: Actor): Promise<VNode> {
    const [
      atAGlance,
      classes,
      waitingLongest,
      halfDays,
      tooSmall,
      mailPause,
      looks,
      findings,
      backups,
      duplicates,
      unknownPosts,
      postContradictions,
      corrections,
      planWork,
      yearlyReports,
      leavers,
      deferred,
      lecturersToCall,
      lettersWithoutScan,
      holidays,
      scans,
    ] = await Promise.all([
      this.desks.atAGlance(actor),
      this.desks.classesUnderWay(),
      this.desks.waitingLongest(),
      this.halfDays.today(),
      this.sizes.tooSmall(),
      this.mailPauses.current(),
      this.looks.last(),
      this.examinations.kept(),
      this.backups.standing(),
      this.duplicates.count({ unitIds: duplicatesVisibleTo(actor) }),
      this.unknownPosts.count(),
      this.postContradictions.count({ unitIds: actor.unitsOf('training_officer') }),
      this.correctionsToAnswer(actor, 'training_officer'),
      this.planWork.of(actor, null),
      this.yearly.awaiting(actor),
      this.openLeavers(actor, 'training_officer'),
      this.deferrals.count(actor.unitsOf('training_officer')),
      this.lecturerCalls.count(),
      this.settings.scanExpected ? this.letters.withoutScan(actor.unitsOf('training_officer')) : [],
      this.holidays.toSettle(this.clock.today()),
      this.scans.for(actor, 'office'),
    ]);
    const today = this.clock.today();
    const unsaid = this.surroundings.unsaid();
    return (
      <OfficeDesk
        {...{
          atAGlance,
          classes,
          waitingLongest,
          halfDays,
          tooSmall,
          mailPause,
          looks,
          findings,
          backups,
          duplicates,
          unknownPosts,
          postContradictions,
          lettersWithoutScan,
          corrections,
          planWork,
          yearlyReports,
          deferred,
          lecturersToCall,
          leavers,
          actor,
          today,
          unsaid,
          holidays,
          scans,
        }}
      />
    );
  }

  private async group(actor: Actor): Promise<VNode> {
    const units = actor.unitsOf('group_officer');
    const [awaited, planWork, yearlyReports, report] = await Promise.all([
      this.desks.awaitingEndorsement(units),
      this.planWork.of(actor, units),
      this.yearly.awaiting(actor),
      this.reports.joint(actor),
    ]);
    return <GroupDesk {...{ awaited, planWork, yearlyReports, report }} />;
  }

  private async unit(actor: Actor): Promise<VNode> {
    const units = actor.unitsOf('unit_secretary');
    const [hasRoster, calls, nominations, corrections, postsAtOdds, planWork, leavers, hosted] = await Promise.all([
      this.desks.hasRoster(units),
      this.desks.openCalls(units),
      this.desks.followedOfUnits(units),
      this.correctionsToAnswer(actor, 'unit_secretary'),
      this.postContradictions.count({ unitIds: units }),
      this.planWork.of(actor, units),
      this.openLeavers(actor, 'unit_secretary'),
      this.halfDays.hostedToday(hostUnits(actor)),
    ]);
    const today = this.clock.today();
    return (
      <UnitDesk
        {...{ hasRoster, calls, nominations, corrections, postsAtOdds, planWork, leavers, hosted, actor, today }}
        namesUnits={units.length > 1}
      />
    );
  }

  private async correctionsToAnswer(actor: Actor, role: Role): Promise<number> {
    return this.corrections.toAnswer({ unitIds: actor.unitsOf(role), personId: actor.personId });
  }

  private async openLeavers(actor: Actor, role: Role): Promise<PageOf<LeaverItem>> {
    return this.leavers.open({ visibleUnits: actor.unitsOf(role), limit: leaversOnDesk });
  }

  private async manager(actor: Actor): Promise<VNode> {
    const { managedClasses, managedGroups, accountId } = actor;
    const managed = { classIds: managedClasses, groups: managedGroups };
    const [groups, classes, today, next, unmarked, leave, scans] = await Promise.all([
      this.groups.managedBy(accountId!),
      this.desks.classesUnderWay(managedClasses),
      this.halfDays.today(managed),
      this.halfDays.next(managed),
      this.halfDays.unmarked(managed),
      this.desks.leaveOfClasses(actor),
      this.scans.for(actor, 'classes'),
    ]);
    return <ManagerDesk {...{ groups, classes, today, next, unmarked, leave, scans }} />;
  }

  private async keeping(actor: Actor): Promise<VNode> {
    const backups = actor.holds('admin') ? await this.backups.standing() : null;
    return <KeepingDesk actor={actor} backups={backups} unsaid={this.surroundings.unsaid()} />;
  }

  private async cadre(personId: string): Promise<VNode> {
    const [nominations, leave, learning, next, exams, groups, essays, records] = await Promise.all([
      this.desks.followedOfPerson(personId),
      this.own.leaveReopened(personId),
      this.own.learning(personId),
      this.halfDays.nextOfPerson(personId),
      this.exams.aheadOf(personId),
      this.groups.ofPerson(personId),
      this.own.owedEssays(personId),
      this.records.ofPerson(personId),
    ]);
    const latest = records.slice(0, recordsOnDesk);
    const today = this.clock.today();
    return (
      <CadreDesk {...{ personId, nominations, leave, learning, next, exams, groups, essays, records: latest, today }} />
    );
  }
}
