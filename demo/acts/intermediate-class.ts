import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassesQueries } from '../../src/classes/classes.queries';
import { ClassManagersService } from '../../src/classes/managers/managers.service';
import { LecturersQueries } from '../../src/classes/places/lecturers.queries';
import { ClassesService } from '../../src/classes/classes.service';
import { TimetableChangesService } from '../../src/enrollments/timetable/timetable-changes.service';
import { JournalQueries } from '../../src/platform/journal/journal.queries';
import { ClosingsService } from '../../src/completions/closings.service';
import { ListImportsQueries } from '../../src/nominations/lists/imports.queries';
import { ListImportsService } from '../../src/nominations/lists/imports.service';
import { NominationsService } from '../../src/nominations/nominations.service';
import { OverridesService } from '../../src/nominations/overrides/overrides.service';
import { ReviewsService } from '../../src/nominations/reviews.service';
import { CandidatesQueries } from '../../src/nominations/candidates.queries';
import { FairSharesService } from '../../src/nominations/seats/fair-shares.service';
import { SeatMovesService } from '../../src/nominations/seats/moves.service';
import { releaseSeats } from '../../src/nominations/nominations.jobs';
import { type Day, momentAt } from '../../src/platform/clock';
import { DiplomasService } from '../../src/theory-classes/diplomas.service';
import { ExamPermissionsService } from '../../src/theory-classes/exam-permissions.service';
import { MarksQueries } from '../../src/theory-classes/marks.queries';
import { MarksService } from '../../src/theory-classes/marks.service';
import { TheoryClassesQueries } from '../../src/theory-classes/theory-classes.queries';
import { ModulesService } from '../../src/theory-classes/modules.service';
import { classManager, groupOfficer, office, secretaryOf, units } from '../cast';
import type { Stage } from '../stage';
import { remind } from './reminding';
import {
  attend,
  courseId,
  decideAll,
  learnersOf,
  nominateCandidates,
  nominationsIn,
  officer,
  roomId,
  unitId,
} from './classes';

const opensOn = '2026-01-17';
const closesOn = '2026-10-25';

/** One intermediate theory class from the call to the training record. */
export async function playIntermediateClass(stage: Stage): Promise<void> {
  const classId = await schedule(stage);
  await nominate(stage, classId);
  await review(stage, classId);
  await study(stage, classId);
  await close(stage, classId);
}

async function schedule(stage: Stage): Promise<string> {
  stage.at('2026-01-03');
  const actor = await officer(stage);
  const room = await roomId(stage, 'Phòng học B2');
  const lecturers = (await stage.get(LecturersQueries).list({ limit: 100 })).items;
  const classId = await stage.get(ClassesService).create(actor, {
    code: 'TC-01/2026',
    courseId: await courseId(stage, 'intermediate_theory'),
    name: 'Trung cấp lý luận chính trị khóa 1 năm 2026',
    mode: 'part_time',
    opensOn,
    closesOn,
    capacity: 40,
    roomId: room,
    poolOpen: true,
    releaseAfter: '2026-01-12',
  });
  const changes = stage.get(TimetableChangesService);
  const pattern = {
    weekdays: [6, 7] as const,
    parts: ['morning', 'afternoon'] as const,
    from: opensOn,
    to: closesOn,
    skipHolidays: true,
    roomId: room,
  };
  await changes.add(actor, classId, { wanted: { pattern }, decisions: {} });
  const halfDays = await stage.get(ClassesQueries).halfDays(classId);
  for (const [index, { id }] of halfDays.entries())
    await changes.move(actor, id, { lecturerId: lecturers[Math.floor(index / 4) % lecturers.length]!.id });
  await stage.get(ModulesService).setUp(actor, classId, modules);
  await stage.get(ClassManagersService).appoint(actor, classId, { email: classManager });

  const shares = await stage.get(FairSharesService).suggest(classId);
  const reason = 'Phân bổ theo số cán bộ đủ điều kiện của từng đơn vị';
  await stage.get(SeatMovesService).make(actor, classId, { kind: 'allocated', shares }, { reason });
  await stage.get(ClassesService).announce(actor, classId, {
    callOpensAt: momentAt('2026-01-03', '08:00'),
    callClosesAt: momentAt('2026-01-12', '17:00'),
  });
  stage.tell(
    `An intermediate class of 40 seats is called: ${halfDays.length} half-days from 17/01/2026 to 25/10/2026, none in the Tết weekends`,
  );
  return classId;
}

