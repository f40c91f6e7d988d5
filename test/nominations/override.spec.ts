import type { BuiltClass, BuiltPerson } from '../builders';
import { a, aPerson, app, group, nominate, office, secretary, unit, beginNominating } from './nominating';

beginNominating();

const decision = {
  rule: 'minimum_age',
  decisionNumber: '128-QĐ/ĐU',
  decisionDate: '2026-01-04',
  authority: 'Ban Thường vụ Đảng ủy Tập đoàn',
  reason: 'Nguồn cán bộ trẻ',
};

describe('an override', () => {
  const aClassFromThirty = async () => {
    const course = await a.course();
    await a.rule(course, 'admission', 'minimum_age', { mode: 'part_time', male: 30, female: 28 });
    return a.trainingClass({ course, allocations: [[unit, 2]] });
  };
  const record = (inClass: BuiltClass, person: BuiltPerson, by = office, more: object = {}) =>
    app.as(by).post<{ id: string; code?: string }>(`/api/v1/classes/${inClass.id}/overrides`, {
      ...decision,
      ...more,
      personId: person.id,
    });

  it('lets in whom a rule holds back, and the check cites the decision', async () => {
    const inClass = await aClassFromThirty();
    const young = await aPerson({ birthDate: '2000-05-12' });
    expect(await nominate(inClass, young)).toMatchObject({ status: 409, body: { code: 'not_eligible' } });
    expect((await record(inClass, young)).status).toBe(201);

    const sent = await nominate(inClass, young);
    expect(sent.status).toBe(201);
    const check = sent.body.checks.find(({ rule }) => rule === 'minimum_age');
    expect(check).toMatchObject({ outcome: 'pass', override: { decisionNumber: '128-QĐ/ĐU' } });
    expect(check!.sentence.vi).toContain('Được cho phép theo Quyết định 128-QĐ/ĐU ngày 04/01/2026');
    const page = await app.as(secretary).get(`/nominations/${sent.body.id}`);
    expect(page.text).toContain('Quy định mẫu; áp dụng từ ngày 01/01/2020.');
    const [line] = await app.sql<{ reason: string }>(
      `SELECT reason FROM journal_lines WHERE class_id = $1 AND action = 'overrides.recorded'`,
      inClass.id,
    );
    expect(line!.reason).toBe('Nguồn cán bộ trẻ');
  });

  it('is recorded by the Group or the office, never by the unit itself', async () => {
    const inClass = await aClassFromThirty();
    const young = await aPerson({ birthDate: '2000-05-12' });
    expect((await record(inClass, young, secretary)).status).toBe(403);
    expect((await record(inClass, young, group)).status).toBe(201);
  });

  it('is not needed for whom no rule holds back, and cannot set aside a rule of the house', async () => {
    const inClass = await aClassFromThirty();
    const grown = await aPerson();
    expect(await record(inClass, grown)).toMatchObject({ status: 409, body: { code: 'override_not_needed' } });
    await grown.leaves();
    expect(await record(inClass, grown, office, { rule: 'belongs_to_unit' })).toMatchObject({
      status: 409,
      body: { code: 'override_not_needed' },
    });
  });

  it('is recorded once, and once taken back no longer lets anybody in', async () => {
    const inClass = await aClassFromThirty();
    const young = await aPerson({ birthDate: '2000-05-12' });
    const { body } = await record(inClass, young);
    expect(await record(inClass, young)).toMatchObject({ status: 409, body: { code: 'override_recorded' } });
    const revoked = await app.as(office).post(`/api/v1/overrides/${body.id}/revocation`, { reason: 'Ghi nhầm người' });
    expect(revoked.status).toBe(200);
    expect(await nominate(inClass, young)).toMatchObject({ status: 409, body: { code: 'not_eligible' } });
    expect(await app.as(office).post(`/api/v1/overrides/${body.id}/revocation`, { reason: 'Nữa' })).toMatchObject({
      status: 409,
      body: { code: 'override_revoked' },
    });
  });

  it('is recorded on a page that keeps what was typed when something is missing', async () => {
    const inClass = await aClassFromThirty();
    const young = await aPerson({ birthDate: '2000-05-12', fullName: 'Nguyễn Trẻ Tuổi' });
    const path = `/classes/${inClass.id}/overrides`;
    const form = await app.as(group).get(`${path}?unitId=${unit.id}&personId=${young.id}`);
    expect(form.text).toContain('Nguyễn Trẻ Tuổi');
    const fields = { ...decision, personId: young.id, unitId: unit.id };
    const refused = await app.as(group).form(path, { ...fields, decisionNumber: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Ban Thường vụ Đảng ủy Tập đoàn');
    const done = await app.as(group).form(path, fields);
    expect(done.status).toBe(303);
    expect((await app.as(secretary).get(path)).text).toContain('Số 128-QĐ/ĐU ngày 04/01/2026');
  });
});
