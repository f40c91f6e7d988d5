import { PeopleQueries } from '../../src/people/people.queries';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { without } from '../races/crowd';

describe('moves, new names and mergers', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());

  const recordLine = (person: { id: string; fullName: string }, unitName: string, courseId: string) =>
    a.insert('training_records', {
      personId: person.id,
      courseId: courseId,
      holderName: person.fullName,
      courseName: 'Chương trình',
      className: 'Lớp cũ',
      unitName: unitName,
      startedOn: '2025-05-01',
      endedOn: '2025-05-10',
      recordedAt: app.clock.now(),
    });

  it('move a person from a day on: the old unit loses sight, nominations and old lines stay', async () => {
    const [from, to] = [await a.unit(), await a.unit()];
    const person = await a.person({ in: from });
    await recordLine(person, 'Tên cũ', (await a.course()).id);
    const inClass = await a.trainingClass({ allocations: [[from, 1]] });
    const [oldSecretary, newSecretary] = [await a.secretaryOf(from), await a.secretaryOf(to)];
    const nominated = await app
      .as(oldSecretary)
      .post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, { personId: person.id, letter });
    const move = { unitId: to.id, on: '2026-01-04', reason: 'Quyết định 12-QĐ/ĐU' };

    const preview = await app.as(office).form(`/people/${person.id}/move/preview`, move);
    expect(preview.text).toContain('vẫn là của');
    expect((await app.as(newSecretary).get(`/api/v1/people/${person.id}`)).status).toBe(404);
    expect((await app.as(office).post(`/api/v1/people/${person.id}/moves`, move)).body).toMatchObject({
      records: 1,
      openNominations: [{ nominationId: nominated.body.id }],
    });
    expect((await app.as(newSecretary).get(`/api/v1/people/${person.id}`)).body).toMatchObject({ unitId: to.id });
    expect((await app.as(oldSecretary).get(`/api/v1/people/${person.id}`)).status).toBe(404);
    expect((await app.as(newSecretary).get(`/people/${person.id}`)).text).toContain('đến ngày 04/01/2026');
    expect(await app.sql('SELECT unit_id, left_on FROM former_memberships WHERE person_id = $1', person.id)).toEqual([
      { unitId: from.id, leftOn: '2026-01-04' },
    ]);
    expect((await app.as(office).get(`/api/v1/nominations/${nominated.body.id}`)).body).toMatchObject({
      unitId: from.id,
    });
    const record = await app.as(newSecretary).get(`/api/v1/people/${person.id}/training-record`);
    expect(record.body).toMatchObject({ items: [{ unitName: 'Tên cũ' }] });

    const later = await app
      .as(office)
      .form(`/people/${person.id}/move`, { ...move, unitId: from.id, on: '2026-01-06' });
    expect([later.status, later.text.includes('Ngày này chưa đến')]).toEqual([422, true]);
    expect(later.text).toContain('Quyết định 12-QĐ/ĐU');
  });

  it('touch nobody who belongs to another unit by the time they are carried out', async () => {
    const [from, to, third] = [await a.unit(), await a.unit(), await a.unit()];
    const person = await a.person({ in: from });
    const people = app.get(PeopleQueries);
    const look = people.person.bind(people);
    const movedMeanwhile: PeopleQueries['person'] = async (id) => {
      const seen = await look(id);
      await a.change('persons', { id }, { unitId: third.id });
      return seen;
    };
    const move = { unitId: to.id, on: '2026-01-04', reason: 'Quyết định 12-QĐ/ĐU' };
    const line = {
      kind: 'external_diploma',
      theoryLevel: 'intermediate',
      number: '12',
      issuedOn: '2020-05-01',
      issuedBy: 'Trường',
    };
    for (const [path, body] of [
      ['moves', move],
      ['departure', { on: '2026-01-04', reason: 'Chuyển đi' }],
      ['training-record/documents', line],
    ] as const) {
      await person.movesTo(from);
      await without(people, 'person', movedMeanwhile, async () => {
        const answer = await app.as(office).post(`/api/v1/people/${person.id}/${path}`, body);
        expect([path, answer.status, answer.body['code']]).toEqual([path, 412, 'changed_meanwhile']);
      });
    }
    expect(await app.sql('SELECT unit_id, left_on FROM persons WHERE id = $1', person.id)).toEqual([
      { unitId: third.id, leftOn: null },
    ]);
  });

  it('happen once when sent twice, and count a corrected line once', async () => {
    const [from, to] = [await a.unit(), await a.unit()];
    const person = await a.person({ in: from });
    const lineId = await recordLine(person, 'Tên cũ', (await a.course()).id);
    await app
      .as(office)
      .post(`/api/v1/training-records/${lineId}/corrections`, { position: 'Tổ trưởng', reason: 'Sót' });
    const move = { unitId: to.id, on: '2026-01-04', reason: 'Quyết định 12-QĐ/ĐU' };
    const moved = await Promise.all(
      Array.from({ length: 4 }, () => app.as(office).post(`/api/v1/people/${person.id}/moves`, move)),
    );
    expect(moved.find(({ status }) => status === 201)?.body).toMatchObject({ records: 1 });
    expect(await app.sql('SELECT unit_id FROM former_memberships WHERE person_id = $1', person.id)).toEqual([
      { unitId: from.id },
    ]);
    const lines = await app.sql(
      `SELECT 1 FROM journal_lines WHERE action = 'people.moved' AND person_id = $1`,
      person.id,
    );
    expect(lines).toHaveLength(1);
  });

  it('merge two units one way when both ways are asked for at once', async () => {
    const [one, two] = [await a.unit(), await a.unit()];
    const into = (from: { id: string }, to: { id: string }) =>
      app
        .as(office)
        .post('/api/v1/unit-mergers', { unitIds: [from.id], intoUnitId: to.id, on: '2026-01-05', reason: 'QĐ 10' });
    const answers = await Promise.all([into(one, two), into(two, one), into(one, two), into(two, one)]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(
      await app.sql('SELECT 1 FROM units WHERE id = ANY ($1) AND merged_into_id IS NOT NULL', [one.id, two.id]),
    ).toHaveLength(1);
  });

  it('put no unit below itself: neither into one that stands below it, nor into a new one', async () => {
    const [top, middle, low] = [await a.unit(), await a.unit(), await a.unit()];
    const below = (unit: { id: string }, parent: { id: string }, since = '2026-01-05') =>
      app.as(office).post(`/api/v1/units/${unit.id}/moves`, { parentId: parent.id, since, reason: 'QĐ 8' });
    const merge = (given: object) =>
      app
        .as(office)
        .post<{ intoUnitId: string }>('/api/v1/unit-mergers', { on: '2026-01-05', reason: 'QĐ 9', ...given });
    expect([(await below(middle, top)).status, (await below(low, middle)).status]).toEqual([201, 201]);
    const into = await merge({ unitIds: [top.id], intoUnitId: low.id });
    expect(into.body).toMatchObject({ errors: [{ field: 'intoUnitId', code: 'below_it' }] });
    // It will stand there by then.
    const later = await a.unit();
    expect((await below(later, top, '2026-03-01')).status).toBe(201);
    expect((await merge({ unitIds: [top.id], intoUnitId: later.id })).status).toBe(422);

    const { group } = await a.organization();
    const founded = await merge({ unitIds: [low.id, top.id], code: 'HN-1', nameVi: 'Đơn vị hợp nhất' });
    expect(founded.status).toBe(201);
    const parents = await app.as(office).get(`/api/v1/units/${founded.body.intoUnitId}/parents`);
    expect(parents.body).toMatchObject({ items: [{ parentId: group.id }] });
  });

  it('let a secretary mark as gone who left the Bloc', async () => {
    const unit = await a.unit();
    const person = await a.person({ in: unit });
    const secretary = await a.secretaryOf(unit);
    await app.as(secretary).form(`/people/${person.id}/move/departure`, { on: '2026-01-05', reason: 'Nghỉ hưu' });
    expect((await app.as(secretary).get(`/api/v1/people/${person.id}`)).body).toMatchObject({ leftOn: '2026-01-05' });
  });

  it('rename a unit from a day on, not before the name it has', async () => {
    const unit = await a.unit();
    const rename = { nameVi: 'Tên mới', nameEn: 'New name', since: '2026-02-01', reason: 'Quyết định 3' };
    expect((await app.as(office).form(`/units/${unit.id}/names`, rename)).status).toBe(303);
    const nameToday = async () =>
      (await app.as(office).get<{ items: { id: string; nameVi: string }[] }>('/api/v1/units')).body.items.find(
        ({ id }) => id === unit.id,
      )!.nameVi;
    expect(await nameToday()).toBe(`Đơn vị ${unit.code}`);
    const again = await app.as(office).post(`/api/v1/units/${unit.id}/names`, rename);
    expect(again.body).toMatchObject({ errors: [{ field: 'since', code: 'not_after_the_name_before' }] });
    const [row] = await app.sql<{ name: string }>(`SELECT unit_name_on($1, '2026-02-01') AS name`, unit.id);
    expect(row!.name).toBe('Tên mới');
  });

  it('merge units: people, roles and free seats move, nominations and old lines stay and stay in sight', async () => {
    const [one, two] = [await a.unit(), await a.unit()];
    const person = await a.person({ in: one });
    await a.person({ in: two });
    await recordLine(person, 'Tên cũ', (await a.course()).id);
    const secretary = await a.secretaryOf(one);
    const inClass = await a.trainingClass({
      allocations: [
        [one, 2],
        [two, 1],
      ],
    });
    const { id: nominationId } = (
      await app
        .as(secretary)
        .post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, { personId: person.id, letter })
    ).body;
    const merger = { unitIds: [one.id, two.id], code: 'MOI', nameVi: 'Đơn vị mới', on: '2026-01-05', reason: 'QĐ 9' };
    const expected = { people: 2, grants: 1, nominationsThatStay: 1 };

    const preview = await app.as(office).post('/api/v1/unit-mergers/preview', merger);
    expect(preview.body).toMatchObject(expected);
    expect(await app.sql(`SELECT 1 FROM units WHERE code = 'MOI'`)).toEqual([]);
    const { intoUnitId } = (await app.as(office).post<{ intoUnitId: string }>('/api/v1/unit-mergers', merger)).body;

    const seats = await app.sql(
      `SELECT unit_id AS unit, nomination_id IS NULL AS free FROM seats WHERE class_id = $1 ORDER BY free`,
      inClass.id,
    );
    expect(seats).toEqual([
      { unit: one.id, free: false },
      { unit: intoUnitId, free: true },
      { unit: intoUnitId, free: true },
    ]);
    expect((await app.as(secretary).get(`/api/v1/people/${person.id}/training-record`)).body).toMatchObject({
      unitId: intoUnitId,
      items: [{ unitName: 'Tên cũ' }],
    });
    expect((await app.as(secretary).get(`/api/v1/nominations/${nominationId}`)).body).toMatchObject({ unitId: one.id });
    const accepted = await app.as(office).post(`/api/v1/nominations/${nominationId}/acceptance`);
    expect(accepted.status).toBeLessThan(300);
    const form = await app.as(office).get('/unit-mergers');
    expect(form.text).not.toContain(`value="${one.id}"`);
    const twice = await app.as(office).form('/unit-mergers', { ...merger, unitIds: one.id, code: 'KHAC' });
    expect(twice.status).toBe(422);
  });
});
