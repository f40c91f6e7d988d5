import { Nomination } from '../src/nominations/nomination.entity';
import { nominationStateNames } from '../src/nominations/nomination.states';
import { turnOf } from '../src/nominations/turn';
import { DataSource } from 'typeorm';
import { callIsOpen, callIsOpenAt, isRunning, stageAt } from '../src/classes/training-class.stage';
import { classStates, hasEnded, isUnderWay } from '../src/classes/training-class.states';
import { dataSourceOptions } from '../src/platform/database/data-source';
import { foldName } from '../src/platform/names';
import { cloneDatabase } from './cluster/clone';

/** A rule that SQL and code both ask for stands in each once, and both say the same. */
describe('a rule that stands in SQL too', () => {
  let source: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const { url, drop: dropIt } = await cloneDatabase();
    drop = dropIt;
    source = new DataSource(dataSourceOptions({ url, pool: 2, applicationName: 'spec' }));
    await source.initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await drop();
  });

  it('says of every state of a class whether it has ended or is under way', async () => {
    const rows = await source.query<unknown[]>(
      `SELECT state, class_has_ended(state) AS ended, class_is_under_way(state) AS "underWay" FROM unnest($1::text[]) state`,
      [classStates],
    );
    expect(rows).toEqual(classStates.map((state) => ({ state, ended: hasEnded(state), underWay: isUnderWay(state) })));
  });

  it('says of every class on every day whether its call is open and whether it is running', async () => {
    const day = (of: number) => `2026-03-${String(of).padStart(2, '0')}`;
    const moment = (of: number) => new Date(`${day(of)}T09:00:00Z`);
    const moments = { opensOn: day(10), closesOn: day(12), callOpensAt: moment(3), callClosesAt: moment(5) };
    const asked = classStates.flatMap((state) =>
      [2, 3, 4, 5, 9, 10, 11, 12, 13].map((of) => ({ ...moments, state, now: moment(of) })),
    );
    const rows = await source.query<unknown[]>(
      `SELECT ${callIsOpen('c.now')} AS "callIsOpen", ${isRunning('c.today')} AS "isRunning" FROM (
         SELECT a.*, (a.now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS today FROM jsonb_to_recordset($1)
           AS a (ordinal int, state text, "opensOn" date, "closesOn" date, "callOpensAt" timestamptz, "callClosesAt" timestamptz, now timestamptz)
       ) AS c (ordinal, state, opens_on, closes_on, call_opens_at, call_closes_at, now, today) ORDER BY c.ordinal`,
      [JSON.stringify(asked.map((one, ordinal) => ({ ordinal, ...one })))],
    );
    expect(rows).toEqual(
      asked.map(({ now, ...of }) => ({ callIsOpen: callIsOpenAt(of, now), isRunning: stageAt(of, now) === 'running' })),
    );
  });

  it.each([
    ['one by one', 'nominations_in_review'],
    ['all together', 'reviews_waiting'],
  ])(
    'says of nominations, %s, whose turn it is, and the entity refuses acceptance to everybody but the office then',
    async (_, name) => {
      const standings = classStates.flatMap((classState) =>
        nominationStateNames.flatMap((state) =>
          [null, 1].flatMap((rank) =>
            [true, false].map((needsEndorsement) => ({ classState, state, rank, needsEndorsement })),
          ),
        ),
      );
      const view = await definitionOf(name);
      const [group] = await source.query<{ id: string }[]>(
        `INSERT INTO units (code, kind) VALUES ($1, 'group') RETURNING id`,
        [name],
      );
      const turns = await source.query<{ turn: string | null }[]>(
        `WITH asked AS (SELECT gen_random_uuid() AS id, a.* FROM jsonb_to_recordset($1)
          AS a (ordinal int, "classState" text, state text, rank int, "needsEndorsement" boolean)),
        courses AS (SELECT id, CASE WHEN "needsEndorsement" THEN '{group,bloc}' ELSE '{bloc}' END::text[] AS approval_steps FROM asked),
        classes AS (SELECT id, id AS course_id, "classState" AS state, current_date AS opens_on FROM asked),
        nominations AS (SELECT id, id AS class_id, id AS person_id, $2::uuid AS unit_id, state, rank, now() AS endorsed_at, now() AS submitted_at FROM asked)
       SELECT r.turn FROM asked LEFT JOIN (${view}) r ON r.id = asked.id ORDER BY ordinal`,
        [JSON.stringify(standings.map((standing, ordinal) => ({ ...standing, ordinal }))), group!.id],
      );
      expect(turns).toEqual(standings.map((standing) => ({ turn: turnOf(standing) })));
      for (const standing of standings.filter(({ classState }) => !hasEnded(classState))) {
        const { state, rank, needsEndorsement } = standing;
        const nomination = Object.assign(new Nomination(), { state, rank, version: 1 });
        const accepting = () => nomination.accept(null, new Date(0), needsEndorsement, []);
        if (turnOf(standing) === 'office') accepting();
        else expect(accepting).toThrow(expect.objectContaining({ code: expect.any(String) as string }) as Error);
        expect(nomination.state).toBe(turnOf(standing) === 'office' ? 'accepted' : state);
      }
    },
  );

  it('says below which Group a unit stands on each day, of one unit and of all', async () => {
    await source.query(`
      WITH tree AS (INSERT INTO units (code, kind) SELECT code, kind FROM (VALUES
          ('W-BLOC', 'base'), ('W-ONE', 'group'), ('W-TWO', 'group'), ('W-ABOVE', 'base'), ('W-BELOW', 'base')) u (code, kind) RETURNING id, code),
        parents (code, above, valid) AS (VALUES
          ('W-ONE', 'W-BLOC', '[2020-01-01,)'), ('W-TWO', 'W-BLOC', '[2020-01-01,)'),
          ('W-ABOVE', 'W-ONE', '[2020-01-01,2021-01-01)'), ('W-ABOVE', 'W-BLOC', '[2021-01-01,2022-01-01)'), ('W-ABOVE', 'W-TWO', '[2022-01-01,)'),
          ('W-BELOW', 'W-BLOC', '[2020-01-01,2020-07-01)'), ('W-BELOW', 'W-ABOVE', '[2020-07-01,)'))
      INSERT INTO unit_parents (unit_id, parent_id, valid)
      SELECT u.id, a.id, p.valid::daterange FROM parents p JOIN tree u ON u.code = p.code JOIN tree a ON a.code = p.above`);
    const days = ['2019-06-01', '2020-06-01', '2020-09-01', '2021-06-01', '2022-06-01'];
    const [alone, together] = await Promise.all(
      [
        'SELECT u.code, d.day, group_above(u.id, d.day::date) AS above',
        'SELECT u.code, d.day, (SELECT group_id FROM units_of_groups g WHERE g.unit_id = u.id AND g.valid @> d.day::date) AS above',
      ].map((asked) =>
        source.query<{ above: string | null }[]>(
          `${asked} FROM units u, unnest($1::text[]) d (day) WHERE u.code LIKE 'W-%' ORDER BY u.code, d.day`,
          [days],
        ),
      ),
    );
    expect(together).toEqual(alone);
    expect(new Set(alone!.map(({ above }) => above)).size).toBe(3);
  });

  it('folds every letter and sign as code does, alone and within a word', async () => {
    // Georgian, Cherokee and Glagolitic capitals came with younger versions of Unicode than a server may know.
    const letters = Array.from({ length: 0x2bff }, (_, code) => String.fromCodePoint(code + 1)).filter(
      (letter) => !/[\u10a0-\u13ff\u1c80-\u1cbf]/.test(letter),
    );
    const others = [
      '\ufb01',
      '\ufeff',
      '\uff07',
      '\ufe20',
      '\u{e0041}',
      '\u{110bd}',
      '\u{13430}',
      '\u{1bca0}',
      '\u{1d173}',
    ];
    const texts = [...letters, ...others].flatMap((sign) => [sign, `An ${sign}Đỗ${sign} b`]);
    const rows = await source.query<{ text: string; folded: string }[]>(
      `SELECT text, folded_text(text) AS folded FROM unnest($1::text[]) WITH ORDINALITY t (text, n) ORDER BY n`,
      [texts],
    );
    const different = rows.filter(({ text, folded }) => folded !== foldName(text));
    expect(different.map(({ text, folded }) => [escape(text), escape(folded), escape(foldName(text))])).toEqual([]);
  });

  /** A view's own statement, to be asked of rows that a constraint would not let exist. */
  async function definitionOf(view: string): Promise<string> {
    const [row] = await source.query<{ sql: string }[]>(`SELECT pg_get_viewdef($1::regclass) AS sql`, [view]);
    return row!.sql.replace(/;\s*$/, '');
  }

  it.each([
    'classes c WHERE class_has_ended(c.state)',
    'classes c WHERE class_is_under_way(c.state)',
    'persons p WHERE NOT has_left(p.left_on, current_date)',
  ])('is planned as if it were written out: %s', async (asked) => {
    const plan = await source.query<Record<'QUERY PLAN', string>[]>(`EXPLAIN SELECT FROM ${asked}`);
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).not.toMatch(/class_|has_left/);
  });
});
