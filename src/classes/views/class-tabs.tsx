import type { Actor } from '../../platform/access/actor';
import { words } from '../../platform/messages/words';
import { useWords } from '../../platform/pages/page-context';
import { isSecretary, mayReadPlan, mayRunClass } from '../classes.policy';
import type { ClassItem } from '../classes.queries';

const tabWords = words({
  label: { vi: 'Các phần của lớp', en: 'Parts of the class' },
  overview: { vi: 'Lớp và lịch học', en: 'Class and timetable' },
  seats: { vi: 'Chỉ tiêu', en: 'Seats' },
  nominations: { vi: 'Cử học', en: 'Nominations' },
  roster: { vi: 'Học viên', en: 'Roster' },
  groups: { vi: 'Tổ', en: 'Groups' },
  attendance: { vi: 'Điểm danh', en: 'Attendance' },
  exams: { vi: 'Lịch thi', en: 'Examinations' },
  marks: { vi: 'Bảng điểm', en: 'Marks' },
  study: { vi: 'Tài liệu, điểm cầu', en: 'Documents and sites' },
  completion: { vi: 'Kết quả', en: 'Results' },
  printouts: { vi: 'In ấn', en: 'Print' },
  messages: { vi: 'Thông báo', en: 'Messages' },
  reminders: { vi: 'Nhắc việc', en: 'Reminders' },
});

export type ClassTab = Exclude<keyof typeof tabWords.vi, 'label'>;

type Seen = Pick<ClassItem, 'id' | 'courseKind' | 'hasMarks'>;

interface Tab {
  readonly name: ClassTab;
  readonly isFor: (item: Seen, actor: Actor) => boolean;
}

const oversees = (actor: Actor) => mayReadPlan(actor) || isSecretary(actor);
const runs = ({ id }: Seen, actor: Actor) => mayRunClass(actor, id);
/** The class, or a group of it. */
const takesAttendance = (item: Seen, actor: Actor) =>
  runs(item, actor) || actor.managedGroups.some(({ classId }) => classId === item.id);

/** In the order a class is lived through. Plain addresses: what stands behind them belongs to rooms above. */
const tabs: readonly Tab[] = [
  { name: 'overview', isFor: () => true },
  { name: 'study', isFor: ({ courseKind }) => courseKind === 'study_session' },
  { name: 'seats', isFor: ({ courseKind }, actor) => courseKind !== 'study_session' && oversees(actor) },
  { name: 'nominations', isFor: ({ courseKind }, actor) => courseKind !== 'study_session' && oversees(actor) },
  { name: 'roster', isFor: (item, actor) => oversees(actor) || takesAttendance(item, actor) },
  { name: 'groups', isFor: (item, actor) => item.courseKind !== 'study_session' && runs(item, actor) },
  { name: 'attendance', isFor: takesAttendance },
  { name: 'exams', isFor: (item, actor) => item.courseKind !== 'study_session' && runs(item, actor) },
  { name: 'marks', isFor: (item, actor) => item.hasMarks && runs(item, actor) },
  { name: 'completion', isFor: (item, actor) => oversees(actor) || runs(item, actor) },
  { name: 'printouts', isFor: (item, actor) => oversees(actor) || takesAttendance(item, actor) },
  { name: 'messages', isFor: runs },
  { name: 'reminders', isFor: (_, actor) => oversees(actor) },
];

/** The parts of one class the reader may open. */
export function ClassTabs({ item, actor, current }: { item: Seen; actor: Actor; current: ClassTab }) {
  const say = useWords(tabWords);
  return (
    <nav class="class-tabs" aria-label={say.label}>
      <ul>
        {tabs
          .filter((tab) => tab.isFor(item, actor))
          .map(({ name }) => (
            <li>
              <a
                href={name === 'overview' ? `/classes/${item.id}` : `/classes/${item.id}/${name}`}
                aria-current={name === current ? 'page' : undefined}
              >
                {say[name]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
