import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { foldName, sortName } from '../../src/platform/names';
import { type Life, numbers, times } from './life';
import type { Rows, Tables } from './tables';

const surnames = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ');
const middles = {
  male: 'Văn Đức Minh Quốc Hữu Thanh Công Xuân'.split(' '),
  female: 'Thị Ngọc Thu Minh Kim Thanh Bích Diệu'.split(' '),
};
const givens =
  'Ánh An Bình Châu Chi Cường Dũng Đạt Giang Hà Hải Hạnh Hiền Hòa Hùng Hương Khánh Lan Liên Linh Long Mai Nam Nga Oanh Phúc Phương Quân Quang Sơn Tâm Thảo Thắng Thủy Trang Trung Tuấn Tùng Vân Yến'.split(
    ' ',
  );
const positions = [
  ...['Công nhân vận hành', 'Nhân viên', 'Chuyên viên', 'Kỹ sư', 'Tổ trưởng'],
  ...['Phó Trưởng phòng Kế hoạch', 'Trưởng phòng Kỹ thuật', 'Quản đốc phân xưởng 2'],
];
/** From here on a position makes a key cadre. */
const firstKeyPosition = 5;
const standings = ['non_member', 'probationary', ...times(6, () => 'official')];

const always = '[2000-01-01,)';

export const unitCode = (n: number) => `DV${String(n + 1).padStart(4, '0')}`;
export const unitName = (n: number) => `Đảng ủy Công ty số ${n + 1}`;

export function nameOf(life: Life, n: number) {
  const sex = life.chance('sex', n, 0.5) ? 'male' : 'female';
  const parts = [
    ['surname', surnames],
    ['middle', middles[sex]],
    ['given', givens],
  ] as const;
  return { sex, fullName: parts.map(([part, choices]) => life.pick(part, n, choices)).join(' ') } as const;
}

export const birthDateOf = (life: Life, n: number) =>
  `${1965 + (n % 35)}-${life.pick('month', n, ['01', '04', '08', '11'])}-15`;

/** So many people share one who signs in. */
export const peopleOfAnAccount = 10;

/** What the catalogue of posts says of a position. */
export type Posts = ReadonlyMap<string, { readonly postId: string; readonly keyByPost: boolean }>;

/** As the database would find them for each person. */
export async function postsIn(client: Client): Promise<Posts> {
  const { rows } = await client.query<{ position: string; postId: string; keyByPost: boolean }>(
    `SELECT position, p.id AS "postId", is_key_by_posts(p.makes_key_cadre, NULL) AS "keyByPost"
     FROM unnest($1::text[]) position LEFT JOIN posts p ON p.id = post_written(position)`,
    [positions],
  );
  return new Map(rows.map(({ position, ...post }) => [position, post]));
}

/** Who signs in, with `key` as their token of the API and of a web session. */
interface Holder {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly personId: string | null;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly classId: string | null;
}

const nobodyYet = { personId: null, role: null, unitId: null, classId: null };

/** Secretaries by the number of their unit, managers by that of their class, cadres by their own; of the others there is one. */
function* holders(life: Life): Generator<Holder> {
  for (const role of ['admin', 'training_officer', 'data_officer', 'group_officer'] as const) {
    const unitId = life.id(role === 'group_officer' ? 'group' : 'bloc');
    yield { ...nobodyYet, key: role, id: life.id(role), name: `Cán bộ ${role}`, role, unitId };
  }
  for (const n of numbers(life.units)) {
    const [id, unitId, name] = [life.id('secretary', n), life.id('unit', n), `Bí thư ${unitCode(n)}`];
    yield { ...nobodyYet, key: `secretary-${n}`, id, name, role: 'unit_secretary', unitId };
  }
  for (const { id: classId, n } of life.classes.filter(({ state }) => state === 'confirmed'))
    yield {
      ...nobodyYet,
      key: `manager-${n}`,
      id: life.id('manager', n),
      name: `Chủ nhiệm lớp ${n}`,
      role: 'class_manager',
      classId,
    };
  for (let n = 0; n < life.size.people; n += peopleOfAnAccount) {
    const [id, personId, { fullName: name }] = [life.id('cadre', n), life.id('person', n), nameOf(life, n)];
    yield { ...nobodyYet, key: `cadre-${n}`, id, name, personId };
  }
}

