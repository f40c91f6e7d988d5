import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Refusal } from '../problems/refusal';

export type ImportState = 'previewed' | 'applied' | 'reversed';

const importMoves: Readonly<Record<ImportState, readonly ImportState[]>> = {
  previewed: ['applied'],
  applied: ['reversed'],
  reversed: [],
};

/** What an import belongs to; each kind says which of the two it needs. */
export interface ImportPlace {
  readonly classId: string | null;
  readonly unitId: string | null;
}

/** What is known before a row is judged: whose file it is, and what was seen in it as a whole. */
export interface TriedFile extends ImportPlace {
  readonly read: Readonly<Record<string, unknown>>;
}

/** A file somebody sent: kept as it was, first only tried out, then applied, and perhaps taken back. */
@Entity('imports')
export class Import implements TriedFile {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('text')
  readonly kind: string;

  @Column('uuid', { nullable: true })
  readonly classId: string | null;

  @Column('uuid', { nullable: true })
  readonly unitId: string | null;

  @Column('text')
  readonly fileName: string;

  /** Null for files that were read before they were kept. */
  @Column('bytea', { select: false, nullable: true })
  readonly content: Buffer | null;

  @Column('text')
  readonly sha256: string;

  /** What was seen and found in the file as a whole, such as columns nobody read. */
  @Column('jsonb')
  readonly read: Readonly<Record<string, unknown>>;

  /** What applying it came to; null before. */
  @Column('jsonb', { nullable: true })
  readonly outcome: object | null;

  @Column('text')
  readonly state: ImportState;

  @Column('timestamptz')
  readonly uploadedAt: Date;

  @Column('uuid', { nullable: true })
  readonly uploadedBy: string | null;

  @Column('timestamptz', { nullable: true })
  readonly appliedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly appliedBy: string | null;

  @Column('timestamptz', { nullable: true })
  readonly reversedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly reversedBy: string | null;

  /** @param refusal of its kind, when it is not the moment */
  apply(by: string | null, at: Date, refusal: (is: ImportState) => Refusal): void {
    this.moveTo('applied', refusal);
    Object.assign(this, { appliedAt: at, appliedBy: by });
  }

  came(outcome: object): void {
    Object.assign(this, { outcome });
  }

  /** @param refusal of its kind, when it is not the moment */
  reverse(by: string | null, at: Date, refusal: (is: ImportState) => Refusal): void {
    this.moveTo('reversed', refusal);
    Object.assign(this, { reversedAt: at, reversedBy: by });
  }

  private moveTo(state: ImportState, refusal: (is: ImportState) => Refusal): void {
    if (!importMoves[this.state].includes(state)) throw refusal(this.state);
    Object.assign(this, { state });
  }
}
