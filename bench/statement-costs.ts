import type { Pool } from 'pg';
import type { HeardStatement } from './statements-heard';

const told = 10;
/** Of a plan's lines, those that say where time goes stand first. */
const linesOfPlan = 14;

interface Cost {
  readonly statement: HeardStatement;
  readonly pages: Set<string>;
  milliseconds: number;
  times: number;
}

/** What statements cost, by their text. */
export class StatementCosts {
  private readonly byText = new Map<string, Cost>();

  add(page: string, heard: readonly HeardStatement[]): void {
    for (const statement of heard) {
      const cost = this.byText.get(statement.text) ?? { statement, pages: new Set(), milliseconds: 0, times: 0 };
      this.byText.set(statement.text, cost);
      cost.pages.add(page);
      cost.milliseconds += statement.milliseconds;
      cost.times += 1;
    }
  }

  /** The heaviest each time, with their plans as PostgreSQL makes them for what they were asked with. */
  async tell(pool: Pool): Promise<void> {
    const each = ({ milliseconds, times }: Cost) => milliseconds / times;
    const heaviest = [...this.byText.values()]
      .filter(({ statement }) => /^\s*(SELECT|WITH)/i.test(statement.text))
      .toSorted((one, other) => each(other) - each(one))
      .slice(0, told);
    for (const cost of heaviest) {
      const { statement, pages, times } = cost;
      console.log(`\n${each(cost).toFixed(1)} ms each of ${times}, for ${[...pages].slice(0, 4).join(', ')}`);
      console.log(statement.text.replace(/\s+/g, ' ').slice(0, 1_500));
      const values = [...((statement.values as unknown[] | undefined) ?? [])];
      const { rows } = await pool.query<{ 'QUERY PLAN': string }>({
        text: `EXPLAIN (ANALYZE, BUFFERS) ${statement.text}`,
        values,
      });
      const lines = rows.map((row) => row['QUERY PLAN']);
      for (const line of [
        ...lines.slice(0, linesOfPlan),
        ...lines.slice(linesOfPlan).filter((l) => /^(Planning T|Execution)/.test(l)),
      ])
        console.log(`  ${line.slice(0, 180)}`);
    }
  }
}
