import { GrantLoansService } from '../../src/accounts/grant-loans.service';
import { ClassesService, type NewClass } from '../../src/classes/classes.service';
import type { DayPart } from '../../src/classes/day-parts';
import { ClassManagersService } from '../../src/classes/managers/managers.service';
import { ClosingsService } from '../../src/completions/closings.service';
import { TimetableChangesService } from '../../src/enrollments/timetable/timetable-changes.service';
import { EssaysService } from '../../src/enrollments/essays/essays.service';
import { SeatMovesService } from '../../src/nominations/seats/moves.service';
import { addDays, type Day, momentAt } from '../../src/platform/clock';
import { NominationsService } from '../../src/nominations/nominations.service';
import { RegistrationsService } from '../../src/study-sessions/registrations.service';
import { StudySessionsService } from '../../src/study-sessions/study-sessions.service';
import { cadre, cadreCode, classManager, office, otherClassManager, secretaryOf, units } from '../cast';
import type { Stage } from '../stage';
import { lookForWhatIsDue, remind } from './reminding';
import {
  attend,
  courseId,
  decideAll,
  learnersOf,
  nominateCandidates,
  officer,
  personByCode,
  roomId,
  unitId,
} from './classes';

/** So that every desk has something today, whatever day it is: a class just over, one running, an open call, a study session. */
export async function playToday(stage: Stage, today: Day): Promise<void> {
  await finishedAwarenessClass(stage, today);
  await runningRefresher(stage, today);
  await openCall(stage, today);
  await studySession(stage, today);
  stage.clock.followSystem();
  await lookForWhatIsDue(stage);
}

async function finishedAwarenessClass(stage: Stage, today: Day): Promise<void> {
  const opensOn = addDays(today, -30);
  const closesOn = addDays(opensOn, 4);
  const classId = await called(
    stage,
    {
      code: `NT-${opensOn}`,
      course: 'party_awareness',
      name: 'Bồi dưỡng nhận thức về Đảng',
      capacity: 24,
      opensOn,
      closesOn,
    },
    addDays(opensOn, -14),
    { manager: otherClassManager },
  );
  await timetable(
    stage,
    classId,
    'Hội trường A',
    [0, 1, 2, 3, 4].flatMap((offset) => bothParts(addDays(opensOn, offset))),
  );
  await filled(stage, classId, 3, opensOn);
  await attend(stage, otherClassManager, classId, closesOn);

  const actor = await officer(stage);
  const enrolled = await learnersOf(stage, classId);
  stage.at(addDays(closesOn, 3));
  for (const [seat, { id }] of enrolled.entries()) {
    if (seat === 5) continue;
    await stage
      .get(EssaysService)
      .handIn(actor, id, { body: 'Bài thu hoạch: nhận thức của bản thân về Đảng và phương hướng phấn đấu.' });
    await stage.get(EssaysService).mark(actor, id, 6.5 + (seat % 6) / 2);
  }
  stage.at(addDays(closesOn, 6));
  await stage.follow(await stage.get(ClosingsService).request(actor, classId), 'closing the party-awareness class');
}

async function runningRefresher(stage: Stage, today: Day): Promise<void> {
  const opensOn = addDays(today, -7);
  const closesOn = addDays(today, 7);
  const classId = await called(
    stage,
    {
      code: `BD-${opensOn}`,
      course: 'theory_refresher',
      name: 'Bồi dưỡng lý luận chính trị cho đảng viên',
      capacity: 40,
      opensOn,
      closesOn,
    },
    addDays(opensOn, -14),
  );
  await timetable(
    stage,
    classId,
    'Phòng học B3',
    [-7, -6, 0, 1, 7].flatMap((offset) => bothParts(addDays(today, offset))),
  );
  await nominateCadre(stage, classId, opensOn);
  await filled(stage, classId, 4, opensOn);
  await attend(stage, classManager, classId, addDays(today, -1));
  stage.tell('A refresher class is running, with half-days today');
}

async function openCall(stage: Stage, today: Day): Promise<void> {
  const opensOn = addDays(today, 14);
  await called(
    stage,
    {
      code: `SC-${opensOn}`,
      course: 'elementary_theory',
      name: 'Sơ cấp lý luận chính trị',
      capacity: 48,
      opensOn,
      closesOn: addDays(opensOn, 13),
    },
    addDays(today, -5),
    { callUntil: addDays(today, 4) },
  ).then(async (classId) => {
    await timetable(
      stage,
      classId,
      'Phòng học B3',
      Array.from({ length: 10 }, (_, offset) => bothParts(addDays(opensOn, offset + 1))).flat(),
    );
    stage.at(addDays(today, -2), '10:00');
    for (const code of ['CSM', 'PAC', 'LIX'])
      await nominateCandidates(stage, classId, code, 3, { number: '58-CV/ĐU', date: addDays(today, -2) });
    await nameADeputy(stage, today);
  });
  for (const days of [5, 3, 1]) await remind(stage, addDays(today, -days));
  stage.tell('A call is open, its deadline four days away');
}

