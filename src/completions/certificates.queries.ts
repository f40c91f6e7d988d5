import { Injectable } from '@nestjs/common';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import { type CertificateStanding, type CertificateState, standingOn } from './certificate.entity';
import type { Scope } from './completions.policy';
import { forLike, searchWords } from './search-words';
import { readVerificationCode } from './verification-code';

export interface CertificateItem {
  readonly id: string;
  readonly number: string;
  /** Its place in the register of its series and year. */
  readonly sequence: number;
  readonly state: CertificateState;
  readonly stateReason: string | null;
  /** How it stands today: expired ones are still issued. */
  readonly standing: CertificateStanding;
  readonly holderName: string;
  readonly personId: string;
  /** The unit the holder belongs to today. */
  readonly unitId: string;
  readonly unitName: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly courseName: string;
  readonly courseNameEn: string;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly issuedOn: Day;
  readonly validUntil: Day | null;
  readonly verificationCode: string;
}

/** What a stranger holding the paper may learn. */
export type VerifiedCertificate = Pick<
  CertificateItem,
  | 'number'
  | 'standing'
  | 'holderName'
  | 'className'
  | 'courseName'
  | 'courseNameEn'
  | 'opensOn'
  | 'closesOn'
  | 'issuedOn'
  | 'validUntil'
>;

export interface CertificateFilter {
  readonly scope: Scope;
  readonly classId?: string | undefined;
  /** The year of issue. */
  readonly year?: number | undefined;
  readonly unitId?: string | undefined;
  /** Words of the holder's name, or part of the number. */
  readonly search?: string | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

type Row = Omit<CertificateItem, 'standing'>;

const certificateItem = `SELECT t.id, t.number, t.sequence, t.state, t.state_reason AS "stateReason", t.holder_name AS "holderName",
    t.person_id AS "personId", p.unit_id AS "unitId", n.name_vi AS "unitName", k.id AS "classId", k.code AS "classCode", k.name AS "className",
    o.name_vi AS "courseName", o.name_en AS "courseNameEn", k.opens_on AS "opensOn", k.closes_on AS "closesOn",
    t.issued_on AS "issuedOn", t.valid_until AS "validUntil", t.verification_code AS "verificationCode"
  FROM certificates t JOIN completions c ON c.id = t.completion_id JOIN classes k ON k.id = c.class_id JOIN courses o ON o.id = k.course_id
  JOIN persons p ON p.id = t.person_id JOIN unit_names n ON n.unit_id = p.unit_id AND n.valid @> $1::date`;

const inScope = `($2::uuid[] IS NULL OR p.unit_id = ANY ($2) OR t.person_id = $3::uuid)`;

@Injectable()
export class CertificatesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest number first. */
  async list({
    scope,
    classId,
    year,
    unitId,
    search,
    limit = usualPage,
    after,
  }: CertificateFilter): Promise<PageOf<CertificateItem>> {
    const [issuedOn, sequence, id] = cursorValues(after, 3) ?? [null, null, null];
    const rows = await this.database.read<Row>(
      `${certificateItem}
       WHERE ${inScope} AND ($4::uuid IS NULL OR k.id = $4) AND ($5::int IS NULL OR t.year = $5) AND ($6::uuid IS NULL OR p.unit_id = $6)
         AND ((SELECT coalesce(bool_and(' ' || p.folded_name LIKE '% ' || w || '%'), true) FROM unnest($7::text[]) w)
           OR t.number ILIKE '%' || $8 || '%')
         AND ($9::date IS NULL OR (t.issued_on, t.sequence, t.id) < ($9, $10::int, $11::uuid))
       ORDER BY t.issued_on DESC, t.sequence DESC, t.id DESC LIMIT $12`,
      [
        this.clock.today(),
        scope.unitIds,
        scope.personId,
        classId ?? null,
        year ?? null,
        unitId ?? null,
        searchWords(search).map(forLike),
        search ? forLike(search) : null,
        issuedOn,
        sequence,
        id,
        limit + 1,
      ],
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.issuedOn, row.sequence, row.id]);
    return { items: items.map((row) => this.itemOf(row)), next };
  }

  /** Null when there is none, or none the reader may see. */
  async certificate(id: string, { unitIds, personId }: Scope): Promise<CertificateItem | null> {
    const [row] = await this.database.read<Row>(`${certificateItem} WHERE ${inScope} AND t.id = $4`, [
      this.clock.today(),
      unitIds,
      personId,
      id,
    ]);
    return row ? this.itemOf(row) : null;
  }

  async byVerificationCode(typed: string): Promise<VerifiedCertificate | null> {
    const [row] = await this.database.read<Row>(`${certificateItem} WHERE t.verification_code = $2`, [
      this.clock.today(),
      readVerificationCode(typed),
    ]);
    return row ? this.itemOf(row) : null;
  }

  /** The years some certificate was issued in, the latest first: for choosing one. */
  async years(): Promise<number[]> {
    const rows = await this.database.read<{ year: number }>(
      `SELECT DISTINCT year FROM certificate_registers WHERE last_sequence > 0 ORDER BY year DESC`,
    );
    return rows.map(({ year }) => year);
  }

  private itemOf(row: Row): CertificateItem {
    return { ...row, standing: standingOn(row, this.clock.today()) };
  }
}