const modules = [
  'Những vấn đề cơ bản của chủ nghĩa Mác – Lênin',
  'Tư tưởng Hồ Chí Minh',
  'Lịch sử Đảng Cộng sản Việt Nam',
  'Nội dung cơ bản của Quy định về xây dựng Đảng',
  'Nhà nước và pháp luật Việt Nam',
  'Đường lối, chính sách trên các lĩnh vực',
  'Kỹ năng lãnh đạo, quản lý',
  'Nghiệp vụ công tác đảng ở cơ sở',
  'Công tác Mặt trận và đoàn thể',
  'Quản lý hành chính nhà nước',
  'Bảo vệ nền tảng tư tưởng của Đảng',
  'Quốc phòng và an ninh',
  'Tình hình, nhiệm vụ của địa phương và ngành',
]
  .map((name, index) => ({ number: index + 1, name, kind: 'module' as const, weight: 1 }))
  .concat([
    { number: 14, name: 'Nghiên cứu thực tế', kind: 'field_report' as never, weight: 1 },
    { number: 15, name: 'Khóa luận tốt nghiệp', kind: 'graduation_paper' as never, weight: 3 },
  ]);

/** Three units send the lists they keep anyway, the others choose from their eligible candidates; one has no need. */
async function nominate(stage: Stage, classId: string): Promise<void> {
  await remind(stage, '2026-01-05');
  await sendList(stage, classId, 'LIX', '2026-01-05');
  await sendList(stage, classId, 'CSM', '2026-01-05');
  await sendList(stage, classId, 'SFG', '2026-01-06');
  for (const [code, day, count] of [
    ['PAC', '2026-01-07', 9],
    ['VPS', '2026-01-08', 9],
    ['CSV', '2026-01-08', 9],
  ] as const) {
    stage.at(day, '09:30');
    const taken = await nominateCandidates(stage, classId, code, count, {
      number: `${code === 'PAC' ? 21 : 33}-CV/ĐU`,
      date: day,
    });
    stage.tell(`  ${code} nominates ${taken} of its eligible candidates`);
  }
  await remind(stage, '2026-01-09');
  stage.at('2026-01-10', '15:00');
  for (const [code, count] of [
    ['BFC', 9],
    ['SVG', 1],
  ] as const) {
    const taken = await nominateCandidates(stage, classId, code, count, { number: '15-CV/ĐU', date: '2026-01-10' });
    stage.tell(`  ${code} nominates ${taken} of its eligible candidates`);
  }
  await nominateByException(stage, classId);
  await remind(stage, '2026-01-11');
}

/** A cadre whom one rule alone holds back comes in by a decision of the Group, which the unit could not record itself. */
async function nominateByException(stage: Stage, classId: string): Promise<void> {
  const { code, unit, personId, rule } = await heldBackByOneRule(stage, classId);
  await stage.get(OverridesService).record(await stage.actor(groupOfficer), classId, {
    personId,
    rule,
    decisionNumber: '128-QĐ/ĐU',
    decisionDate: '2026-01-09',
    authority: 'Ban Thường vụ Đảng ủy Tập đoàn',
    reason: 'Cán bộ nguồn, cần bồi dưỡng sớm',
  });
  await stage.get(NominationsService).nominate(await stage.actor(secretaryOf(code)), classId, {
    personId,
    unitId: unit,
    letter: { number: '16-CV/ĐU', date: '2026-01-10' },
  });
  stage.tell(`  ${code} nominates one more, whom decision 128-QĐ/ĐU of the Group lets in (${rule})`);
}

async function heldBackByOneRule(stage: Stage, classId: string) {
  for (const rule of ['minimum_age', 'ratings', 'education'])
    for (const { code } of units) {
      const unit = await unitId(stage, code);
      const found = (await stage.get(CandidatesQueries).of(classId, unit)).find(({ checks }) => {
        const blocking = checks.filter(({ outcome }) => outcome === 'block');
        return blocking.length === 1 && blocking[0]!.rule === rule;
      });
      if (found) return { code, unit, personId: found.personId, rule };
    }
  throw new Error('Nobody is held back by one rule alone.');
}

async function sendList(stage: Stage, classId: string, code: string, day: Day): Promise<void> {
  stage.at(day, '10:00');
  const secretary = await stage.actor(secretaryOf(code));
  const name = `trich-ngang-${code}.xlsx`;
  const file = { name, content: await readFile(join('demo', 'data', 'nomination-lists', name)) };
  const imports = stage.get(ListImportsService);
  const id = await imports.preview(secretary, classId, await unitId(stage, code), file);
  await imports.apply(secretary, id, {});
  const rows = await stage.get(ListImportsQueries).rows(id);
  stage.tell(`  ${code} sends ${name}:`);
  for (const { ordinal, fullName, verdict, reason } of rows.filter((row) => row.verdict !== 'passed_over')) {
    stage.tell(`    ${(ordinal ?? '').padStart(2)}  ${(fullName ?? '').padEnd(24)} ${verdict.padEnd(14)} ${reason.vi}`);
  }
}

