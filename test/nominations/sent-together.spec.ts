import { NominationsQueries } from '../../src/nominations/nominations.queries';
import { NominationsService } from '../../src/nominations/nominations.service';
import type { BuiltClass, BuiltPerson } from '../builders';
import { a, aClass, aPerson, app, letter, nominate, secretary, unit, beginNominating } from './nominating';

beginNominating();

describe('nominations sent in one turn', () => {
  /** The outcome of each, in the order sent: what is answered, or the code of the refusal. */
  const sent = async (inClass: BuiltClass, people: readonly BuiltPerson[]) => {
    const actor = await app.actor(secretary.id);
    const outcomes = await Promise.allSettled(
      people.map(({ id: personId }) =>
        app.get(NominationsService).nominate(actor, inClass.id, { personId, unitId: unit.id, letter }),
      ),
    );
    return outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value : (outcome.reason as { code?: string }).code,
    );
  };
  const severalPeople = async (count: number) => {
    const people: BuiltPerson[] = [];
    for (let n = 0; n < count; n += 1) people.push(await aPerson());
    return people;
  };
  const linesOf = (id: string) =>
    app.sql(
      `SELECT l.at, l.account_id, l.actor_name, l.action, l.subject_type, l.unit_id, l.class_id, l.reason, l.facts, l.person_id = n.person_id AS of_nominee
       FROM journal_lines l JOIN nominations n ON n.id = l.subject_id WHERE l.subject_id = $1 ORDER BY l.id`,
      id,
    );

  it('get the seats, and then the ranks, in the order they came', async () => {
    const outcomes = await sent(await aClass(2), await severalPeople(5));
    expect(outcomes).toMatchObject([
      { seat: 1, rank: null },
      { seat: 2, rank: null },
      { seat: null, rank: 1, reservesBefore: 0 },
      { seat: null, rank: 2, reservesBefore: 1 },
      { seat: null, rank: 3, reservesBefore: 2 },
    ]);
  });

  it('are answered as they are read afterwards', async () => {
    const outcomes = await sent(await aClass(1), await severalPeople(3));
    for (const outcome of outcomes) {
      const { id } = outcome as { id: string };
      expect(outcome).toEqual(await app.get(NominationsQueries).nomination(id));
    }
  });

  it('stand each for themselves: one who does not qualify spoils nothing', async () => {
    const people = await severalPeople(3);
    const gone = await aPerson({ leftOn: '2026-01-01' });
    const outcomes = await sent(await aClass(3), [people[0]!, gone, people[1]!, people[2]!]);
    expect(outcomes).toMatchObject([{ seat: 1 }, 'not_eligible', { seat: 2 }, { seat: 3 }]);
  });

  it('of one person twice are one nomination and one refusal, with a seat or as a reserve', async () => {
    const [one, other] = (await severalPeople(2)) as [BuiltPerson, BuiltPerson];
    const inClass = await aClass(1);
    const [first, again] = await sent(inClass, [one, one]);
    expect([first, again]).toMatchObject([{ seat: 1 }, 'already_nominated']);
    expect(await sent(inClass, [other, other, one])).toMatchObject([
      { rank: 1 },
      'already_nominated',
      'already_nominated',
    ]);
  });

  it('leave the lines in the journal that one in a transaction of its own leaves', async () => {
    const inClass = await aClass(1);
    const [seated, reserve, alone] = (await severalPeople(3)) as [BuiltPerson, BuiltPerson, BuiltPerson];
    const [first, second] = (await sent(inClass, [seated, reserve])) as { id: string }[];
    const key = { 'idempotency-key': 'alone' };
    const third = await app
      .as(secretary)
      .with(key)
      .post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, { personId: alone.id, letter });
    const withRank = async (id: string) =>
      (await linesOf(id)).map(({ facts, ...line }) => ({ ...line, facts: { ...(facts as object), rank: null } }));
    const lines = await withRank(third.body.id);
    expect(lines.map((line) => (line as { action?: string }).action)).toEqual([
      'nominations.drafted',
      'nominations.submitted',
    ]);
    expect(await withRank(first!.id)).toEqual(lines);
    expect(await withRank(second!.id)).toEqual(lines);
    expect((await linesOf(second!.id))[1]).toMatchObject({ facts: { letter: letter.number, rank: 1 } });
  });

  it('lose nobody to an error of the database about one of them', async () => {
    const people = await severalPeople(6);
    await app.sql(
      `CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.person_id = '${people[3]!.id}' THEN RAISE EXCEPTION 'not this one'; END IF; RETURN NEW; END $$`,
    );
    await app.sql(
      `CREATE TRIGGER one_is_refused BEFORE INSERT ON nominations FOR EACH ROW EXECUTE FUNCTION refuse_one()`,
    );
    const outcomes = await sent(await aClass(4), people);
    await app.sql(`DROP TRIGGER one_is_refused ON nominations`);
    expect(outcomes).toMatchObject([{ seat: 1 }, { seat: 2 }, { seat: 3 }, 'P0001', { seat: 4 }, { rank: 1 }]);
  });

  it('of several classes hold a seat in each', async () => {
    const classes = [await aClass(1), await a.trainingClass({ seats: 1 })];
    const people = await severalPeople(4);
    const answers = await Promise.all(people.map((person, index) => nominate(classes[index % 2]!, person)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    for (const inClass of classes) {
      const rows = await app.sql(
        `SELECT count(s.number) AS seats, max(n.rank) AS rank FROM nominations n LEFT JOIN seats s ON s.nomination_id = n.id WHERE n.class_id = $1`,
        inClass.id,
      );
      expect(rows).toEqual([{ seats: 1, rank: 1 }]);
    }
  });
});
