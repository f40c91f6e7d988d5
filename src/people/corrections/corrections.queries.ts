import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import type { CorrectionState } from './correction-request.states';
import type { CorrectionOrder } from './corrections.requests';
import { type Reach, within } from '../../platform/access/reach';

export interface CorrectionItem {
  readonly id: string;
  readonly personId: string;
  readonly fullName: string;
  readonly code: string;
  /** The given name first: what the list is in the order of. */
  readonly sortName: string;
  readonly unitId: string;
  readonly unitName: string;
  /** By the name of its field in the form: `ratings.2025` is the rating of 2025. */
  readonly fact: string;
  /** What the record said, and what is right, as the form shows it; '' stands for nothing. */
  readonly stood: string;
  readonly asked: string;
  readonly note: string | null;
  readonly state: CorrectionState;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
  readonly answer: string | null;
}

export interface CorrectionFilter {
  readonly state?: CorrectionState | undefined;
  readonly unitId?: string | undefined;
  /** Only of people of these units, and of this person; see `correctionsVisibleTo`. */
  readonly visible: { readonly unitIds: Reach; readonly personId: string | null };
  /** Without what this person asked, where it is asked for what waits for them. */
  readonly notOf?: string | null | undefined;
}

const byId = { column: 'r.id', type: 'uuid', value: ({ id }: CorrectionItem) => id };
const orders: Orders<CorrectionOrder, CorrectionItem> = {
  askedAt: [{ column: 'r.asked_at', type: 'timestamptz', value: ({ askedAt }) => askedAt.toISOString() }, byId],
  name: [{ column: 'p.sort_name', type: 'text', value: ({ sortName }) => sortName }, byId],
};

/** `$1` is today. */
const items = `SELECT r.id, r.person_id, p.full_name, p.code, p.sort_name, p.unit_id, unit_name_on(p.unit_id, $1) AS unit_name,
    r.fact, r.stood, r.asked, r.note, r.state, r.asked_at,
    r.answered_at, r.answered_by_name, r.answer
  FROM correction_requests r JOIN persons p ON p.id = r.person_id`;

@Injectable()
export class CorrectionsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list({
    sort = '-askedAt',
    limit,
    after,
    ...filter
  }: CorrectionFilter & {
    readonly sort?: CorrectionOrder | undefined;
    readonly limit?: number | undefined;
    readonly after?: string | undefined;
  }): Promise<PageOf<CorrectionItem>> {
    const parameters: unknown[] = [this.clock.today()];
    const conditions = conditionsOf(filter, parameters);
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    conditions.push(page.condition);
    const rows = await this.database.read<CorrectionItem>(
      `${items} WHERE ${conditions.join(' AND ')} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async count(filter: CorrectionFilter): Promise<number> {
    const parameters: unknown[] = [];
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(*) FROM correction_requests r JOIN persons p ON p.id = r.person_id
       WHERE ${conditionsOf(filter, parameters).join(' AND ')}`,
      parameters,
    );
    return row!.count;
  }

  /** How many wait for an answer by who keeps the rosters of these units; one's own is for others to answer. */
  async toAnswer({ unitIds, personId }: CorrectionFilter['visible']): Promise<number> {
    const [row] = await this.database.read<{ open: number }>(
      `SELECT count(*) AS open FROM correction_requests r JOIN persons p ON p.id = r.person_id
       WHERE r.state = 'open' AND ${within('p.unit_id', unitIds, '$1')} AND p.id IS DISTINCT FROM $2::uuid`,
      [unitIds, personId],
    );
    return row!.open;
  }

  async request(id: string): Promise<CorrectionItem | null> {
    const [request] = await this.database.read<CorrectionItem>(`${items} WHERE r.id = $2`, [this.clock.today(), id]);
    return request ?? null;
  }

  /** What somebody reported last, the latest first. */
  async ofPerson(personId: string): Promise<CorrectionItem[]> {
    return this.database.read(`${items} WHERE r.person_id = $2 ORDER BY r.asked_at DESC, r.id DESC LIMIT 10`, [
      this.clock.today(),
      personId,
    ]);
  }
}

/** The conditions of a filter; what they compare with is added to `parameters`. */
function conditionsOf({ visible, state, unitId, notOf }: CorrectionFilter, parameters: unknown[]): string[] {
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [
    `(${within('p.unit_id', visible.unitIds, place(visible.unitIds))} OR p.id = ${place(visible.personId)}::uuid)`,
  ];
  if (state !== undefined) conditions.push(`r.state = ${place(state)}`);
  if (notOf !== undefined) conditions.push(`p.id IS DISTINCT FROM ${place(notOf)}::uuid`);
  if (unitId !== undefined) conditions.push(`p.unit_id = ${place(unitId)}::uuid`);
  return conditions;
}
