import { randomUUID } from 'node:crypto';
import type { InvariantCode } from '../../src/invariants/invariants';
import { InvariantsService } from '../../src/invariants/invariants.service';
import { TestApp } from '../app';
import { type BuiltClass, type BuiltPerson, Builders } from '../builders';
import { sealEverything } from '../journal/sealing';

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

describe('the doctor', () => {
  let app: TestApp;
  let a: Builders;

  const start = async () => {
    app = await TestApp.start();
    a = new Builders(app);
  };
  const stop = () => app.stop();

  const findings = async () =>
    new Map((await app.get(InvariantsService).examine()).map((finding) => [finding.invariant, finding]));
  const broken = async () =>
    [...(await findings()).values()].filter((one) => one.broken > 0).map((one) => one.invariant);
  /** The invariants that more breaks than before, each with what was found by then. */
  async function brokenBy(harm: () => Promise<unknown>): Promise<Map<InvariantCode, readonly string[]>> {
    const before = await findings();
    await harm();
    const after = [...(await findings()).values()];
    return new Map(
      after
        .filter(({ invariant, broken: count }) => count > before.get(invariant)!.broken)
        .map(({ invariant, ids }) => [invariant, ids.filter((id) => !before.get(invariant)!.ids.includes(id))]),
    );
  }

  const enrollmentOf = async (person: BuiltPerson) =>
    (await app.sql<{ id: string }>('SELECT id FROM enrollments WHERE person_id = $1', person.id))[0]!.id;

  /** A class with one holder, accepted and enrolled, and one reserve of the same unit. */
  async function aLivingClass(): Promise<{
    inClass: BuiltClass;
    holder: string;
    reserve: string;
    person: BuiltPerson;
  }> {
    const office = await a.office();
    const unit = await a.unit();
    const inClass = await a.trainingClass({ allocations: [[unit, 1]], poolOpen: false });
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
    await sealEverything(app);
    return { inClass, holder, reserve, person };
  }

  describe('in one database', () => {
    beforeAll(start);
    afterAll(stop);

    it('finds nothing wrong with a class that lived by the rules', async () => {
      await aLivingClass();
      expect(await broken()).toEqual([]);
    });

    it('cannot be fooled by a line that is taken out: the database refuses', async () => {
      await aLivingClass();
      await expect(a.remove('journal_lines')).rejects.toThrow('never changed');
      await expect(a.change('journal_lines', {}, { reason: 'khác' })).rejects.toThrow('never changed');
      await expect(app.sql('TRUNCATE journal_lines CASCADE')).rejects.toThrow('never changed');
    });

    type World = Awaited<ReturnType<typeof aLivingClass>>;
    const harms: [InvariantCode, string, (world: World) => Promise<unknown>][] = [
      ['I1', 'a holder without a seat', ({ reserve }) => a.change('nominations', { id: reserve }, { rank: null })],
      ['I1', 'a class with more seats than its capacity', ({ inClass }) => inClass.becomes({ capacity: 7 })],
      [
        'I5',
        'a free seat beside a reserve',
        ({ inClass, person }) => a.insert('seats', { classId: inClass.id, number: 2, unitId: person.unitId }),
      ],
      [
        'I6',
        'an accepted nominee who is not enrolled',
        ({ person }) => a.change('enrollments', { personId: person.id }, { endedAt: app.clock.now() }),
      ],
      ['I7', 'a gap in the register', () => a.register(3)],
      [
        'I1',
        'a nomination that gave its place up and still sits on it',
        ({ holder }) => a.change('nominations', { id: holder }, { placeGivenUpAt: app.clock.now() }),
      ],
      [
        'I6',
        'an enrollment whose nomination was not accepted',
        ({ holder }) => a.change('nominations', { id: holder }, { state: 'endorsed' }),
      ],
      [
        'I10',
        'a completion that attendance, essay and marks do not bear out',
        async ({ inClass, person }) =>
          a.completion(inClass, { id: await enrollmentOf(person), person }, { grade: 'excellent', absentShare: 0.5 }),
      ],
      [
        'I12',
        'a mark somebody gave to oneself',
        async ({ inClass, person }) =>
          a.insert('module_marks', {
            moduleId: await a.module(inClass, 1),
            enrollmentId: await enrollmentOf(person),
            attempt: 1,
            mark: 10,
            enteredAt: app.clock.now(),
            enteredBy: (await a.account({ person })).id,
          }),
      ],
      [
        'I9',
        'a journal that would let a line be changed',
        () => app.sql('ALTER TABLE journal_lines DISABLE TRIGGER journal_lines_are_kept'),
      ],
    ];

    it.each(harms)('finds %s: %s', async (invariant, _, harm) => {
      const world = await aLivingClass();
      expect([...(await brokenBy(() => harm(world))).keys()]).toContain(invariant);
    });

    it('finds I2, I3 and I4 when their constraints were dropped and the rows written', async () => {
      const { inClass, person } = await aLivingClass();
      const lecturer = await a.lecturer('Trần Văn A', 'Trường');
      await app.sql('DROP INDEX nominations_one_live_per_person');
      await app.sql('ALTER TABLE attendance_lines DROP CONSTRAINT attendance_lines_person_once');
      await app.sql('ALTER TABLE half_days DROP CONSTRAINT half_days_lecturer_once');
      const found = await brokenBy(async () => {
        await a.nomination({ in: inClass, person, state: 'draft' });
        const twin = await a.halfDay(inClass, '2026-02-07', { lecturerId: lecturer });
        await a.change('half_days', { classId: inClass.id }, { lecturerId: lecturer });
        const [enrollmentId, { id: halfDayId, during }] = [await enrollmentOf(person), twin];
        await a.insert('attendance_lines', { enrollmentId, halfDayId, personId: person.id, during });
      });
      expect([...found.keys()]).toEqual(['I2', 'I3', 'I4']);
    });

    it('finds an acceptance by the nominee, which the database refuses while its trigger stands', async () => {
      const { holder, person } = await aLivingClass();
      const { id } = await a.account({ person });
      const accept = () => a.change('nominations', { id: holder }, { decidedBy: id });
      await expect(accept()).rejects.toMatchObject({ constraint: 'nobody_decides_about_oneself' });
      await app.sql('ALTER TABLE nominations DISABLE TRIGGER nominations_decided_by_another');
      const at = app.clock.now();
      let request = '';
      const found = await brokenBy(async () => {
        await accept();
        request = await a.insert('correction_requests', {
          ...{
            personId: person.id,
            fact: 'cell',
            stood: 'Chi bộ 1',
            asked: 'Chi bộ 2',
            state: 'corrected',
            askedAt: at,
          },
          ...{ answeredAt: at, answeredBy: id, answeredByName: 'x', answer: 'x' },
        });
      });
      const ids = [`correction request ${request}`, `nomination ${holder}`];
      expect([...found]).toEqual([['I12', expect.arrayContaining(ids)]]);
    });

    it('finds I8 when its constraint was dropped and the rows written', async () => {
      const { inClass, person } = await aLivingClass();
      await app.sql('ALTER TABLE reminders DROP CONSTRAINT reminders_once');
      const remind = () =>
        a.insert('reminders', {
          rule: 'class_near',
          personId: person.id,
          occurrence: '7 days',
          classId: inClass.id,
          daysBefore: 7,
          dueOn: '2026-01-31',
          anchor: '2026-02-07',
          state: 'due',
          plannedAt: app.clock.now(),
        });
      await remind();
      expect([...(await brokenBy(remind)).keys()]).toEqual(['I8']);
    });

    it('finds a reminder that is called sent and reached nobody', async () => {
      const { inClass, person } = await aLivingClass();
      await app.sql('ALTER TABLE reminders DROP CONSTRAINT reminders_written_somehow');
      const remind = () =>
        a.insert('reminders', {
          rule: 'class_near',
          personId: person.id,
          occurrence: '1 day',
          classId: inClass.id,
          daysBefore: 1,
          dueOn: '2026-02-06',
          anchor: '2026-02-07',
          state: 'written',
          plannedAt: app.clock.now(),
        });
      expect([...(await brokenBy(remind)).keys()]).toEqual(['I8']);
    });
  });

  describe('in a journal of its own', () => {
    beforeEach(start);
    afterEach(stop);

    it('finds a journal line that somebody changed behind the trigger’s back', async () => {
      const { holder } = await aLivingClass();
      await app.sql('ALTER TABLE journal_lines DISABLE TRIGGER journal_lines_are_kept');
      await a.change('journal_lines', { subjectId: holder }, { reason: 'khác' });
      await app.sql('ALTER TABLE journal_lines ENABLE TRIGGER journal_lines_are_kept');
      expect(await broken()).toEqual(['I9']);
    });

    const unguarded = async (table: string, harm: () => Promise<unknown>) => {
      await app.sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await harm();
      await app.sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    };

    it('finds I9 when lines were cut off at the end, with their seals', async () => {
      await aLivingClass();
      await sealEverything(app);
      const seals = await app.sql<{ lineId: number }>(
        'SELECT line_id FROM journal_seals ORDER BY position DESC LIMIT 2',
      );
      const lineIds = seals.map(({ lineId }) => lineId);
      await unguarded('journal_seals', () => a.remove('journal_seals', { lineId: lineIds }));
      await unguarded('journal_lines', () => a.remove('journal_lines', { id: lineIds }));
      expect(await broken()).toEqual(['I9']);
      await expect(a.remove('journal_head')).rejects.toThrow('never shortened');
      await expect(a.change('journal_head', {}, { position: 1 })).rejects.toThrow('never shortened');
    });

    it('finds I9 still when lines came after those that were cut off', async () => {
      await aLivingClass();
      const seals = await app.sql<{ lineId: number }>(
        'SELECT line_id FROM journal_seals ORDER BY position DESC LIMIT 2',
      );
      const lineIds = seals.map(({ lineId }) => lineId);
      await unguarded('journal_seals', () => a.remove('journal_seals', { lineId: lineIds }));
      await unguarded('journal_lines', () => a.remove('journal_lines', { id: lineIds }));
      await aLivingClass();
      expect(await broken()).toEqual(['I9']);
    });

    it('seals lines that a restore brought from another cluster, and finds I9 while nobody does', async () => {
      await aLivingClass();
      await sealEverything(app);
      // As a dump from a server that had counted further: the number is data and stays what it was, and so does where sealing stopped.
      await app.sql('UPDATE journal_read_up_to SET system_identifier = 1');
      await a.insert('journal_lines', {
        transactionId: '900000000000',
        at: new Date(app.clock.now().getTime() - 2 * 3_600_000),
        actorName: 'spec',
        action: 'units.created',
        subjectType: 'unit',
        subjectId: randomUUID(),
      });
      expect(await broken()).toEqual(['I9']);
      await sealEverything(app);
      expect(await broken()).toEqual([]);
    });
  });
});
