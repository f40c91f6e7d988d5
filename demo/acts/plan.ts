import { ClassTemplatesService } from '../../src/classes/templates/templates.service';
import type { Day } from '../../src/platform/clock';
import { TrainingPlansService } from '../../src/training-plans/training-plans.service';
import type { Stage } from '../stage';
import { officer } from './classes';

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
    const courseId = await courseOf(stage, course);
    await plans.add(actor, thisYear - 1, { quarter, courseId, plannedClasses, targetPeople });
  }
  const copied = await plans.copy(actor, thisYear, thisYear - 1);
  const awareness = await stage.one<{ id: string }>(
    `SELECT l.id FROM training_plan_lines l JOIN courses c ON c.id = l.course_id WHERE l.year = $1 AND l.quarter = 1 AND c.code = 'party_awareness'`,
    thisYear,
  );
  const more = { plannedClasses: 2, targetPeople: 90, note: 'Thêm một lớp theo đề nghị của các đơn vị' };
  await plans.change(actor, awareness.id, more, null);
  await templates(stage);
  stage.tell(`The plan of ${thisYear} is taken over from the year before: ${copied} lines`);
}

async function templates(stage: Stage): Promise<void> {
  const actor = await officer(stage);
  const room = (name: string) => stage.one<{ id: string }>('SELECT id FROM rooms WHERE name = $1', name);
  const templatesService = stage.get(ClassTemplatesService);
  await templatesService.add(actor, {
    name: 'Bồi dưỡng nhận thức về Đảng, 5 ngày',
    courseId: await courseOf(stage, 'party_awareness'),
    mode: 'full_time',
    capacity: 60,
    minSize: 20,
    poolOpen: true,
    freedToPool: false,
    roomId: (await room('Hội trường A')).id,
    weekdays: [1, 2, 3, 4, 5],
    parts: ['morning', 'afternoon'],
    halfDayCount: 10,
    note: '10 buổi, 50 tiết; viết bài thu hoạch cuối khóa',
  });
  await templatesService.add(actor, {
    name: 'Trung cấp lý luận chính trị, học cuối tuần',
    courseId: await courseOf(stage, 'intermediate_theory'),
    mode: 'part_time',
    capacity: 40,
    minSize: 25,
    poolOpen: true,
    freedToPool: false,
    roomId: (await room('Phòng học B2')).id,
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
  const planned = await stage.rows<{ lineId: string; classId: string }>(
    `SELECT DISTINCT ON (k.id) l.id AS line_id, k.id AS class_id FROM classes k JOIN training_plan_lines l
       ON l.course_id = k.course_id AND l.year = extract(year FROM k.opens_on)
     WHERE k.state <> 'draft' ORDER BY k.id, abs(l.quarter - extract(quarter FROM k.opens_on))`,
  );
  for (const { lineId, classId } of planned) await plans.attach(actor, lineId, classId);
  await plans.copy(actor, yearOf(today) + 1, yearOf(today));
  stage.tell(`${planned.length} classes count against the plan; next year's is begun from it`);
}

const yearOf = (day: Day) => Number(day.slice(0, 4));

async function courseOf(stage: Stage, code: string): Promise<string> {
  return (await stage.one<{ id: string }>('SELECT id FROM courses WHERE code = $1', code)).id;
}