async function studySession(stage: Stage, today: Day): Promise<void> {
  const day = addDays(today, 6);
  stage.at(addDays(today, -1));
  const actor = await officer(stage);
  const hall = await roomId(stage, 'Hội trường A');
  const host = await unitId(stage, 'CSM');
  const central = 'Hội trường A, Trung tâm Bồi dưỡng';
  const connected = 'Hội trường Công ty CP Công nghiệp Cao su Miền Nam';
  const obliged = await Promise.all(
    units.map(async ({ code }, index) => ({
      unitId: await unitId(stage, code),
      siteName: index % 2 === 0 ? central : connected,
    })),
  );
  const bloc = await unitId(stage, 'KHOI');
  const classId = await stage.get(StudySessionsService).schedule(actor, {
    class: {
      code: `NQ-${day}`,
      courseId: await courseId(stage, 'resolution_study'),
      name: 'Học tập, quán triệt các nghị quyết mới của Trung ương',
      mode: 'part_time',
      opensOn: day,
      closesOn: day,
      capacity: 800,
      roomId: hall,
    },
    documents: [
      'Nghị quyết về phát triển khoa học, công nghệ và chuyển đổi số',
      'Nghị quyết về đổi mới công tác xây dựng và thi hành pháp luật',
    ],
    sites: [
      {
        name: central,
        hostUnitId: bloc,
        address: '12 Nguyễn Thị Minh Khai, TP. Hồ Chí Minh',
        capacity: 400,
        central: true,
      },
      {
        name: connected,
        hostUnitId: host,
        address: '180 Nguyễn Thị Minh Khai, Phường Xuân Hòa, TP. Hồ Chí Minh',
        capacity: 400,
        central: false,
      },
    ],
    obliged,
  });
  await timetable(stage, classId, 'Hội trường A', [{ day, part: 'morning' }]);
  await stage.get(ClassesService).announce(actor, classId, {
    callOpensAt: momentAt(addDays(today, -1), '08:00'),
    callClosesAt: momentAt(addDays(day, -1), '17:00'),
  });
  await stage
    .get(RegistrationsService)
    .register(await stage.actor(secretaryOf('SVG')), classId, { unitId: await unitId(stage, 'SVG'), allMembers: true });
  stage.tell('A resolution study session stands next week at two sites; SVG has registered its members');
}

/** A secretary about to go on leave names a deputy. */
async function nameADeputy(stage: Stage, today: Day): Promise<void> {
  const secretary = await stage.actor(secretaryOf('CSM'));
  await stage.get(GrantLoansService).lend(secretary, {
    grantId: secretary.listedGrants.find(({ role }) => role === 'unit_secretary')!.id,
    email: cadre,
    startsOn: addDays(today, 3),
    endsOn: addDays(today, 10),
    reason: 'Bí thư nghỉ phép',
  });
  stage.tell('The secretary of CSM names a deputy for next week');
}

type ClassOfToday = Omit<NewClass, 'courseId' | 'mode' | 'roomId'> & { readonly course: string };

/** A class of the first manager whose call opens on `callFrom` and lasts nine days, unless told otherwise. */
export async function called(
  stage: Stage,
  { course, ...newClass }: ClassOfToday,
  callFrom: Day,
  { callUntil = addDays(callFrom, 9), manager: email = classManager } = {},
): Promise<string> {
  stage.at(callFrom, '08:00');
  const actor = await officer(stage);
  const classId = await stage
    .get(ClassesService)
    .create(actor, { ...newClass, courseId: await courseId(stage, course), mode: 'part_time', poolOpen: true });
  const share = Math.floor(newClass.capacity / units.length);
  const shares = await Promise.all(
    units.map(async ({ code }) => ({ unitId: await unitId(stage, code), seats: share })),
  );
  await stage
    .get(SeatMovesService)
    .make(actor, classId, { kind: 'allocated', shares }, { reason: 'Chia đều cho các đơn vị' });
  await stage
    .get(ClassesService)
    .announce(actor, classId, { callOpensAt: momentAt(callFrom, '08:00'), callClosesAt: momentAt(callUntil, '17:00') });
  await stage.get(ClassManagersService).appoint(actor, classId, { email });
  return classId;
}

export async function timetable(
  stage: Stage,
  classId: string,
  roomName: string,
  halfDays: readonly { day: Day; part: DayPart }[],
): Promise<void> {
  const held = await roomId(stage, roomName);
  for (const at of halfDays)
    await stage
      .get(TimetableChangesService)
      .add(await officer(stage), classId, { wanted: { halfDay: { ...at, roomId: held } }, decisions: {} });
}

export const bothParts = (day: Day) => (['morning', 'afternoon'] as const).map((part) => ({ day, part }));

/** Every unit nominates, the office accepts, the class is confirmed; on the way the reminders of those weeks go out. */
export async function filled(stage: Stage, classId: string, eachUnit: number, opensOn: Day): Promise<void> {
  const before = (days: number) => addDays(opensOn, -days);
  for (const days of [14, 12]) await remind(stage, before(days));
  stage.at(before(10), '09:00');
  for (const { code } of units) {
    await nominateCandidates(stage, classId, code, eachUnit, { number: '40-CV/ĐU', date: before(10) });
  }
  stage.at(before(8), '09:00');
  await decideAll(stage, office, classId, 'submitted', 'accept');
  await stage.get(ClassesService).confirm(await officer(stage), classId, '31-QĐ/ĐUK');
  for (const days of [8, 7, 6, 1]) await remind(stage, before(days));
}

/** The cadre one may sign in as goes to this class too, so that there is a timetable to look at. */
async function nominateCadre(stage: Stage, classId: string, opensOn: Day): Promise<void> {
  stage.at(addDays(opensOn, -11), '09:00');
  const person = await personByCode(stage, cadreCode);
  const letter = { number: '39-CV/ĐU', date: addDays(opensOn, -11) };
  const secretary = await stage.actor(secretaryOf('CSM'));
  await stage
    .get(NominationsService)
    .nominate(secretary, classId, { personId: person.id, unitId: person.unitId, letter });
}
