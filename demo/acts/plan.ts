import { ClassTemplatesService } from '../../src/classes/templates/templates.service';
import { addDays, type Day } from '../../src/platform/clock';
import { TrainingPlansQueries } from '../../src/training-plans/training-plans.queries';
import { TrainingPlansService } from '../../src/training-plans/training-plans.service';
import type { Stage } from '../stage';
import { courseId, officer, roomId } from './classes';

/** Quarter, course, classes, people. */
const lines = [
  [1, 'intermediate_theory', 1, 40],
  [1, 'party_awareness', 1, 60],
  [2, 'new_member', 1, 40],
  [2, 'theory_refresher', 2, 120],
  [3, 'party_awareness', 1, 60],
  [3, 'resolution_study', 1, 800],
  [4, 'party_awareness', 1, 24],
  [4, 'theory_refresher', 1, 40],
  [4, 'elementary_theory', 1, 48],
  [4, 'resolution_study', 1, 800],
] as const;

/** The office keeps last year's plan, takes it over for this year, and keeps patterns for what it holds often. */
export async function planYears(stage: Stage, today: Day): Promise<void> {
  stage.at('2026-01-02', '14:00');
  const actor = await officer(stage);
  const plans = stage.get(TrainingPlansService);
  const thisYear = yearOf(today);
  for (const [quarter, course, plannedClasses, targetPeople] of lines) {
    const line = { quarter, courseId: await courseId(stage, course), plannedClasses, targetPeople };
    await plans.add(actor, thisYear - 1, line);
  }
  const copied = await plans.copy(actor, thisYear, thisYear - 1);
  const party = await courseId(stage, 'party_awareness');
  const { lines: ofYear } = await stage.get(TrainingPlansQueries).plan(thisYear, null);
  const awareness = ofYear.find((line) => line.quarter === 1 && line.courseId === party)!;
  const more = { plannedClasses: 2, targetPeople: 90, note: 'Thêm một lớp theo đề nghị của các đơn vị' };
  await plans.change(actor, awareness.id, more, null);
  await templates(stage);
  stage.tell(`The plan of ${thisYear} is taken over from the year before: ${copied} lines`);
}

async function templates(stage: Stage): Promise<void> {
  const actor = await officer(stage);
  const templatesService = stage.get(ClassTemplatesService);
  await templatesService.add(actor, {
    name: 'Bồi dưỡng nhận thức về Đảng, 5 ngày',
    courseId: await courseId(stage, 'party_awareness'),
    mode: 'full_time',
    capacity: 60,
    minSize: 20,
    poolOpen: true,
    freedToPool: false,
    roomId: await roomId(stage, 'Hội trường A'),
    weekdays: [1, 2, 3, 4, 5],
    parts: ['morning', 'afternoon'],
    halfDayCount: 10,
    note: '10 buổi, 50 tiết; viết bài thu hoạch cuối khóa',
  });
  await templatesService.add(actor, {
    name: 'Trung cấp lý luận chính trị, học cuối tuần',
    courseId: await courseId(stage, 'intermediate_theory'),
    mode: 'part_time',
    capacity: 40,
    minSize: 25,
    poolOpen: true,
    freedToPool: false,
    roomId: await roomId(stage, 'Phòng học B2'),
    weekdays: [6, 7],
    parts: ['morning', 'afternoon'],
    halfDayCount: 150,
    note: null,
  });
}

/** The classes held count against the plan, and next year's plan is begun from this year's. */
export async function countAgainstPlan(stage: Stage, today: Day): Promise<void> {
  const actor = await officer(stage);
  const plans = stage.get(TrainingPlansService);
  const queries = stage.get(TrainingPlansQueries);
  let counted = 0;
  for (const year of new Set([2026, yearOf(today), yearOf(addDays(today, 14))])) {
    const { lines: ofYear } = await queries.plan(year, null);
    for (const { courseId: ofCourse } of ofYear)
      for (const held of await queries.countable({ courseId: ofCourse, year })) {
        if (held.state === 'draft') continue;
        const [nearest] = ofYear
          .filter((line) => line.courseId === ofCourse)
          .toSorted(
            (one, other) => quartersAway(one.quarter, held.opensOn) - quartersAway(other.quarter, held.opensOn),
          );
        await plans.attach(actor, nearest!.id, held.id);
        counted += 1;
      }
  }
  await plans.copy(actor, yearOf(today) + 1, yearOf(today));
  stage.tell(`${counted} classes count against the plan; next year's is begun from it`);
}

const quartersAway = (quarter: number, day: Day) => Math.abs(quarter - Math.ceil(Number(day.slice(5, 7)) / 3));

const yearOf = (day: Day) => Number(day.slice(0, 4));
