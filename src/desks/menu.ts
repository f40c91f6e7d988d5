import { inviters } from '../accounts/accounts.policy';
import { classPlanners, planReaders } from '../classes/classes.policy';
import { endorsers, reviewers } from '../nominations/nominations.policy';
import { treeKeepers } from '../organization/organization.policy';
import { peopleReaders, rosterReaders } from '../people/people.policy';
import type { Actor, Role } from '../platform/access/actor';
import { journalReaders } from '../platform/journal/journal.policy';
import { mayReadAllMail } from '../platform/mailer/mail.policy';
import { mayOperate } from '../operations/operations.policy';
import type { MenuEntry } from '../platform/pages/navigation';
import { printingRoles } from '../printouts/printouts.policy';
import { unitComparers } from '../reports/reports.policy';
import { toursOf } from './tours/tour-names';
import { tourWords } from './tours/tours.words';

const anyOf = (roles: readonly Role[]) => (actor: Actor) => roles.some((role) => actor.holds(role));

const hasAnyRole = (actor: Actor) => actor.roles.length > 0;
const isPerson = (actor: Actor) => actor.personId !== null;
const comparesUnits = anyOf(unitComparers);

/** The menu of every page, in the order it is read. A cadre without a role finds only what is about themselves. */
export const menu: readonly MenuEntry[] = [
  { href: '/', label: { vi: 'Bàn làm việc', en: 'Desk' }, isFor: () => true },
  { href: '/classes', label: { vi: 'Lớp học', en: 'Classes' }, isFor: hasAnyRole },
  {
    href: '/calendar',
    label: { vi: 'Lịch học', en: 'Calendar' },
    isFor: (actor) => hasAnyRole(actor) || isPerson(actor),
  },
  {
    href: '/endorsements',
    label: { vi: 'Cử học chờ ý kiến Tập đoàn', en: 'Awaiting the Group’s endorsement' },
    isFor: anyOf(endorsers),
    place: 'more',
  },
  {
    href: '/waiting-letters',
    label: { vi: 'Công văn chờ duyệt', en: 'Letters to review' },
    isFor: anyOf(reviewers),
    place: 'more',
  },
  {
    href: '/people',
    label: { vi: 'Cán bộ', en: 'People' },
    isFor: anyOf(peopleReaders.filter((role) => role !== 'admin')),
  },
  {
    href: '/roster-imports',
    label: { vi: 'Danh sách đơn vị gửi', en: 'Rosters of units' },
    isFor: anyOf(rosterReaders),
    place: 'more',
  },
  {
    href: '/correction-requests',
    label: { vi: 'Thông tin báo sai', en: 'Reported mistakes' },
    isFor: anyOf(rosterReaders),
    place: 'more',
  },
  { href: '/accounts', label: { vi: 'Tài khoản', en: 'Accounts' }, isFor: anyOf(inviters), place: 'more' },
  { href: '/courses', label: { vi: 'Chương trình', en: 'Courses' }, isFor: hasAnyRole, place: 'more' },
  {
    // Those with a role find it beside the attendance of their class.
    href: '/check-in',
    label: { vi: 'Điểm danh bằng mã', en: 'Check in by code' },
    isFor: (actor) => isPerson(actor) && !hasAnyRole(actor),
  },
  {
    href: '/leave-requests',
    label: { vi: 'Đơn xin nghỉ học', en: 'Requests for leave' },
    isFor: (actor) => isPerson(actor) && !hasAnyRole(actor),
    place: 'more',
  },
  { href: '/units', label: { vi: 'Đơn vị', en: 'Units' }, isFor: anyOf(treeKeepers), place: 'more' },
  {
    href: '/my-training-record',
    label: { vi: 'Quá trình đào tạo của tôi', en: 'My training record' },
    isFor: isPerson,
  },
  { href: '/certificates', label: { vi: 'Giấy chứng nhận', en: 'Certificates' }, isFor: () => true, place: 'more' },
  { href: '/reports/joint', label: { vi: 'Báo cáo chung', en: 'Joint report' }, isFor: comparesUnits },
  {
    href: '/reports/unit',
    label: { vi: 'Phiếu đơn vị', en: 'Unit scorecard' },
    isFor: (actor) => actor.holds('unit_secretary') && !comparesUnits(actor),
  },
  { href: '/papers', label: { vi: 'Văn bản', en: 'Papers' }, isFor: anyOf(printingRoles), place: 'more' },
  { href: '/reminders', label: { vi: 'Nhắc việc', en: 'Reminders' }, isFor: hasAnyRole },
  { href: '/notices', label: { vi: 'Thông báo', en: 'Notices' }, isFor: () => true },
  { href: '/messages', label: { vi: 'Thư đã gửi', en: 'Mail sent' }, isFor: mayReadAllMail, place: 'more' },
  { href: '/operations', label: { vi: 'Vận hành', en: 'Operations' }, isFor: mayOperate, place: 'more' },
  { href: '/me', label: { vi: 'Tài khoản của tôi', en: 'My account' }, isFor: () => true, place: 'corner' },
  { href: '/me/deputies', label: { vi: 'Ủy quyền', en: 'Deputies' }, isFor: () => true, place: 'corner' },
  {
    href: '/training-plans',
    label: { vi: 'Kế hoạch năm', en: 'Yearly plan' },
    isFor: anyOf(planReaders),
    place: 'more',
  },
  {
    href: '/public-holidays',
    label: { vi: 'Ngày nghỉ lễ, Tết', en: 'Public holidays' },
    isFor: anyOf(classPlanners),
    place: 'more',
  },
  {
    href: '/tour',
    label: { vi: tourWords.vi.title, en: tourWords.en.title },
    isFor: (actor) => toursOf(actor).length > 0,
    place: 'more',
  },
  { href: '/journal', label: { vi: 'Nhật ký', en: 'Journal' }, isFor: anyOf(journalReaders), place: 'more' },
];