const opened: Rows = function* (life) {
  for (const [n, { id: accountId, key }] of [...holders(life)].entries()) {
    const tokenHash = createHash('sha256').update(key).digest('hex');
    yield { id: life.id('token', n), accountId, tokenHash, createdAt: life.moment(-400), expiresAt: '2100-01-01' };
  }
};

export const tablesOfPeople = {
  units: function* (life) {
    yield { id: life.id('bloc'), code: 'KHOI', kind: 'bloc' };
    yield { id: life.id('group'), code: 'TAPDOAN', kind: 'group' };
    for (const n of numbers(life.units)) yield { id: life.id('unit', n), code: unitCode(n), kind: 'base' };
  },
  unit_names: function* (life) {
    yield { unitId: life.id('bloc'), nameVi: 'Đảng ủy Khối', nameEn: 'Bloc committee', valid: always };
    yield { unitId: life.id('group'), nameVi: 'Đảng ủy Tập đoàn', nameEn: 'Group committee', valid: always };
    for (const n of numbers(life.units))
      yield { unitId: life.id('unit', n), nameVi: unitName(n), nameEn: `Company ${n + 1}`, valid: always };
  },
  unit_parents: function* (life) {
    yield { unitId: life.id('group'), parentId: life.id('bloc'), valid: always };
    // Every other unit is the Group's.
    for (const n of numbers(life.units))
      yield { unitId: life.id('unit', n), parentId: life.id(n % 2 === 0 ? 'group' : 'bloc'), valid: always };
  },
  persons: function* (life, posts) {
    for (const n of numbers(life.size.people)) {
      const { sex, fullName } = nameOf(life, n);
      const standing = life.pick('standing', n, standings);
      const position = life.pick('position', n, positions);
      const joinedIn = 2005 + (n % 18);
      const joinedOn = standing === 'probationary' ? life.day(-100 - (n % 200)) : `${joinedIn}-06-01`;
      yield {
        id: life.id('person', n),
        unitId: life.id('unit', life.unitOf(n)),
        code: `CB${String(n + 1).padStart(6, '0')}`,
        fullName,
        foldedName: foldName(fullName),
        sortName: sortName(fullName),
        sex,
        birthDate: birthDateOf(life, n),
        cell: `Chi bộ ${1 + (n % 12)}`,
        position,
        ...posts.get(position)!,
        keyCadre: positions.indexOf(position) >= firstKeyPosition,
        planned: life.chance('planned', n, 0.2),
        standing,
        joinedOn: standing === 'non_member' ? null : joinedOn,
        officialOn: standing === 'official' ? `${joinedIn + 1}-06-01` : null,
        education: life.pick('education', n, ['vocational', 'college', 'university', 'master']),
        theoryLevel: life.pick('level', n, ['none', 'none', 'elementary', 'elementary', 'intermediate']),
        ratings: JSON.stringify({ 2024: 'good', 2025: life.pick('rating', n, ['good', 'completed', 'excellent']) }),
        email: life.chance('address', n, 0.7) ? `cb${n + 1}@example.vn` : null,
        leftOn: life.chance('left', n, 0.02) && !life.hasPlace(n) ? life.day(-30 - (n % 300)) : null,
      };
    }
  },
  accounts: function* (life) {
    for (const { id, key, name, personId } of holders(life)) {
      const then = life.moment(-400);
      const met = { createdAt: then, acknowledgedAt: then, acceptedAt: then };
      yield { id, personId, email: `${key}@example.vn`, name, passwordHash: 'none', locale: 'vi', ...met };
    }
  },
  api_tokens: function* (life, posts) {
    for (const one of opened(life, posts)) yield { ...one, name: 'bench' };
  },
  web_sessions: function* (life, posts) {
    for (const one of opened(life, posts)) yield { ...one, seenAt: life.moment(0), tokenAt: life.moment(0) };
  },
} satisfies Tables;

/** After half-days: managers take their time. */
export const grants: Rows = function* (life) {
  for (const [n, { id: accountId, role, unitId, classId }] of [...holders(life)].entries())
    if (role) yield { id: life.id('grant', n), accountId, role, unitId, classId, grantedAt: life.moment(-400) };
};
