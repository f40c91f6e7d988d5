import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AccountsService } from '../../src/accounts/accounts.service';
import { LecturersService } from '../../src/classes/places/lecturers.service';
import { RoomsService } from '../../src/classes/places/rooms.service';
import { CoursesService } from '../../src/courses/courses.service';
import { OrganizationService } from '../../src/organization/organization.service';
import { RosterImportsService } from '../../src/people/roster-imports.service';
import { Actor } from '../../src/platform/access/actor';
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

async function organization(stage: Stage): Promise<void> {
  const organization = stage.get(OrganizationService);
  const accounts = stage.get(AccountsService);
  const setUpActor = Actor.service('demo');
  const since = '2020-10-01';
  const bloc = await organization.establish(setUpActor, {
    code: 'KHOI',
    kind: 'bloc',
    nameVi: 'Đảng ủy Khối cơ sở Bộ Công Thương tại TP. Hồ Chí Minh',
    nameEn: 'Bloc committee of the Ministry of Industry and Trade in Ho Chi Minh City',
    parentId: null,
    address: '12 Nguyễn Thị Minh Khai, TP. Hồ Chí Minh',
    since,
  });
  const group = await organization.establish(setUpActor, {
    code: 'TAPDOAN',
    kind: 'group',
    nameVi: 'Đảng ủy Tập đoàn Hóa chất Việt Nam',
    nameEn: 'Group committee of the Vietnam National Chemical Group',
    parentId: bloc,
    address: null,
    since,
  });
  const account = async (
    email: string,
    name: string,
    role: 'admin' | 'training_officer' | 'group_officer' | 'unit_secretary' | null,
    unitId: string,
  ) => {
    const accountId = await accounts.create(setUpActor, {
      email,
      name,
      password: demoPassword,
      locale: 'vi',
      personId: null,
    });
    if (role) await accounts.grant(setUpActor, { accountId, role, unitId });
    return accountId;
  };
  const officeAccount = await account(office, 'Lê Thị Thanh Tâm', 'training_officer', bloc);
  await accounts.grant(setUpActor, { accountId: officeAccount, role: 'admin', unitId: bloc });
  await account(groupOfficer, 'Nguyễn Quốc Hưng', 'group_officer', group);
  await account(classManager, 'Phạm Thị Hồng Vân', null, bloc);
  await account(otherClassManager, 'Trương Quang Khải', null, bloc);
  for (const [index, { code, ...names }] of units.entries()) {
    const unitId = await organization.establish(setUpActor, { ...names, code, kind: 'base', parentId: group, since });
    await account(secretaryOf(code), secretaries[index]!, 'unit_secretary', unitId);
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
    const { changed } = await stage.one<{ changed: number }>(
      `SELECT count(*) AS changed FROM import_rows WHERE import_id = $1 AND verdict <> 'same'`,
      again,
    );
    if (changed > 0) throw new Error(`The roster of ${code} sent again would change ${changed} rows.`);
  }
  stage.tell(`${people} people came from eight rosters; the same files again change nothing`);
}

async function cadreAccount(stage: Stage): Promise<void> {
  const person = await stage.one<{ id: string; name: string }>(
    'SELECT id, full_name AS name FROM persons WHERE code = $1',
    cadreCode,
  );
  await stage.get(AccountsService).create(Actor.service('demo'), {
    email: cadre,
    name: person.name,
    password: demoPassword,
    locale: 'vi',
    personId: person.id,
  });
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
