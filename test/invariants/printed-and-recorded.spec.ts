import { InvariantsService } from '../../src/invariants/invariants.service';
import type { BuiltClass, BuiltEnrollment } from '../builders';
import { a, app, close, given, office, beginAtTheOffice } from '../completions/at-the-office';

beginAtTheOffice();

describe('I11 in what is printed, registered and recorded', () => {
  let inClass: BuiltClass;
  let [kept, revoked]: BuiltEnrollment[] = [];
  let [keptId, revokedId]: string[] = [];

  beforeAll(async () => {
    inClass = await given.class(await given.course({ raisesTo: 'elementary' }));
    kept = await given.enrolled(inClass);
    revoked = await given.enrolled(inClass);
    await close(inClass);
    [keptId, revokedId] = [await certificateOf(kept), await certificateOf(revoked)];
    const amend = (id: string, what: string, body: object) =>
      app.as(office).post(`/api/v1/certificates/${id}/${what}`, { reason: 'Vào sổ nhầm', ...body });
    await amend(keptId, 'corrections', {
      holderName: 'Lê Thị Ánh',
      grade: 'good',
      decision: '7-QĐ',
      issuedOn: '2026-01-02',
    });
    await amend(keptId, 'replacement', {});
    keptId = await certificateOf(kept);
    await amend(revokedId, 'revocation', { decision: '8-QĐ' });
  });

  const certificateOf = async ({ person }: BuiltEnrollment) => {
    const [row] = await app.sql<{ id: string }>(
      `SELECT id FROM certificates WHERE person_id = $1 ORDER BY sequence DESC LIMIT 1`,
      person.id,
    );
    return row!.id;
  };
  const found = async () => (await app.get(InvariantsService).examine(['I11']))[0]!.ids;
  /** Puts the line in force of somebody beside its trigger, for as long as it is looked at. */
  const withRecord = async ({ person }: BuiltEnrollment, changes: Record<string, unknown>) => {
    const [line] = await app.sql<Record<string, unknown> & { id: string }>(
      `SELECT * FROM training_records_in_force WHERE person_id = $1`,
      person.id,
    );
    const before = Object.fromEntries(Object.keys(changes).map((fact) => [fact, line![fact]]));
    const change = async (to: Record<string, unknown>) => {
      await app.sql('ALTER TABLE training_records DISABLE TRIGGER training_records_are_kept');
      await a.change('training_records', { id: line!.id }, to);
      await app.sql('ALTER TABLE training_records ENABLE TRIGGER training_records_are_kept');
    };
    await change(changes);
    const ids = await found();
    await change(before);
    return { ids, id: line!.id };
  };
  const withCompletion = async (
    { id }: BuiltEnrollment,
    changes: Record<string, unknown>,
    after: Record<string, unknown>,
  ) => {
    await a.change('completions', { enrollmentId: id }, changes);
    const ids = await found();
    await a.change('completions', { enrollmentId: id }, after);
    return ids;
  };

  it('finds nothing wrong with certificates that were corrected, replaced and revoked by the service', async () => {
    expect(await found()).toEqual([]);
  });

  it('finds nothing wrong with a class that was reopened and closed again, nor with a result that was amended', async () => {
    const again = await given.class(await given.course({ raisesTo: 'elementary' }));
    const learners = [await given.enrolled(again), await given.enrolled(again, { marks: ['unexcused', 'unexcused'] })];
    await close(again);
    const reopened = await app.as(office).post(`/api/v1/classes/${again.id}/reopening`, { reason: 'Đóng nhầm lớp' });
    expect(reopened.status).toBeLessThan(300);
    expect(await found()).toEqual([]);
    await close(again);
    expect(await found()).toEqual([]);
    const decision = { decision: '9-QĐ', decidedOn: '2026-01-05', authority: 'Ban Thường vụ', reason: 'Phúc khảo' };
    const halfDays = await app.sql<{ id: string }>('SELECT id FROM half_days WHERE class_id = $1 LIMIT 2', again.id);
    const absent = halfDays.map(({ id: halfDayId }) => ({ halfDayId, mark: 'unexcused' }));
    for (const [index, said] of [{ attendance: absent }, { completes: true }].entries()) {
      const enrollmentId = learners[index]!.id;
      const [row] = await app.sql<{ id: string }>('SELECT id FROM completions WHERE enrollment_id = $1', enrollmentId);
      const amended = await app.as(office).post(`/api/v1/completions/${row!.id}/amendments`, { ...decision, ...said });
      expect(amended.status).toBeLessThan(300);
    }
    expect(await found()).toEqual([]);
    expect(
      await app.sql(`SELECT state FROM certificates_in_force WHERE person_id = $1`, learners[1]!.person.id),
    ).toHaveLength(1);
    expect(
      await app.sql(`SELECT state FROM certificates_in_force WHERE person_id = $1`, learners[0]!.person.id),
    ).toHaveLength(0);
  });

  it.each([
    ['grade', { grade: 'excellent' }],
    ['name', { holderName: 'Lê Ánh' }],
    ['day of issue', { issuedOn: '2026-01-03' }],
    ['last day', { validUntil: null }],
    ['number', { awardNumber: '999/2026/GCN-ĐUK' }],
  ])('finds a record whose %s is not that of the certificate', async (_, changes) => {
    const { ids, id } = await withRecord(kept!, changes);
    const [certificate] = await app.sql<{ number: string }>('SELECT number FROM certificates WHERE id = $1', keptId);
    expect(ids).toContain(`certificate ${certificate!.number} against record ${id}`);
  });

  it('finds a record that still names a revoked certificate', async () => {
    const [certificate] = await app.sql<{ number: string }>('SELECT number FROM certificates WHERE id = $1', revokedId);
    const { ids, id } = await withRecord(revoked!, { awardNumber: certificate!.number, awardRevokedOn: null });
    expect(ids).toEqual([`record ${id} names ${certificate!.number}, which is not in force`]);
  });

  it('finds a certificate and a record of somebody who did not complete', async () => {
    const ids = await withCompletion(kept!, { completed: false, grade: null }, { completed: true });
    expect(ids).toEqual([
      expect.stringMatching(/^certificate .* of somebody who did not complete$/),
      expect.stringMatching(/^record .* of somebody who did not complete$/),
    ]);
  });

  it('finds somebody who completed and has none, and a certificate of a class that is open again', async () => {
    const { ids } = await withRecord(revoked!, { awardRevokedOn: null });
    expect(ids).toEqual([expect.stringMatching(/^completion .* has no certificate$/)]);
    const [{ closingId }] = (await app.sql(
      'SELECT closing_id FROM completions WHERE enrollment_id = $1',
      kept!.id,
    )) as [Record<string, unknown>];
    expect(await withCompletion(kept!, { closingId: null }, { closingId })).toEqual([
      expect.stringMatching(/^certificate .* of a class that was reopened$/),
    ]);
  });

  it('finds a certificate whose record was taken away, and one in force again past the register', async () => {
    const { ids } = await withRecord(kept!, { completionId: null });
    expect(ids).toEqual([expect.stringMatching(/^certificate .* is not in the record$/)]);
    await a.change('certificates', { id: revokedId }, { state: 'issued' });
    expect(await found()).toEqual([expect.stringMatching(/^certificate .* against record /)]);
    await a.change('certificates', { id: revokedId }, { state: 'revoked' });
  });

  it('finds a diploma that the record tells otherwise', async () => {
    const theory = await given.class(
      await given.course({ kind: 'theory', award: 'diploma', raisesTo: 'intermediate' }),
    );
    const graduate = await given.enrolled(theory);
    await close(theory);
    const [diploma] = await app.sql<{ id: string }>('SELECT id FROM diplomas WHERE enrollment_id = $1', graduate.id);
    const issued = { number: 'TC 004121', issuedOn: '2026-01-04' };
    await app.as(office).put(`/api/v1/diplomas/${diploma!.id}`, issued);
    expect(await found()).toEqual([]);
    const { ids, id } = await withRecord(graduate, { issuedBy: 'Trường khác' });
    expect(ids).toEqual([`diploma TC 004121 against record ${id}`]);
  });
});
