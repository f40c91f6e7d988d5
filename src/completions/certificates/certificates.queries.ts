import type { FormOfAddress } from '../../platform/messages/address';
import { Injectable } from '@nestjs/common';
import type { SignedLetterhead } from '../../organization/letterheads.queries';
import { Clock, type Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { keysetPage, type PageOf } from '../../platform/paging';
import type { Grade } from '../../training-records/training-record.labels';
import { type CertificateStanding, type CertificateState, standingOn } from './certificate.entity';
import {
  conditionsOf,
  type CertificateFilter,
  certificateOrders,
  type CertificateSort,
  searched,
  seenBy,
} from './filter';
import type { Scope } from '../completions.policy';
import { signedBy } from './certificates.words';
import { readVerificationCode } from './verification-code';

export interface CertificateItem {
  readonly id: string;
  readonly number: string;
  readonly series: string;
  /** The year of issue: its register begins anew every year. */
  readonly year: number;
  /** Its place in the register of its series and year. */
  readonly sequence: number;
  readonly state: CertificateState;
  readonly stateOn: Day | null;
  readonly stateReason: string | null;
  readonly stateDecision: string | null;
  /** How it stands today: expired ones are still issued. */
  readonly standing: CertificateStanding;
  /** Grows with every correction. */
  readonly version: number;
  readonly correctedOn: Day | null;
  readonly holderName: string;
  /** The holder's name as lists sort it: given name first. */
  readonly sortName: string;
  readonly birthDate: Day;
  readonly personId: string;
  /** The unit the holder belongs to today. */
  readonly unitId: string;
  readonly unitName: string;
  /** As printed: the unit of the day of issue. */
  readonly printedUnitName: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly courseName: string;
  readonly courseNameEn: string;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly grade: Grade | null;
  readonly issuedOn: Day;
  readonly validUntil: Day | null;
  readonly verificationCode: string;
  readonly replacesId: string | null;
  readonly replacesNumber: string | null;
  readonly replacedById: string | null;
  readonly replacedByNumber: string | null;
}

/** A certificate with who issued and signed it: what a printed one needs. */
export interface PrintableCertificate extends CertificateItem {
  readonly letterhead: SignedLetterhead;
  /** How the holder was called on the day of issue. */
  readonly address: FormOfAddress;
}

/** What is printed and can be forged, as far as it is anybody's: of the birth date the year. */
export interface PrintedFacts extends Pick<
  PrintableCertificate,
  | 'number'
  | 'standing'
  | 'holderName'
  | 'printedUnitName'
  | 'className'
  | 'courseName'
  | 'courseNameEn'
  | 'opensOn'
  | 'closesOn'
  | 'grade'
  | 'issuedOn'
  | 'validUntil'
> {
  readonly birthYear: string;
  /** Who signed it, and as what. */
  readonly signedBy: string;
}

/** What a stranger holding the paper may learn. */
export interface VerifiedCertificate
  extends PrintedFacts, Pick<CertificateItem, 'stateOn' | 'correctedOn' | 'replacedByNumber'> {
  /** The one in force for the same class, where this one is so no more. */
  readonly inItsPlace: PrintedFacts | null;
}

export interface CertificateListing extends CertificateFilter {
  readonly scope: Scope;
  /** The latest number first unless told. */
  readonly sort?: CertificateSort | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

type Row = Omit<CertificateItem, 'standing'>;

const columns = `t.id, t.number, t.series, t.year, t.sequence, t.state, t.state_on, t.state_reason,
    t.state_decision, t.version, t.corrected_on, t.holder_name, t.birth_date,
    t.person_id, p.sort_name, p.unit_id, n.name_vi AS unit_name, t.unit_name AS printed_unit_name,
    k.id AS class_id, k.code AS class_code, t.class_name, t.course_name, o.name_en AS course_name_en,
    t.started_on AS opens_on, t.ended_on AS closes_on, t.grade, t.issued_on, t.valid_until,
    t.verification_code, old.id AS replaces_id, old.number AS replaces_number, young.id AS replaced_by_id,
    young.number AS replaced_by_number`;

/** `$1` is today. */
const tablesOf = (
  certificates: string,
) => `${certificates} t JOIN completions c ON c.id = t.completion_id JOIN classes k ON k.id = c.class_id JOIN courses o ON o.id = k.course_id
  JOIN persons p ON p.id = t.person_id JOIN unit_names n ON n.unit_id = p.unit_id AND n.valid @> $1::date
  LEFT JOIN certificates old ON old.id = t.replaces_id LEFT JOIN certificates young ON young.replaces_id = t.id`;
const tables = tablesOf('certificates');

/** So many that some stand on each of the first pages. */
const manyFound = 1_000;

const inScope = `($2::uuid[] IS NULL OR p.unit_id = ANY ($2) OR t.person_id = $3::uuid)`;

function printed({ birthDate, letterhead, ...certificate }: Omit<PrintableCertificate, 'address'>): PrintedFacts {
  const { number, standing, holderName, printedUnitName, className, courseName, courseNameEn } = certificate;
  const { opensOn, closesOn, grade, issuedOn, validUntil } = certificate;
  return {
    ...{ number, standing, holderName, printedUnitName, className, courseName, courseNameEn },
    ...{ opensOn, closesOn, grade, issuedOn, validUntil },
    birthYear: birthDate.slice(0, 4),
    signedBy: signedBy(letterhead),
  };
}

@Injectable()
export class CertificatesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list({
    scope,
    sort = '-issuedOn',
    limit,
    after,
    ...filter
  }: CertificateListing): Promise<PageOf<CertificateItem>> {
    const parameters: unknown[] = [this.clock.today()];
    const page = keysetPage<CertificateSort, Row>(certificateOrders, { sort, limit, after }, parameters);
    const found = await this.fewFound(filter.search, scope);
    const seen = seenBy(scope, (value) => `$${parameters.push(value)}`);
    const conditions = [seen, ...conditionsOf(filter, parameters, found), page.condition];
    // The page is cut before anything is joined that it only shows.
    const cut = `(SELECT t.* FROM certificates t JOIN persons p ON p.id = t.person_id WHERE ${conditions.join(' AND ')} ${page.orderAndLimit})`;
    const rows = await this.database.read<Row>(
      `SELECT ${columns} FROM ${tablesOf(cut)} ${page.orderAndLimit}`,
      parameters,
    );
    const { items, next } = page.of(rows);
    return { items: items.map((row) => this.itemOf(row)), next };
  }

  /** The ids a search finds, so that what is rare is not looked for in every certificate; null without one, or where they are many. */
  private async fewFound(search: string | undefined, scope: Scope): Promise<string[] | null> {
    if (search === undefined) return null;
    const parameters: unknown[] = [];
    const found = await this.database.read<{ id: string }>(searched(search, scope, manyFound, parameters), parameters);
    return found.length < manyFound ? found.map(({ id }) => id) : null;
  }

  /** Null when there is none, or none the reader may see. */
  async certificate(id: string, { unitIds, personId }: Scope): Promise<PrintableCertificate | null> {
    const [row] = await this.database.read<Row & Pick<PrintableCertificate, 'letterhead' | 'address'>>(
      `SELECT ${columns}, t.letterhead, t.address FROM ${tables} WHERE ${inScope} AND t.id = $4`,
      [this.clock.today(), unitIds, personId, id],
    );
    return row ? this.itemOf(row) : null;
  }

  /** The certificates of a class in force, in the order of their numbers. @param part of `size` certificates, from 1 on */
  async ofClass(
    classId: string,
    { unitIds, personId }: Scope,
    part: number,
    size: number,
  ): Promise<PrintableCertificate[]> {
    const rows = await this.database.read<Row & Pick<PrintableCertificate, 'letterhead' | 'address'>>(
      `SELECT ${columns}, t.letterhead, (SELECT address FROM certificates WHERE id = t.id) AS address FROM ${tablesOf('certificates_in_force')} WHERE ${inScope} AND k.id = $4
       ORDER BY t.issued_on, t.sequence, t.id LIMIT $6 OFFSET ($5::int - 1) * $6`,
      [this.clock.today(), unitIds, personId, classId, part, size],
    );
    return rows.map((row) => this.itemOf(row));
  }

  /** How many certificates of a class are in force. */
  async countOfClass(classId: string, { unitIds, personId }: Scope): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(*) FROM certificates_in_force t JOIN completions c ON c.id = t.completion_id JOIN persons p ON p.id = t.person_id
       WHERE ($1::uuid[] IS NULL OR p.unit_id = ANY ($1) OR t.person_id = $2::uuid) AND c.class_id = $3`,
      [unitIds, personId, classId],
    );
    return row!.count;
  }

  async byVerificationCode(typed: string): Promise<VerifiedCertificate | null> {
    const rows = await this.database.read<Row & Pick<PrintableCertificate, 'letterhead'> & { isMeant: boolean }>(
      `SELECT ${columns}, t.letterhead, t.verification_code = $2 AS is_meant FROM ${tables}
       WHERE t.verification_code = $2 OR t.id = (SELECT f.id FROM certificates meant JOIN certificates_in_force f
         ON f.completion_id = meant.completion_id AND f.id <> meant.id WHERE meant.verification_code = $2)`,
      [this.clock.today(), readVerificationCode(typed)],
    );
    const items = rows.map((row) => this.itemOf(row));
    const [meant, other] = [items.find(({ isMeant }) => isMeant), items.find(({ isMeant }) => !isMeant)];
    if (!meant) return null;
    const { stateOn, correctedOn, replacedByNumber } = meant;
    return { ...printed(meant), stateOn, correctedOn, replacedByNumber, inItsPlace: other ? printed(other) : null };
  }

  /** The registers some number was given out of, the latest year first: for choosing one. */
  async registers(): Promise<{ readonly series: string; readonly year: number }[]> {
    return this.database.read(
      `SELECT series, year FROM certificate_registers WHERE last_sequence > 0 ORDER BY year DESC, series`,
    );
  }

  private itemOf<T extends Row>(row: T): T & CertificateItem {
    return { ...row, standing: standingOn(row, this.clock.today()) };
  }
}
