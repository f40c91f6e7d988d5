import { EmailTaken, KeepAnAdministrator, PersonHasAccount, RoleElsewhere } from './accounts/accounts.refusals';
import { DeputyAlready } from './accounts/grant-loans.refusals';
import { SignInNotUnderWay } from './accounts/open-id/open-id.refusals';
import { TemplateNameTaken } from './classes/templates/templates.refusals';
import {
  ClassCodeTaken,
  ClassIsClosing,
  MinSizeAboveCapacity,
  notInList,
  RoomNameTaken,
} from './classes/classes.refusals';
import { HolidayListed } from './classes/holidays/holidays.refusals';
import { LecturerTaken, ManagerBusy, RoomTaken } from './classes/timetable/timetable.refusals';
import { CourseCodeTaken, RuleAlreadySetFrom } from './courses/courses.refusals';
import { GuestElsewhere } from './enrollments/guests/guests.refusals';
import { AlreadyEnrolled, PersonBusy } from './enrollments/enrollments.refusals';
import { AlreadyNominated, RankTaken } from './nominations/nominations.refusals';
import { OverrideRecorded } from './nominations/overrides/overrides.refusals';
import { unitCodeTaken } from './organization/organization.refusals';
import { CorrectionAsked } from './people/corrections/corrections.refusals';
import { MergedAlready, PersonCodeTaken, TheoryLevelEarnedHere } from './people/people.refusals';
import { spellingTakenMeanwhile } from './people/posts/posts.refusals';
import { AboutOneself } from './platform/access/oneself';
import type { ConstraintRefusals } from './platform/database/database';
import { WebhookNameTaken } from './webhooks/webhooks.refusals';
import { OneCentralSite, SiteNameTaken } from './study-sessions/study-sessions.refusals';
import { ExamCandidateBusy, ExamInvigilatorBusy, ExamRoomTaken } from './theory-classes/exams/exams.refusals';
import { DiplomaNumberTaken, PermissionRecorded } from './theory-classes/theory-classes.refusals';
import { ProposedAlready } from './training-plans/proposals/proposals.refusals';
import { ConfirmedForAnotherBody, YearlyReportDrawn } from './reports/yearly/yearly-reports.refusals';
import { ConfirmedForAnother, PlanLineExists } from './training-plans/training-plans.refusals';
import { ChangedMeanwhile, NotFound } from './platform/problems/refusals';

/** What each named constraint means to a person, when it is the database that says no. */
export const constraintRefusals: ConstraintRefusals = {
  units_one_code: unitCodeTaken,
  // Whoever reaches every unit names one that is not there.
  imports_unit: () => new NotFound(),
  unit_answers_unit: () => new NotFound(),
  persons_one_code: () => new PersonCodeTaken(),
  merged_people_take_nothing: () => new MergedAlready(),
  person_mergers_once: () => new MergedAlready(),
  post_spellings_one_post: spellingTakenMeanwhile,
  posts_one_name: spellingTakenMeanwhile,
  correction_requests_one_open: () => new CorrectionAsked(),
  persons_keep_the_level_earned: () => new TheoryLevelEarnedHere(),
  training_records_superseded_once: () => new ChangedMeanwhile(),
  accounts_one_email: () => new EmailTaken(),
  accounts_one_per_person: () => new PersonHasAccount(),
  accounts_keep_an_administrator: () => new KeepAnAdministrator(),
  grants_role_fits_unit: () => new RoleElsewhere(),
  nobody_decides_about_oneself: () => new AboutOneself(),
  linked_identities_one_account: () => new SignInNotUnderWay(),
  grants_lent_once: () => new DeputyAlready(),
  courses_one_code: () => new CourseCodeTaken(),
  course_rules_one_a_day: () => new RuleAlreadySetFrom(),
  classes_one_code: () => new ClassCodeTaken(),
  classes_closing_keeps_facts: () => new ClassIsClosing(),
  classes_course: () => notInList('courseId'),
  classes_room: () => notInList('roomId'),
  seats_unit: () => notInList('unitId'),
  classes_min_size: () => new MinSizeAboveCapacity(),
  class_templates_one_name: () => new TemplateNameTaken(),
  class_templates_course: () => notInList('courseId'),
  class_templates_room: () => notInList('roomId'),
  training_plan_lines_once: () => new PlanLineExists(),
  training_plan_lines_course: () => notInList('courseId'),
  training_plan_proposals_once: () => new ProposedAlready(),
  training_plan_proposals_course: () => notInList('courseId'),
  training_plan_confirmations_one_body: () => new ConfirmedForAnother(),
  yearly_reports_one_draft: () => new YearlyReportDrawn(),
  yearly_reports_editions: () => new YearlyReportDrawn(),
  yearly_report_confirmations_one_body: () => new ConfirmedForAnotherBody(),
  rooms_one_name: () => new RoomNameTaken(),
  class_groups_room: () => notInList('roomId'),
  half_days_room: () => notInList('roomId'),
  half_days_lecturer: () => notInList('lecturerId'),
  half_days_room_once: () => new RoomTaken(),
  half_days_lecturer_once: () => new LecturerTaken(),
  manager_hours_one_class: () => new ManagerBusy(),
  half_day_times_room: () => notInList('roomId'),
  public_holidays_one_a_day: () => new HolidayListed(),
  nominations_one_live_per_person: () => new AlreadyNominated(),
  nominations_one_rank: () => new RankTaken(),
  admission_overrides_once: () => new OverrideRecorded(),
  enrollments_one_live_per_person: () => new AlreadyEnrolled(),
  enrollments_one_per_nomination: () => new AlreadyEnrolled(),
  attendance_lines_one_guest: () => new GuestElsewhere(),
  attendance_lines_person_once: () => new PersonBusy(),
  calendar_feeds_one_live: () => new ChangedMeanwhile(),
  webhooks_one_name: () => new WebhookNameTaken(),
  sites_one_name: () => new SiteNameTaken(),
  sites_one_central: () => new OneCentralSite(),
  certificates_replaced_once: () => new ChangedMeanwhile(),
  diplomas_one_number: () => new DiplomaNumberTaken(),
  exam_hours_room_once: () => new ExamRoomTaken(),
  exam_hours_room_free: () => new ExamRoomTaken(),
  exam_hours_lecturer_once: () => new ExamInvigilatorBusy(),
  exam_hours_lecturer_free: () => new ExamInvigilatorBusy(),
  exam_hours_person_once: () => new ExamCandidateBusy(),
  exam_hours_person_free: () => new ExamCandidateBusy(),
  exam_rooms_room: () => notInList('rooms'),
  exam_invigilators_lecturer: () => notInList('invigilators'),
  exam_permissions_one_in_force: () => new PermissionRecorded(),
};
