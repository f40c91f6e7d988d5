import { DataSource } from 'typeorm';
import { classStates, hasEnded, isUnderWay } from '../src/classes/training-class.states';
import { dataSourceOptions } from '../src/platform/database/data-source';
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

  it.each(['classes c WHERE class_has_ended(c.state)', 'classes c WHERE class_is_under_way(c.state)'])(
    'is planned as if it were written out: %s',
    async (asked) => {
      const plan = await source.query<Record<'QUERY PLAN', string>[]>(`EXPLAIN SELECT FROM ${asked}`);
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).not.toMatch(/class_|nomination_/);
    },
  );
});
