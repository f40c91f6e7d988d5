import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DirectoryService } from '../../src/accounts/directory/directory.service';
import { FirstAdministratorService } from '../../src/accounts/first-administrator.service';
import { LecturersService } from '../../src/classes/places/lecturers.service';
import { RoomsService } from '../../src/classes/places/rooms.service';
import { CoursesService } from '../../src/courses/courses.service';
import { UnitTreeService } from '../../src/organization/unit-tree.service';
import { RosterImportsQueries } from '../../src/people/rosters/imports.queries';
import { RosterImportsService } from '../../src/people/rosters/imports.service';
import type { Actor, Role } from '../../src/platform/access/actor';
import {
  cadre,
  cadreCode,
  classManager,
  demoPassword,
  groupOfficer,
  office,
  otherClassManager,
  secretaryOf,
  units,
} from '../cast';
import type { Stage } from '../stage';
import { personByCode, unitId } from './classes';

/** The organisation, the people of eight rosters, the programmes, the rooms. */
export async function setUp(stage: Stage): Promise<void> {
  stage.at('2026-01-02');
  await organization(stage);
  await rosters(stage);
  await cadreAccount(stage);
  const officer = await stage.actor(office);
  await stage.get(CoursesService).establishCatalogue(officer);
  await roomsAndLecturers(stage, officer);
  stage.tell('The seven programmes are in the catalogue, with their rules and sources');
}

/** From the link of the first start to everybody at their desk. */
async function organization(stage: Stage): Promise<void> {
  const first = stage.get(FirstAdministratorService);
  const link = await first.newLink();
  const typed = {
    code: new URL(link!.url).searchParams.get('code')!,
    blocName: 'Đảng ủy Khối cơ sở Bộ Công Thương tại TP. Hồ Chí Minh',
    blocNameEn: 'Bloc committee of the Ministry of Industry and Trade in Ho Chi Minh City',
    name: 'Lê Thị Thanh Tâm',
    email: office,
    password: demoPassword,
  };
  stage.knows(office, await first.create(typed, 'vi'));
  const actor = await stage.actor(office);
  const tree = stage.get(UnitTreeService);
  const bloc = await unitId(stage, 'KHOI');
  await tree.locate(actor, bloc, '12 Nguyễn Thị Minh Khai, TP. Hồ Chí Minh');
  const group = await tree.add(actor, {
    code: 'TAPDOAN',
    kind: 'group',
    nameVi: 'Đảng ủy Tập đoàn Hóa chất Việt Nam',
    nameEn: 'Group committee of the Vietnam National Chemical Group',
    parentId: bloc,
  });
  const invite = async (email: string, name: string, role: Role, of?: string) => {
    const invited = { email, name, role, ...(of && { unitId: of }) };
    await stage.comes(actor, await stage.get(DirectoryService).open(actor, invited), email);
  };
  await invite(groupOfficer, 'Nguyễn Quốc Hưng', 'group_officer', group);
  await invite(classManager, 'Phạm Thị Hồng Vân', 'class_manager');
  await invite(otherClassManager, 'Trương Quang Khải', 'class_manager');
  for (const [index, unit] of units.entries()) {
    const unitOfDemo = await tree.add(actor, { ...unit, kind: 'base', parentId: group });
    await invite(secretaryOf(unit.code), secretaries[index]!, 'unit_secretary', unitOfDemo);
  }
  stage.tell('The Bloc, the Group and eight units stand, and their people can sign in');
}

const secretaries = [
  'Võ Minh Đức',
  'Trần Thị Kim Liên',
  'Nguyễn Hữu Phước',
  'Đặng Văn Lộc',
  'Lý Quốc Bảo',
  'Hồ Thị Mỹ Dung',
  'Bùi Thanh Tùng',
  'Phan Thị Ngọc Hà',
];

/** Each secretary imports the roster of the unit; sent a second time, the same file changes nothing. */
async function rosters(stage: Stage): Promise<void> {
  const imports = stage.get(RosterImportsService);
  let people = 0;
  for (const { code } of units) {
    const secretary = await stage.actor(secretaryOf(code));
    const [unitId] = secretary.grantedUnits('unit_secretary');
    const name = `danh-sach-can-bo-${code}.xlsx`;
    const file = { name, content: await readFile(join('demo', 'data', 'rosters', name)) };
    const first = await imports.apply(secretary, await imports.preview(secretary, unitId!, file));
    people += first.new;
    const again = await imports.preview(secretary, unitId!, file);
    const { summary } = (await stage.get(RosterImportsQueries).rosterImport(again))!;
    const changed = summary.new + summary.changed + summary.refused;
    if (changed > 0) throw new Error(`The roster of ${code} sent again would change ${changed} rows.`);
  }
  stage.tell(`${people} people came from eight rosters; the same files again change nothing`);
}

/** A secretary invites one of the unit's people. */
async function cadreAccount(stage: Stage): Promise<void> {
  const secretary = await stage.actor(secretaryOf('CSM'));
  const { id: personId } = await personByCode(stage, cadreCode);
  await stage.comes(secretary, await stage.get(DirectoryService).open(secretary, { personId }), cadre);
}

async function roomsAndLecturers(stage: Stage, officer: Actor): Promise<void> {
  for (const [name, capacity] of [
    ['Hội trường A', 400],
    ['Phòng học B2', 45],
    ['Phòng học B3', 60],
  ] as const) {
    await stage
      .get(RoomsService)
      .add(officer, { name, address: 'Trung tâm Bồi dưỡng, 12 Nguyễn Thị Minh Khai, TP. Hồ Chí Minh', capacity });
  }
  for (const fullName of ['Nguyễn Văn Thành', 'Trần Thị Bích Ngọc', 'Lê Hoàng Nam', 'Đỗ Thị Phương Mai']) {
    await stage.get(LecturersService).add(officer, { fullName, workplace: 'Trường Chính trị Thành phố' });
  }
}