async function review(stage: Stage, classId: string): Promise<void> {
  const reviews = stage.get(ReviewsService);
  const nominations = stage.get(NominationsService);
  stage.at('2026-01-13', '08:30');
  const endorsed = await decideAll(stage, groupOfficer, classId, 'submitted', 'endorse');

  const actor = await officer(stage);
  const holders = (await nominationsIn(stage, classId, 'endorsed')).filter(({ rank }) => rank === null);
  const holderOf = (code: string, nth: number) => holders.filter(({ unitCode }) => unitCode === code)[nth]!;
  const returned = holderOf('PAC', 0);
  await reviews.return(actor, returned.id, 'Bổ sung ngày chính thức trong danh sách trích ngang', '2026-01-15');
  await reviews.reject(actor, holderOf('LIX', 1).id, 'Đang được cử biệt phái dài hạn, không bảo đảm thời gian học');
  await nominations.withdraw(
    await stage.actor(secretaryOf('LIX')),
    holderOf('LIX', 0).id,
    'Đi công tác nước ngoài đến tháng 6/2026',
  );
  await stage.work(releaseSeats, {});
  const [line] = (await stage.get(JournalQueries).list({ unitIds: null, classId, action: 'seats.released' })).items;
  const released = Number(line?.facts['count']);
  stage.tell(`The release day has passed: ${released} unused seats go to the pool and are taken by those who wait`);
  const accepted = await decideAll(stage, office, classId, 'endorsed', 'accept');

  stage.at('2026-01-14', '09:00');
  await nominations.submit(await stage.actor(secretaryOf('PAC')), returned.id, {
    number: '24-CV/ĐU',
    date: '2026-01-14',
  });
  await reviews.endorse(await stage.actor(groupOfficer), returned.id);
  await reviews.accept(actor, returned.id);
  await stage.get(ClassesService).confirm(actor, classId, '05-QĐ/ĐUK');
  stage.tell(
    `The Group endorses ${endorsed}, the office accepts ${accepted + 1}, rejects one and returns one; LIX withdraws one and its reserves move up`,
  );
}

async function study(stage: Stage, classId: string): Promise<void> {
  await remind(stage, '2026-01-16');
  const halfDays = await attend(stage, classManager, classId, closesOn);
  stage.at(closesOn, '18:00');
  const enrolled = await learnersOf(stage, classId);
  const known = await stage.get(TheoryClassesQueries).modules(classId);
  const manager = await stage.actor(classManager);
  const rows = (await stage.get(MarksQueries).marks(classId, { limit: null })).items;
  const barred = new Map(
    rows.map(({ enrollmentId, marks }) => [
      enrollmentId,
      marks.flatMap(({ moduleId, bar }) => (bar ? [moduleId] : [])),
    ]),
  );
  await letOneIn(stage, [...barred]);
  for (const [seat, { id }] of enrolled.entries()) {
    const closed = barred.get(id)!;
    await stage.get(MarksService).enter(
      manager,
      id,
      known
        .filter((module) => !closed.includes(module.id))
        .map((module) => ({ moduleId: module.id, mark: markFor(seat, module.number) })),
    );
  }
  stage.tell(
    `Nine months pass: ${halfDays} half-days with attendance, marks in ${known.length} modules for ${enrolled.length} people`,
  );
}

/** Of those who missed too much, a decision lets one sit the examination of one module all the same. */
async function letOneIn(stage: Stage, barred: readonly (readonly [string, string[]])[]): Promise<void> {
  const people = barred.filter(([, moduleIds]) => moduleIds.length > 0);
  const [first] = people;
  if (!first) return;
  const [enrollmentId, moduleIds] = first;
  await stage.get(ExamPermissionsService).record(await officer(stage), enrollmentId, {
    moduleIds: moduleIds.splice(0, 1),
    decisionNumber: '41-QĐ/ĐUK',
    decidedOn: '2026-10-20',
    reason: 'Nghỉ điều trị có xác nhận của bệnh viện',
  });
  stage.tell(
    `${people.length} missed too many half-days to be examined; decision 41-QĐ/ĐUK lets one of them sit one module`,
  );
}

/** Between 6 and 9.5 in steps of a half; one person fails a module. */
function markFor(seat: number, module: number): number {
  if (seat === 3 && module === 5) return 4;
  return 6 + ((seat * 7 + module * 5) % 8) / 2;
}

async function close(stage: Stage, classId: string): Promise<void> {
  stage.at('2026-10-26', '09:00');
  const actor = await officer(stage);
  await stage.follow(await stage.get(ClosingsService).request(actor, classId), 'closing the intermediate class');

  stage.at('2026-10-30', '14:00');
  const diplomas = await stage.get(TheoryClassesQueries).diplomas(classId);
  await stage.get(DiplomasService).recordAll(
    actor,
    diplomas.map(({ id }, index) => ({
      diplomaId: id,
      number: `TC ${String(4121 + index).padStart(6, '0')}`,
      issuedOn: '2026-10-29',
    })),
  );
  stage.tell(`The school's ${diplomas.length} diplomas are recorded`);
}
