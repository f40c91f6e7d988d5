import { Injectable } from '@nestjs/common';
import type { Reach } from '../../platform/access/reach';
import { Clock, type Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import { needCounts } from '../training-plans.queries';
import type { ProposalState } from './plan-proposal.states';
import type { ProposalOrder } from './proposals.requests';

export interface ProposalItem {
  readonly id: string;
  readonly year: number;
  readonly unitId: string;
  readonly unitNameVi: string;
  readonly unitNameEn: string;
  readonly courseId: string;
  readonly courseName: string;
  readonly courseNameEn: string;
  readonly quarter: number;
  readonly people: number;
  readonly note: string | null;
  readonly proposedAt: Date;
  readonly state: ProposalState;
  readonly lineId: string | null;
  /** The quarter and course of that line, which may be others. */
  readonly lineQuarter: number | null;
  readonly lineCourseName: string | null;
  readonly lineCourseNameEn: string | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly comments: number;
  readonly version: number;
}

export interface ProposalFilter {
  readonly unitId?: string | undefined;
  readonly state?: ProposalState | undefined;
  readonly sort?: ProposalOrder | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

/** How far the asking of a year has come, of the units the reader sees. */
export interface PlanSeason {
  readonly year: number;
  readonly lastDay: Day;
  readonly isOver: boolean;
  /** Units that were asked and have said nothing. */
  readonly silent: readonly { readonly id: string; readonly nameVi: string; readonly nameEn: string }[];
  readonly noNeed: readonly {
    readonly id: string;
    readonly nameVi: string;
    readonly nameEn: string;
    readonly note: string | null;
  }[];
}

/** What one unit said of one line. */
export interface NeedItem {
  readonly lineId: string;
  readonly unitId: string;
  readonly unitNameVi: string;
  readonly unitNameEn: string;
  readonly people: number;
  readonly saidAt: Date;
}

const named = (unit: string) => `JOIN unit_names n ON n.unit_id = ${unit} AND n.valid @> $1::date`;

/** `$1` is today, `$2` the units of the reader. */
const items = `
  SELECT p.id, p.year, p.unit_id, n.name_vi AS unit_name_vi, n.name_en AS unit_name_en, p.course_id, k.name_vi AS course_name,
    k.name_en AS course_name_en, p.quarter, p.people, p.note, p.proposed_at, p.state, p.line_id, l.quarter AS line_quarter,
    o.name_vi AS line_course_name, o.name_en AS line_course_name_en, p.answer, p.answered_at, p.version,
    (SELECT count(*)::int FROM training_plan_comments c WHERE c.proposal_id = p.id) AS comments
  FROM training_plan_proposals p ${named('p.unit_id')} JOIN courses k ON k.id = p.course_id
  LEFT JOIN training_plan_lines l ON l.id = p.line_id LEFT JOIN courses o ON o.id = l.course_id
  WHERE ($2::uuid[] IS NULL OR p.unit_id = ANY ($2))`;

const byId = { column: 'p.id', type: 'uuid', value: ({ id }: ProposalItem) => id };
const orders: Orders<ProposalOrder, ProposalItem> = {
  proposedAt: [
    { column: 'p.proposed_at', type: 'timestamptz', value: ({ proposedAt }) => proposedAt.toISOString() },
    byId,
  ],
  course: [
    { column: 'k.name_vi COLLATE "vi-x-icu"', type: 'text', value: ({ courseName }) => courseName },
    { column: 'p.quarter', type: 'int', value: ({ quarter }) => quarter },
    byId,
  ],
  unit: [{ column: 'n.name_vi COLLATE "vi-x-icu"', type: 'text', value: ({ unitNameVi }) => unitNameVi }, byId],
  people: [{ column: 'p.people', type: 'int', value: ({ people }) => people }, byId],
};

@Injectable()
export class PlanProposalsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In the order they came unless told. */
  async list(
    year: number,
    readers: Reach,
    { unitId, state, sort = 'proposedAt', limit, after }: ProposalFilter,
  ): Promise<PageOf<ProposalItem>> {
    const parameters: unknown[] = [this.clock.today(), readers, year, unitId ?? null, state ?? null];
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    const rows = await this.database.read<ProposalItem>(
      `${items} AND p.year = $3 AND ($4::uuid IS NULL OR p.unit_id = $4) AND ($5::text IS NULL OR p.state = $5)
         AND ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async proposal(id: string, readers: Reach): Promise<ProposalItem | null> {
    const [row] = await this.database.read<ProposalItem>(`${items} AND p.id = $3`, [this.clock.today(), readers, id]);
    return row ?? null;
  }

  /** Those that stand in a line. */
  async inLine(lineId: string, readers: Reach): Promise<ProposalItem[]> {
    return this.database.read(`${items} AND p.line_id = $3 ORDER BY p.proposed_at, p.id`, [
      this.clock.today(),
      readers,
      lineId,
    ]);
  }

  /** The year units are asked about now; the latest, where there are several. */
  async yearAskedAbout(): Promise<number | null> {
    const [season] = await this.database.read<{ year: number }>(
      'SELECT year FROM training_plan_seasons WHERE last_day >= $1 ORDER BY year DESC LIMIT 1',
      [this.clock.today()],
    );
    return season?.year ?? null;
  }

  async season(year: number, readers: Reach): Promise<PlanSeason | null> {
    const asked = [this.clock.today(), readers, year];
    const [season] = await this.database.read<{ year: number; lastDay: Day }>(
      'SELECT year, last_day FROM training_plan_seasons WHERE year = $1',
      [year],
    );
    if (!season) return null;
    const [silent, noNeed] = await Promise.all([
      this.database.read<PlanSeason['silent'][number]>(
        `SELECT d.unit_id AS id, n.name_vi, n.name_en FROM training_plan_answers_due d ${named('d.unit_id')} JOIN units u ON u.id = d.unit_id
         WHERE d.year = $3 AND ($2::uuid[] IS NULL OR d.unit_id = ANY ($2)) ORDER BY u.code`,
        asked,
      ),
      this.database.read<PlanSeason['noNeed'][number]>(
        `SELECT a.unit_id AS id, n.name_vi, n.name_en, a.note FROM training_plan_no_needs a ${named('a.unit_id')} JOIN units u ON u.id = a.unit_id
         WHERE a.year = $3 AND ($2::uuid[] IS NULL OR a.unit_id = ANY ($2)) ORDER BY u.code`,
        asked,
      ),
    ]);
    return { ...season, isOver: season.lastDay < this.clock.today(), silent, noNeed };
  }

  /** Of the lines of a year, or of one of them. */
  async needs(of: { readonly year: number } | { readonly lineId: string }, readers: Reach): Promise<NeedItem[]> {
    const [column, key] = 'year' in of ? ['l.year', of.year] : ['l.id', of.lineId];
    return this.database.read(
      `SELECT n.line_id, n.unit_id, m.name_vi AS unit_name_vi, m.name_en AS unit_name_en, n.people, n.said_at
       FROM training_plan_needs n JOIN training_plan_lines l ON l.id = n.line_id JOIN unit_names m ON m.unit_id = n.unit_id AND m.valid @> $1::date
       JOIN units u ON u.id = n.unit_id
       WHERE ($2::uuid[] IS NULL OR n.unit_id = ANY ($2)) AND ${needCounts} AND ${column} = $3 ORDER BY u.code`,
      [this.clock.today(), readers, key],
    );
  }
}
