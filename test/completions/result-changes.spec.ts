import { ResultChanges } from '../../src/completions/result-changes';
import { InvariantsService } from '../../src/invariants/invariants.service';
import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import type { Grade } from '../../src/training-records/training-record.labels';
import { TrainingRecordsQueries } from '../../src/training-records/training-records.queries';
import type { BuiltClass, BuiltEnrollment } from '../builders';
import { a, app, close, given, office, beginAtTheOffice } from './at-the-office';

beginAtTheOffice();

const appeal = { reason: 'Phúc khảo có kết quả', decision: '21-QĐ/ĐUK' };

describe('a result that changes after the class was closed', () => {
  let inClass: BuiltClass;
  let [passed, failed]: BuiltEnrollment[] = [];

  beforeEach(async () => {
    inClass = await given.class();
    passed = await given.enrolled(inClass, {});
    failed = await given.enrolled(inClass, { marks: ['unexcused', 'unexcused'] });
    await close(inClass);
    app.clock.moveTo(new Date('2026-03-02T09:00:00+07:00'));
  });
  afterEach(() => app.clock.moveTo(new Date('2026-01-05T08:00:00+07:00')));

  const becomes = async ({ id }: BuiltEnrollment, result: { completed?: boolean; grade?: string }) => {
    const [was] = await app.sql<{ id: string; grade: Grade | null }>(
      'SELECT id, grade FROM completions WHERE enrollment_id = $1',
      id,
    );
    await a.change('completions', { enrollmentId: id }, result);
    return app
      .get(Database)
      .inTransaction((tx) =>
        app.get(ResultChanges).follow(tx, Actor.service('spec'), was!.id, { ...appeal, was: was! }),
      );
  };
  const certificatesOf = ({ person }: BuiltEnrollment) =>
    app.sql(
      `SELECT number, state, grade, issued_on, state_on, state_decision, valid_until, address FROM certificates WHERE person_id = $1 ORDER BY sequence`,
      person.id,
    );
  const inForce = async ({ person }: BuiltEnrollment) =>
    (await app.sql<{ id: string }>('SELECT id FROM certificates_in_force WHERE person_id = $1', person.id))[0]!.id;
  const disagreeing = async () => (await app.get(InvariantsService).examine(['I11']))[0]!.ids;
  const recordOf = ({ person }: BuiltEnrollment) => app.get(TrainingRecordsQueries).ofPerson(person.id);

  it('replaces the certificate of who has another grade by one of its own day, and the record says so', async () => {
    await app.sql(`UPDATE certificates SET address = 'ong_ba' WHERE person_id = $1`, passed!.person.id);
    const [old] = await certificatesOf(passed!);
    const changed = await becomes(passed!, { grade: 'excellent' });
    const [replaced, young] = await certificatesOf(passed!);
    expect(changed).toEqual({ ended: old!['number'], issued: young!['number'] });
    expect(replaced).toMatchObject({
      state: 'replaced',
      grade: null,
      stateOn: '2026-03-02',
      stateDecision: appeal.decision,
    });
    expect(young).toMatchObject({
      state: 'issued',
      grade: 'excellent',
      issuedOn: '2026-03-02',
      validUntil: old!['validUntil'],
      address: 'ong_ba',
    });
    expect(await recordOf(passed!)).toMatchObject([
      { awardNumber: young!['number'], issuedOn: '2026-03-02', grade: 'excellent', reason: appeal.reason },
    ]);
  });

  it('revokes the certificate of who did not complete after all, and takes the line out of the record', async () => {
    await becomes(passed!, { completed: false });
    expect(await certificatesOf(passed!)).toMatchObject([
      { state: 'revoked', stateOn: '2026-03-02', stateDecision: appeal.decision },
    ]);
    expect(await recordOf(passed!)).toEqual([]);
    await becomes(passed!, { completed: true });
    const [, again] = await certificatesOf(passed!);
    expect(again).toMatchObject({ state: 'issued', issuedOn: '2026-03-02' });
    expect(await recordOf(passed!)).toMatchObject([{ awardNumber: again!['number'], awardRevokedOn: null }]);
  });

  it('gives who completed after all a certificate of today and a line in the record', async () => {
    await becomes(failed!, { completed: true });
    expect(await certificatesOf(failed!)).toMatchObject([{ state: 'issued', issuedOn: '2026-03-02' }]);
    expect(await recordOf(failed!)).toMatchObject([{ awardRevokedOn: null, issuedOn: '2026-03-02', reason: null }]);
  });

  it('writes nothing while what was given says what is so', async () => {
    const before = await app.sql('SELECT count(*) FROM training_records');
    expect(await becomes(passed!, { completed: true })).toEqual({ ended: null, issued: null });
    expect(await app.sql('SELECT count(*) FROM training_records')).toEqual(before);
    expect(await certificatesOf(passed!)).toHaveLength(1);
  });

  it('does not give a certificate back that was revoked by a decision', async () => {
    const why = { decision: '15-QĐ/ĐUK', reason: 'Khai sai lý lịch học tập' };
    await app.as(office).post(`/api/v1/certificates/${await inForce(passed!)}/revocation`, why);
    await becomes(passed!, { grade: 'good' });
    expect(await certificatesOf(passed!)).toMatchObject([{ state: 'revoked' }]);
    expect(await recordOf(passed!)).toMatchObject([{ grade: 'good', awardNumber: null, awardRevokedOn: '2026-03-02' }]);

    // Nor once they had not completed for a while.
    await becomes(passed!, { completed: false });
    expect(await becomes(passed!, { completed: true })).toEqual({ ended: null, issued: null });
    expect(await recordOf(passed!)).toMatchObject([{ awardNumber: null, awardRevokedOn: '2026-03-02' }]);
    expect(await disagreeing()).toEqual([]);
  });

  it('leaves a grade that a decision corrected on the certificate until the result has another one', async () => {
    const correction = { reason: 'Phúc khảo', decision: '7-QĐ/ĐUK', grade: 'excellent' };
    await app.as(office).post(`/api/v1/certificates/${await inForce(passed!)}/corrections`, correction);
    expect(await becomes(passed!, { completed: true })).toEqual({ ended: null, issued: null });
    expect(await certificatesOf(passed!)).toMatchObject([{ state: 'issued', grade: 'excellent' }]);
    expect(await recordOf(passed!)).toMatchObject([{ grade: 'excellent' }]);
    await becomes(passed!, { grade: 'very_good' });
    expect(await certificatesOf(passed!)).toMatchObject([{ state: 'replaced' }, { grade: 'very_good' }]);
    expect(await recordOf(passed!)).toMatchObject([{ grade: 'very_good' }]);
    expect(await disagreeing()).toEqual([]);
  });

  it('issues nothing in place of a certificate whose last day has passed: the record alone says the other grade', async () => {
    app.clock.moveTo(new Date('2031-06-05T09:00:00+07:00'));
    expect(await becomes(passed!, { grade: 'excellent' })).toEqual({ ended: null, issued: null });
    expect(await certificatesOf(passed!)).toMatchObject([{ state: 'issued', grade: null }]);
    expect(await recordOf(passed!)).toMatchObject([{ grade: 'excellent', reason: appeal.reason }]);
    expect(await disagreeing()).toEqual([]);
  });

  it('opens and takes back the diploma that is to come', async () => {
    const course = await given.course({ kind: 'theory', award: 'diploma', raisesTo: 'intermediate' });
    const theory = await given.class(course);
    const graduate = await given.enrolled(theory, {});
    const late = await given.enrolled(theory, { marks: ['unexcused', 'unexcused'] });
    await close(theory);
    const diplomas = () =>
      app.sql<{ id: string; enrollmentId: string }>('SELECT id, enrollment_id FROM diplomas ORDER BY id');
    await becomes(late, { completed: true });
    expect((await diplomas()).map(({ enrollmentId }) => enrollmentId).sort()).toEqual([graduate.id, late.id].sort());
    await becomes(late, { completed: false });
    expect((await diplomas()).map(({ enrollmentId }) => enrollmentId)).toEqual([graduate.id]);
    await becomes(graduate, { completed: false });
    expect(await diplomas()).toEqual([]);
  });
});
