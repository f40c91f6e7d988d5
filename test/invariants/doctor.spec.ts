import type { InvariantCode } from '../../src/invariants/invariants';
import { InvariantsService } from '../../src/invariants/invariants.service';
import { JournalSeals } from '../../src/platform/journal/journal-seals';
import { TestApp } from '../app';
import { type BuiltClass, type BuiltPerson, Builders } from '../builders';

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

describe('the doctor', () => {
  let app: TestApp;
  let a: Builders;

  beforeEach(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterEach(() => app.stop());

  const broken = async () =>
    (await app.get(InvariantsService).examine()).filter(({ ids }) => ids.length > 0).map(({ invariant }) => invariant);

  /** A transaction still open anywhere on the server holds sealing back: go on until every line has its seal. */
  async function sealEverything(): Promise<void> {
    for (let left = 1; left > 0;) {
      await app.get(JournalSeals).sealAll();
      const [row] = await app.sql<{ left: number }>(
        'SELECT count(*) AS left FROM journal_lines l WHERE NOT EXISTS (SELECT 1 FROM journal_seals s WHERE s.line_id = l.id)',
      );
      left = row!.left;
    }
  }

  /** A class with one holder, accepted and enrolled, and one reserve of the same unit. */
  async function aLivingClass(): Promise<{
    inClass: BuiltClass;
    holder: string;
    reserve: string;
    person: BuiltPerson;
  }> {
    const office = await a.office();
    const unit = await a.unit();
    const inClass = await a.trainingClass({ allocations: [[unit, 1]], pool_open: false });
    await a.halfDay(inClass, '2026-02-07');
    const person = await a.person({ in: unit });
    const nominate = async (personId: string) =>
      (
        await app
          .as(office)
          .post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, { personId, unitId: unit.id, letter })
      ).body.id;
    const holder = await nominate(person.id);
    const reserve = await nominate((await a.person({ in: unit })).id);
    await app.as(office).post(`/api/v1/nominations/${holder}/acceptance`);
    await sealEverything();
    return { inClass, holder, reserve, person };
  }

  it('finds nothing wrong with a class that lived by the rules', async () => {
    await aLivingClass();
    expect(await broken()).toEqual([]);
  });

  type World = Awaited<ReturnType<typeof aLivingClass>>;
  const harms: [InvariantCode, string, (world: World) => [string, ...unknown[]]][] = [
    ['I1', 'a holder without a seat', ({ reserve }) => ['UPDATE nominations SET rank = NULL WHERE id = $1', reserve]],
    [
      'I1',
      'a class with more seats than its capacity',
      ({ inClass }) => ['UPDATE classes SET capacity = 7 WHERE id = $1', inClass.id],
    ],
    [
      'I5',
      'a free seat beside a reserve',
      ({ inClass }) => [
        'INSERT INTO seats (class_id, number, unit_id) SELECT $1, 2, unit_id FROM seats WHERE class_id = $1',
        inClass.id,
      ],
    ],
    [
      'I6',
      'an accepted nominee who is not enrolled',
      ({ person }) => [`UPDATE enrollments SET ended_at = now() WHERE person_id = $1`, person.id],
    ],
    [
      'I7',
      'a gap in the register',
      () => [`INSERT INTO certificate_registers (series, year, last_sequence) VALUES ('GCN', 2026, 3)`],
    ],
    [
      'I1',
      'a nomination that gave its place up and still sits on it',
      ({ holder }) => ['UPDATE nominations SET place_given_up_at = now() WHERE id = $1', holder],
    ],
    [
      'I6',
      'an enrollment whose nomination was not accepted',
      ({ holder }) => [`UPDATE nominations SET state = 'endorsed' WHERE id = $1`, holder],
    ],
    [
      'I10',
      'a completion that attendance, essay and marks do not bear out',
      ({ person }) => [
        `INSERT INTO completions (enrollment_id, class_id, person_id, completed, grade, absent_share, reasons, judged_at)
         SELECT id, class_id, person_id, true, 'excellent', 0.5, '[]', now() FROM enrollments WHERE person_id = $1`,
        person.id,
      ],
    ],
    [
      'I12',
      'a mark somebody gave to oneself',
      ({ person }) => [
        `WITH module AS (INSERT INTO modules (class_id, number, name, kind, weight)
             SELECT class_id, 1, 'Triết học', 'module', 1 FROM enrollments WHERE person_id = $1 RETURNING id),
           oneself AS (INSERT INTO accounts (person_id, email, name, password_hash, locale, created_at)
             VALUES ($1, 'minh@example.vn', 'Mình', 'none', 'vi', now()) RETURNING id)
         INSERT INTO module_marks (module_id, enrollment_id, attempt, mark, entered_at, entered_by)
         SELECT module.id, e.id, 1, 10, now(), oneself.id FROM module, oneself, enrollments e WHERE e.person_id = $1`,
        person.id,
      ],
    ],
    [
      'I9',
      'a journal that would let a line be changed',
      () => ['ALTER TABLE journal_lines DISABLE TRIGGER journal_lines_are_kept'],
    ],
  ];

  it.each(harms)('finds %s: %s', async (invariant, _, harm) => {
    await app.sql(...harm(await aLivingClass()));
    expect(await broken()).toContain(invariant);
  });

  it('finds I2, I3 and I4 when their constraints were dropped and the rows written', async () => {
    const { inClass, holder, person } = await aLivingClass();
    const lecturer = await a.insert('lecturers', {
      full_name: 'Trần Văn A',
      sort_name: 'A Trần Văn',
      workplace: 'Trường',
    });
    await app.sql('DROP INDEX nominations_one_live_per_person');
    await app.sql('ALTER TABLE attendance_lines DROP CONSTRAINT attendance_lines_person_once');
    await app.sql('ALTER TABLE half_days DROP CONSTRAINT half_days_lecturer_once');
    await app.sql(
      `INSERT INTO nominations (class_id, person_id, unit_id, state, checks, created_at, version) SELECT class_id, person_id, unit_id, 'draft', '[]', now(), 1 FROM nominations WHERE id = $1`,
      holder,
    );
    const twin = await a.halfDay(inClass, '2026-02-07', { lecturer_id: lecturer });
    await app.sql('UPDATE half_days SET lecturer_id = $1', lecturer);
    await app.sql(
      `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during) SELECT e.id, h.id, e.person_id, h.during FROM enrollments e, half_days h WHERE e.person_id = $1 AND h.id = $2`,
      person.id,
      twin.id,
    );
    expect(await broken()).toEqual(['I2', 'I3', 'I4']);
  });

  it('finds an acceptance by the nominee, which the database refuses while its trigger stands', async () => {
    const { holder, person } = await aLivingClass();
    const { id } = await a.account({ person });
    const accept = () => app.sql(`UPDATE nominations SET decided_by = $2 WHERE id = $1`, holder, id);
    await expect(accept()).rejects.toMatchObject({ driverError: { constraint: 'nobody_decides_about_oneself' } });
    await app.sql('ALTER TABLE nominations DISABLE TRIGGER nominations_decided_by_another');
    await accept();
    expect(await broken()).toEqual(['I12']);
  });

  it('finds I7 and I8 when their constraints were dropped and the rows written', async () => {
    const { inClass, person } = await aLivingClass();
    await app.sql('ALTER TABLE reminders DROP CONSTRAINT reminders_once');
    for (const occurrence of ['7 days', '7 days'])
      await a.insert('reminders', {
        rule: 'class_near',
        person_id: person.id,
        occurrence,
        class_id: inClass.id,
        days_before: 7,
        due_on: '2026-01-31',
        anchor: '2026-02-07',
        state: 'due',
        planned_at: app.clock.now(),
      });
    expect(await broken()).toEqual(['I8']);
    await app.sql(`INSERT INTO certificate_registers (series, year, last_sequence) VALUES ('GCN', 2026, 1)`);
    expect(await broken()).toEqual(['I7', 'I8']);
  });

  it('finds a reminder that is called sent and reached nobody', async () => {
    const { inClass, person } = await aLivingClass();
    await app.sql('ALTER TABLE reminders DROP CONSTRAINT reminders_written_somehow');
    await a.insert('reminders', {
      rule: 'class_near',
      person_id: person.id,
      occurrence: '1 day',
      class_id: inClass.id,
      days_before: 1,
      due_on: '2026-02-06',
      anchor: '2026-02-07',
      state: 'written',
      planned_at: app.clock.now(),
    });
    expect(await broken()).toEqual(['I8']);
  });

  it('finds a journal line that somebody changed behind the trigger’s back', async () => {
    const { holder } = await aLivingClass();
    await app.sql('ALTER TABLE journal_lines DISABLE TRIGGER journal_lines_are_kept');
    await app.sql(`UPDATE journal_lines SET reason = 'khác' WHERE subject_id = $1`, holder);
    await app.sql('ALTER TABLE journal_lines ENABLE TRIGGER journal_lines_are_kept');
    expect(await broken()).toEqual(['I9']);
  });

  const unguarded = async (table: string, ...statements: readonly string[]) => {
    await app.sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const statement of statements) await app.sql(statement);
    await app.sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  };

  it('finds I9 when lines were cut off at the end, with their seals', async () => {
    await aLivingClass();
    await sealEverything();
    const last = '(SELECT max(position) - 2 FROM journal_seals)';
    const lines = await app.sql<{ id: number }>(`SELECT line_id AS id FROM journal_seals WHERE position > ${last}`);
    await unguarded('journal_seals', `DELETE FROM journal_seals WHERE position > ${last}`);
    await unguarded('journal_lines', `DELETE FROM journal_lines WHERE id IN (${lines.map(({ id }) => id).join()})`);
    expect(await broken()).toEqual(['I9']);
    await expect(app.sql('DELETE FROM journal_head')).rejects.toThrow('never shortened');
    await expect(app.sql('UPDATE journal_head SET position = 1')).rejects.toThrow('never shortened');
  });

  it('seals lines that a restore brought from another cluster, and finds I9 while nobody does', async () => {
    await aLivingClass();
    await sealEverything();
    // As a dump from a cluster that had counted further: the number is data and stays what it was.
    await app.sql(
      `INSERT INTO journal_lines (transaction_id, at, actor_name, action, subject_type, subject_id)
       VALUES ('900000000000', $1, 'spec', 'units.created', 'unit', gen_random_uuid())`,
      new Date(app.clock.now().getTime() - 2 * 3_600_000),
    );
    expect(await broken()).toEqual(['I9']);
    await sealEverything();
    expect(await broken()).toEqual([]);
  });

  it('cannot be fooled by a line that is taken out: the database refuses', async () => {
    await aLivingClass();
    await expect(app.sql('DELETE FROM journal_lines')).rejects.toThrow('never changed');
    await expect(app.sql(`UPDATE journal_lines SET reason = 'khác'`)).rejects.toThrow('never changed');
    await expect(app.sql('TRUNCATE journal_lines CASCADE')).rejects.toThrow('never changed');
  });
});
