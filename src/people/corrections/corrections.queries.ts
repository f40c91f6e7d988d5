import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../../platform/paging';
import type { CorrectionState } from './correction-request.states';
import type { CorrectionOrder } from './corrections.requests';

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
  /** As the cursor of a list needs it, to the last digit. */
  readonly askedAtText: string;
  readonly answeredAt: Date | null;
  readonly answeredByName: string | null;
  readonly answer: string | null;
}

export interface CorrectionFilter {
  readonly state?: CorrectionState | undefined;
  readonly unitId?: string | undefined;
  /** Only of people of these units, and of this person; see `correctionsVisibleTo`. */
  readonly visible: { readonly unitIds: readonly string[]; readonly personId: string | null };
}

const orders = {
  askedAt: { column: 'r.asked_at', type: 'timestamptz', key: ({ askedAtText }: CorrectionItem) => askedAtText },
  name: { column: 'p.sort_name', type: 'text', key: ({ sortName }: CorrectionItem) => sortName },
} as const;

/** `$1` is today. */
const items = `SELECT r.id, r.person_id, p.full_name, p.code, p.sort_name, p.unit_id, unit_name_on(p.unit_id, $1) AS unit_name,
    r.fact, r.stood, r.asked, r.note, r.state, r.asked_at, r.asked_at::text AS asked_at_text,
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
    limit = usualPage,
    after,
    ...filter
  }: CorrectionFilter & {
    readonly sort?: CorrectionOrder | undefined;
    readonly limit?: number | undefined;
    readonly after?: string | undefined;
  }): Promise<PageOf<CorrectionItem>> {
    const { column, type, key } = orders[sort.replace('-', '') as keyof typeof orders];
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const parameters: unknown[] = [this.clock.today()];
    const conditions = conditionsOf(filter, parameters);
    const cursor = cursorValues(after, 2);
    if (cursor) {
      const [value, id] = cursor.map((part) => `$${parameters.push(part)}`);
      conditions.push(`(${column}, r.id) ${direction === 'ASC' ? '>' : '<'} (${value}::${type}, ${id}::uuid)`);
    }
    const rows = await this.database.read<CorrectionItem>(
      `${items} WHERE ${conditions.join(' AND ')} ORDER BY ${column} ${direction}, r.id ${direction} LIMIT $${parameters.push(limit + 1)}`,
      parameters,
    );
    return pageOf(rows, limit, (request) => [key(request), request.id]);
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

  async request(id: string): Promise<CorrectionItem | null> {
    const [request] = await this.database.read<CorrectionItem>(`${items} WHERE r.id = $2`, [this.clock.today(), id]);
    return request ?? null;
  }

  /** What somebody reported last, the latest first. */
  async ofPerson(personId: string, limit = 10): Promise<CorrectionItem[]> {
    return this.database.read(`${items} WHERE r.person_id = $2 ORDER BY r.asked_at DESC, r.id DESC LIMIT $3`, [
      this.clock.today(),
      personId,
      limit,
    ]);
  }
}

/** The conditions of a filter; what they compare with is added to `parameters`. */
function conditionsOf({ visible, state, unitId }: CorrectionFilter, parameters: unknown[]): string[] {
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [
    `(p.unit_id = ANY (${place(visible.unitIds)}::uuid[]) OR p.id = ${place(visible.personId)}::uuid)`,
  ];
  if (state !== undefined) conditions.push(`r.state = ${place(state)}`);
  if (unitId !== undefined) conditions.push(`p.unit_id = ${place(unitId)}::uuid`);
  return conditions;
}
