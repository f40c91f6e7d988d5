import { randomUUID } from 'node:crypto';
import { DeclaredRoutes } from '../../src/platform/access/declared-routes';
import { TestApp } from '../app';
import { inPerson, permissions } from '../permissions.table';
import { type Caller, World } from '../world';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Description {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Every route is found by its declaration and asked with a body made from its description, by who may. */
describe('a POST of the API, asked twice under one key', () => {
  let app: TestApp;
  let world: World;
  let description: Description;
  let other: string;
  const done: string[] = [];

  beforeAll(async () => {
    app = await TestApp.start({ WEBHOOK_LOOPBACK: 'yes' });
    world = await World.build(app);
    const [unit] = await app.sql<{ id: string }>(
      `SELECT id FROM units WHERE kind = 'base' AND id <> $1 LIMIT 1`,
      world.ids['unitId'],
    );
    other = unit!.id;
    description = (await app.as(null).get<Description>('/api/openapi.json')).body;
  });
  afterAll(() => app.stop());

  const linesOf = async () =>
    (await app.sql<{ count: number }>('SELECT count(*)::int AS count FROM journal_lines'))[0]!.count;

  function valueOf(name: string, schema: Schema): unknown {
    if (schema.$ref) return valueOf(name, description.components.schemas[schema.$ref.split('/').at(-1)!]!);
    if (schema.allOf) return valueOf(name, schema.allOf[0]!);
    if (schema.enum) return schema.enum[0];
    switch ([schema.type].flat()[0]) {
      case 'object':
        return objectOf(schema);
      case 'array':
        return [valueOf(name, schema.items ?? { type: 'string' })];
      case 'boolean':
        return true;
      case 'integer':
      case 'number':
        return Math.max(1, schema.minimum ?? 1);
    }
    if (schema.format === 'uuid')
      return world.ids[name] ?? world.ids[name.replace(/Ids?$/, 's')] ?? world.ids['newcomer'];
    return texts[name] ?? texts[schema.format ?? ''] ?? 'Mẫu';
  }

  const objectOf = ({ properties = {}, required = [] }: Schema) =>
    Object.fromEntries(required.map((name) => [name, valueOf(name, properties[name] ?? { type: 'string' })]));

  function bodyOf(path: string): object {
    const told = bodies[path];
    if (told) return told({ ...world.ids, other, email: world.callers.get('C')!.email });
    const described = description.paths[path.replace(/:(\w+)/g, '{$1}')]!.post!;
    const schema = described.requestBody?.content['application/json']?.schema;
    return schema ? (valueOf('', schema) as object) : {};
  }

  const declaredRoute = (path: string) =>
    app
      .get(DeclaredRoutes)
      .list()
      .find((route) => route.method === 'POST' && route.path === path)!;

  // What ends things comes last: nothing can be done in a class that was cancelled.
  const ends = /\/(cancellation|withdrawal|rejection|departure|moves|unit-mergers|splits)$/;
  const routes = Object.entries(permissions)
    .filter(([route, who]) => route.startsWith('POST /api/') && who !== '' && !who.includes('V'))
    .map(([route, who]) => [route.slice('POST '.length), who] as const)
    .toSorted(([x], [y]) => Number(ends.test(x)) - Number(ends.test(y)));

  it.each(routes)('%s', async (path, who) => {
    const address = world.fill(path.replace(':year', '2027'));
    // The office first, for what others would be refused.
    for (const caller of [...who].toSorted((x, y) => Number(y === 'T') - Number(x === 'T')) as Caller[]) {
      const key = randomUUID();
      const account = world.callers.get(caller)!;
      const as = inPerson.includes(`POST ${path}`) ? app.signedIn(account) : app.as(account);
      const keyed = as.with({ 'idempotency-key': key });
      const first = await keyed.post(address, bodyOf(path));
      if (first.status >= 300) {
        expect(first.status).toBeLessThan(500);
        expect(await app.sql('SELECT 1 FROM idempotency_keys WHERE key = $1', key)).toEqual([]);
        continue;
      }
      done.push(path);
      const lines = await linesOf();
      const again = await keyed.post(address, bodyOf(path));
      expect({ status: again.status, lines: await linesOf() }).toEqual({ status: first.status, lines });
      expect(declaredRoute(path).isShownOnce).toBe(/tr_|whsec_|^%PDF/.test(first.text));
      if (again.body['code'] === 'done_before') expect(answersNotKept).toContain(path);
      else expect(again.body).toEqual(first.body);
      return;
    }
  });

  it('is done for most of them in this world, and no secret is kept of any', async () => {
    expect(done.length).toBeGreaterThanOrEqual(55);
    expect(await app.sql(`SELECT 1 FROM idempotency_keys WHERE response::text ~ 'tr_|whsec_'`)).toEqual([]);
  });
});

const texts: Readonly<Record<string, string>> = {
  date: '2026-01-05',
  'date-time': '2026-01-05T08:00:00+07:00',
  email: 'moi@example.vn',
  url: 'https://sms.example.vn/in',
};
/** Where the description does not say all that is needed. */
const bodies: Readonly<Record<string, (ids: Readonly<Record<string, string>>) => object>> = {
  '/api/v1/calendar-feeds': ({ classes }) => ({ kind: 'class', classId: classes }),
  '/api/v1/class-templates': ({ courses }) => ({ name: 'Mẫu mới', courseId: courses, mode: 'part_time', capacity: 30 }),
  '/api/v1/classes/:id/clones': () => ({ code: 'NHAN-1', name: 'Lớp nhân', opensOn: '2026-05-04' }),
  '/api/v1/classes/:id/half-days': () => ({ weekdays: [1], parts: ['morning'], from: '2026-02-09', to: '2026-02-23' }),
  '/api/v1/classes/:id/half-days/preview': () => ({
    weekdays: [1],
    parts: ['morning'],
    from: '2026-02-09',
    to: '2026-02-23',
  }),
  '/api/v1/classes/:id/managers': ({ email }) => ({ email }),
  '/api/v1/classes/:id/nominations': ({ newcomer, unitId }) => ({ personId: newcomer, unitId }),
  '/api/v1/classes/:id/none-this-time': ({ other }) => ({ unitId: other }),
  '/api/v1/classes/:id/overrides': ({ newcomer }) => ({
    personId: newcomer,
    rule: 'standing',
    decisionNumber: '1-QĐ/ĐU',
    decisionDate: '2026-01-01',
    authority: 'Đảng ủy Tập đoàn',
    reason: 'Nguồn cán bộ',
  }),
  '/api/v1/classes/:id/registrations': ({ unitId, newcomer }) => ({ unitId, personIds: [newcomer] }),
  '/api/v1/classes/:id/roll': () => ({ reason: 'Chốt sớm' }),
  '/api/v1/classes/:id/seats/allocations': ({ unitId }) => ({ shares: [{ unitId, seats: 3 }], reason: 'Điều chỉnh' }),
  '/api/v1/classes/:id/seats/capacity': () => ({ capacity: 8, reason: 'Thêm chỗ' }),
  '/api/v1/classes/:id/seats/loans': ({ unitId, other }) => ({
    fromUnitId: unitId,
    toUnitId: other,
    count: 1,
    reason: 'Cho mượn',
  }),
  '/api/v1/classes/:id/seats/releases': () => ({ reason: 'Đưa về chung' }),
  '/api/v1/classes/:id/seats/returns': ({ unitId }) => ({ unitId, count: 1, reason: 'Không dùng hết' }),
  '/api/v1/classes/:id/sites': ({ unitId }) => ({ name: 'Điểm 2', hostUnitId: unitId, address: 'Quận 1', capacity: 9 }),
  '/api/v1/courses': () => ({
    code: 'chuong_trinh_moi',
    nameVi: 'Chương trình mới',
    nameEn: 'New course',
    kind: 'short',
    approvalSteps: ['bloc'],
    award: 'certificate',
    usualHalfDays: 4,
  }),
  '/api/v1/courses/:id/rules': () => ({
    rule: 'standing',
    parameters: { anyOf: ['official'] },
    validFrom: '2026-06-01',
    citationVi: 'Quy định mẫu',
  }),
  '/api/v1/enrollments/:id/essay': () => ({ body: 'Bài thu hoạch' }),
  '/api/v1/correction-requests': () => ({ fact: 'phone', value: '0912345678' }),
  '/api/v1/leave-periods': () => ({ from: '2026-02-02', to: '2026-02-20', reason: 'Đi công tác' }),
  '/api/v1/leave-requests': (ids) => ({ halfDayIds: [ids['half-days']], reason: 'Đi công tác' }),
  '/api/v1/nominations/reviews': ({ nominations }) => ({
    decisions: [{ nominationId: nominations, decision: 'endorse' }],
  }),
  '/api/v1/people/:id/moves': ({ other }) => ({ unitId: other, on: '2026-01-05', reason: 'Điều động' }),
  '/api/v1/people/:id/moves/preview': ({ other }) => ({ unitId: other, on: '2026-01-05', reason: 'Điều động' }),
  '/api/v1/unit-mergers': ({ other, unitId }) => ({
    unitIds: [other],
    intoUnitId: unitId,
    on: '2026-01-05',
    reason: 'Sắp xếp lại',
  }),
  '/api/v1/unit-mergers/preview': ({ other, unitId }) => ({
    unitIds: [other],
    intoUnitId: unitId,
    on: '2026-01-05',
    reason: 'Sắp xếp lại',
  }),
  '/api/v1/webhooks': () => ({ name: 'Cổng', url: 'https://sms.example.vn/in', topics: ['reminder.class_near'] }),
};

/** They answer with secrets, or with names: a repeat says that it was done. */
const answersNotKept: readonly string[] = [
  '/api/v1/accounts/:id/invitation-slip',
  '/api/v1/api-tokens',
  '/api/v1/check-ins',
  '/api/v1/classes/:id/clones',
  '/api/v1/classes/:id/groups/divisions',
  '/api/v1/classes/:id/registrations',
  '/api/v1/classes/:id/roll',
  '/api/v1/classes/:id/seats/allocations',
  '/api/v1/classes/:id/seats/capacity',
  '/api/v1/classes/:id/seats/loans',
  '/api/v1/classes/:id/seats/releases',
  '/api/v1/classes/:id/seats/returns',
  '/api/v1/classes/:id/splits',
  '/api/v1/classes/:id/merger',
  '/api/v1/leavers/:id/withdrawal',
  '/api/v1/people/:id/moves',
  '/api/v1/roster-invitations/slips',
  '/api/v1/scans/:id/supersession',
  '/api/v1/unit-mergers',
  '/api/v1/webhooks',
  '/api/v1/webhooks/:id/secret-rotation',
];
