import fc from 'fast-check';
import type { Decision } from '../../src/nominations/decisions';
import { a, aClass, aPerson, app, nominated, office, show, beginNominating } from './nominating';

beginNominating();

interface Answer {
  readonly results: readonly { readonly done: boolean; readonly problem: { readonly code: string } | null }[];
}
type Told = { readonly id: string; readonly decision: Decision };

const terms = { reason: 'Thiếu ngày chính thức', correctBy: '2026-01-20' };
const asked = (told: readonly Told[]) =>
  told.map(({ id: nominationId, decision }) => ({
    nominationId,
    decision,
    ...(decision === 'return' || decision === 'reject' ? { reason: terms.reason } : {}),
    ...(decision === 'return' ? { correctBy: terms.correctBy } : {}),
  }));
const decide = async (told: readonly Told[], headers: Record<string, string> = {}) => {
  const { body } = await app
    .as(office)
    .with(headers)
    .post<Answer>('/api/v1/nominations/reviews', { decisions: asked(told) });
  return body.results.map(({ done, problem }) => (done ? 'done' : problem!.code));
};
const codesOneByOne = async (told: readonly Told[]) => {
  const codes: string[] = [];
  for (const one of told) codes.push(...(await decide([one])));
  return codes;
};

/** How nominations stand and what was written of them, in words that are the same of others in their place. */
const standing = async (ids: readonly string[]) => ({
  nominations: await app.sql(
    `SELECT n.state, n.rank, n.reason, n.correct_by, n.version, n.ended_at IS NOT NULL AS ended, n.decided_by, s.unit_id IS NOT NULL AS own_seat,
       e.id IS NOT NULL AS enrolled, (SELECT count(*)::int FROM attendance_lines l WHERE l.enrollment_id = e.id AND l.live) AS lines
     FROM nominations n LEFT JOIN seats s ON s.nomination_id = n.id LEFT JOIN enrollments e ON e.nomination_id = n.id
     WHERE n.id = ANY ($1) ORDER BY array_position($1::uuid[], n.id)`,
    ids,
  ),
  journal: await app.sql(
    `SELECT array_position($1::uuid[], n.id) AS of, l.action, l.reason, l.facts - 'freedSeat' - 'seat' - 'nominationId' AS facts
     FROM journal_lines l JOIN nominations n ON n.id = l.subject_id OR n.id::text = l.facts ->> 'nominationId'
     WHERE n.id = ANY ($1) ORDER BY 1, l.action, l.id`,
    ids,
  ),
});

describe('reviewing several together', () => {
  const people = 7;
  const decisions = fc.array(
    fc.record({
      which: fc.nat({ max: people - 1 }),
      decision: fc.constantFrom('accept' as const, 'return' as const, 'reject' as const),
    }),
    { minLength: 2, maxLength: 10 },
  );

  /** Four of them on a seat, the others behind. */
  const fullClass = async () => {
    const inClass = await aClass(4);
    await a.halfDay(inClass, '2026-02-07');
    const ids: string[] = [];
    for (let nth = 0; nth < people; nth += 1) ids.push((await nominated(inClass)).id);
    return ids;
  };

  it('comes out as one by one does, whatever is decided of whom', async () => {
    await fc.assert(
      fc.asyncProperty(decisions, async (told) => {
        const [together, alone] = [await fullClass(), await fullClass()];
        const of = (ids: readonly string[]) => told.map(({ which, decision }) => ({ id: ids[which]!, decision }));
        expect(await decide(of(together))).toEqual(await codesOneByOne(of(alone)));
        expect(await standing(together)).toEqual(await standing(alone));
      }),
      { numRuns: 6, seed: 17 },
    );
  });

  it('moves up whom a rejection makes room for before they are decided on themselves', async () => {
    const inClass = await aClass(1);
    const [holder, reserve] = [await nominated(inClass), await nominated(inClass)];
    const told = [
      { id: reserve.id, decision: 'accept' },
      { id: holder.id, decision: 'reject' },
      { id: reserve.id, decision: 'accept' },
    ] as const;
    expect(await decide(told)).toEqual(['still_reserve', 'done', 'done']);
    expect(await show(reserve)).toMatchObject({ state: 'accepted', seat: 1 });
  });

  it('accepts a person once for one hour, and everybody else', async () => {
    const [one, other] = [await aClass(2), await aClass(2)];
    for (const inClass of [one, other]) await a.halfDay(inClass, '2026-02-07');
    const person = await aPerson();
    const twice = [
      await a.nomination({ in: one, person, state: 'submitted' }),
      await a.nomination({ in: other, person, state: 'submitted' }),
    ];
    const told = [...twice, await nominated(other)].map(({ id }) => ({ id, decision: 'accept' as const }));
    expect(await decide(told)).toEqual(['done', 'not_eligible', 'done']);
  });

  describe('when somebody’s hour is taken between the look and the writing', () => {
    const takenMeanwhile = async (personId: string) => {
      await app.sql(`CREATE FUNCTION taken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'attendance_lines_person_once'; END $$`);
      await app.sql(`CREATE TRIGGER taken BEFORE INSERT ON attendance_lines FOR EACH ROW
        WHEN (NEW.person_id = '${personId}') EXECUTE FUNCTION taken()`);
    };
    afterEach(() => app.sql('DROP FUNCTION IF EXISTS taken CASCADE'));

    it('refuses that one alone, and does the rest once however often the request is repeated', async () => {
      const inClass = await aClass(3);
      await a.halfDay(inClass, '2026-02-07');
      const people = [await aPerson(), await aPerson(), await aPerson()];
      const told: Told[] = [];
      for (const person of people) {
        const { id } = await a.nomination({ in: inClass, person, state: 'submitted' });
        told.push({ id, decision: 'accept' });
      }
      await takenMeanwhile(people[1]!.id);
      const key = { 'idempotency-key': 'reviews-1' };
      expect(await decide(told, key)).toEqual(['done', 'person_busy', 'done']);
      expect(await decide(told, key)).toEqual(['done', 'person_busy', 'done']);
      const accepted = await app.sql(
        `SELECT FROM journal_lines WHERE class_id = $1 AND action = 'nominations.accepted'`,
        inClass.id,
      );
      expect(accepted).toHaveLength(2);
    });
  });

  it('repeats its answer under the same key, and does nothing twice', async () => {
    const inClass = await aClass(2);
    const told = [await nominated(inClass), await nominated(inClass)].map(({ id }) => ({
      id,
      decision: 'accept' as const,
    }));
    const key = { 'idempotency-key': 'reviews-2' };
    expect(await decide(told, key)).toEqual(['done', 'done']);
    expect(await decide(told, key)).toEqual(['done', 'done']);
    expect((await standing(told.map(({ id }) => id))).nominations).toMatchObject([{ version: 2 }, { version: 2 }]);
  });
});
