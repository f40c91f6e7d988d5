import { attend, decideAll, nominateCandidates, officer } from '../../demo/acts/classes';
import { bothParts, called, filled, timetable } from '../../demo/acts/today';
import { groupOfficer, office, otherClassManager, units } from '../../demo/cast';
import type { Stage } from '../../demo/stage';
import { ClassesService } from '../../src/classes/classes.service';
import { addDays, type Day } from '../../src/platform/clock';
import { Database } from '../../src/platform/database/database';
import { ModulesService } from '../../src/theory-classes/modules.service';

/** Three units sent a letter for the open call of the story; these three and all eight for each of three more classes make thirty. */
const alsoNominating = ['BFC', 'SVG', 'VPS'];
const furtherCalls = 3;

/** What a Monday brings: thirty letters to review, one the Group is asked about, a class to close, marks to enter. */
export interface FullDesks {
  /** Whose call is open, asks for the Group's word, and has no list of SFG. */
  readonly calledClass: string;
  readonly classToClose: string;
  readonly classWithMarks: string;
}

/** After the story of the demo, whose last class has a call that is open. */
export async function fillDesks(stage: Stage): Promise<FullDesks> {
  const today = stage.clock.today();
  const classToClose = await overSinceYesterday(stage, today);
  const classWithMarks = await withMarks(stage, today);
  const calledClass = await forTheGroup(stage, today);
  await moreLetters(stage, today);
  for (let nth = 0; nth < furtherCalls; nth += 1) await calledFor(stage, today, nth);
  stage.clock.followSystem();
  return { calledClass, classToClose, classWithMarks };
}

async function overSinceYesterday(stage: Stage, today: Day): Promise<string> {
  const opensOn = addDays(today, -3);
  const closesOn = addDays(opensOn, 2);
  const inClass = {
    ...{ code: `BD-${opensOn}`, course: 'theory_refresher', name: 'Bồi dưỡng lý luận chính trị, lớp ngắn ngày' },
    ...{ capacity: 24, opensOn, closesOn },
  };
  const classId = await called(stage, inClass, addDays(opensOn, -14), { manager: otherClassManager });
  await timetable(
    stage,
    classId,
    'Hội trường A',
    [0, 1, 2].flatMap((offset) => bothParts(addDays(opensOn, offset))),
  );
  await filled(stage, classId, 3, opensOn);
  await attend(stage, otherClassManager, classId, closesOn);
  return classId;
}

/** Learners of an intermediate class, no mark entered. */
async function withMarks(stage: Stage, today: Day): Promise<string> {
  const opensOn = addDays(today, -40);
  const inClass = {
    ...{ code: `TC-${opensOn}`, course: 'intermediate_theory', name: 'Trung cấp lý luận chính trị khóa 2' },
    ...{ capacity: 16, opensOn, closesOn: addDays(today, 300) },
  };
  const classId = await called(stage, inClass, addDays(opensOn, -14));
  stage.at(addDays(opensOn, -10), '09:00');
  for (const { code } of units.slice(0, 5))
    await nominateCandidates(stage, classId, code, 2, { number: '33-CV/ĐU', date: addDays(opensOn, -10) });
  await decideAll(stage, groupOfficer, classId, 'submitted', 'endorse');
  await decideAll(stage, office, classId, 'endorsed', 'accept');
  const actor = await officer(stage);
  await stage.get(ClassesService).confirm(actor, classId, '27-QĐ/ĐUK');
  await stage
    .get(ModulesService)
    .setUp(actor, classId, [
      { number: 1, name: 'Những vấn đề cơ bản của chủ nghĩa Mác – Lênin', kind: 'module', weight: 1 },
    ]);
  return classId;
}

async function forTheGroup(stage: Stage, today: Day): Promise<string> {
  const opensOn = addDays(today, 40);
  const inClass = {
    ...{ code: `TC-${opensOn}`, course: 'intermediate_theory', name: 'Trung cấp lý luận chính trị khóa 3' },
    ...{ capacity: 40, opensOn, closesOn: addDays(opensOn, 300) },
  };
  const classId = await called(stage, inClass, addDays(today, -5));
  stage.at(addDays(today, -1), '09:00');
  for (const code of ['LIX', 'BFC'])
    await nominateCandidates(stage, classId, code, 2, { number: '61-CV/ĐU', date: addDays(today, -1) });
  return classId;
}

async function moreLetters(stage: Stage, today: Day): Promise<void> {
  const [call] = await stage
    .get(Database)
    .read<{ id: string }>(`SELECT id FROM classes WHERE code = $1`, [`SC-${addDays(today, 14)}`]);
  for (const code of alsoNominating) await nominateTwo(stage, call!.id, code, '60-CV/ĐU', addDays(today, -1));
}

async function calledFor(stage: Stage, today: Day, nth: number): Promise<void> {
  const opensOn = addDays(today, 32 + 2 * nth);
  const inClass = {
    ...{ code: `BD-${opensOn}`, course: 'theory_refresher', name: `Bồi dưỡng lý luận chính trị, đợt ${nth + 1}` },
    ...{ capacity: 40, opensOn, closesOn: addDays(opensOn, 1) },
  };
  const classId = await called(stage, inClass, addDays(today, -5));
  await timetable(stage, classId, 'Phòng học B2', bothParts(opensOn));
  for (const { code } of units) await nominateTwo(stage, classId, code, `${70 + nth}-CV/ĐU`, addDays(today, -1));
}

/** A letter that names two. */
async function nominateTwo(stage: Stage, classId: string, code: string, number: string, day: Day): Promise<void> {
  stage.at(day, '10:00');
  const taken = await nominateCandidates(stage, classId, code, 2, { number, date: day });
  if (taken === 0) throw new Error(`Nobody of ${code} can be nominated.`);
}
