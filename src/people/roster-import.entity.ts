import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type RosterImportState, rosterImportMoves } from './roster-import.states';
import { RosterAlreadyApplied, RosterAlreadyReversed, RosterNotAppliedYet } from './roster-imports.refusals';

/** A roster a unit sent: first only compared with what is stored, then applied, and perhaps reversed. */
@Entity('roster_imports')
export class RosterImport {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly unitId: string;

  @Column('text')
  readonly fileName: string;

  @Column('bytea', { select: false })
  readonly content: Buffer;

  @Column('text')
  readonly sha256: string;

  /** Headings of the file that were not read. */
  @Column('text', { array: true })
  readonly unreadColumns: readonly string[];

  /** People of the unit whom the file does not name. */
  @Column('uuid', { array: true })
  readonly notInFile: readonly string[];

  @Column('text')
  state: RosterImportState;

  @Column('timestamptz')
  readonly uploadedAt: Date;

  @Column('uuid', { nullable: true })
  readonly uploadedBy: string | null;

  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;

  @Column('uuid', { nullable: true })
  appliedBy: string | null;

  @Column('timestamptz', { nullable: true })
  reversedAt: Date | null;

  @Column('uuid', { nullable: true })
  reversedBy: string | null;

  /** @throws RosterAlreadyApplied | RosterAlreadyReversed */
  apply(by: string | null, at: Date): void {
    this.moveTo('applied');
    this.appliedAt = at;
    this.appliedBy = by;
  }

  /** @throws RosterNotAppliedYet | RosterAlreadyReversed */
  reverse(by: string | null, at: Date): void {
    this.moveTo('reversed');
    this.reversedAt = at;
    this.reversedBy = by;
  }

  private moveTo(state: RosterImportState): void {
    if (!rosterImportMoves[this.state].includes(state)) {
      if (this.state === 'previewed') throw new RosterNotAppliedYet();
      throw this.state === 'applied' ? new RosterAlreadyApplied() : new RosterAlreadyReversed();
    }
    this.state = state;
  }
}
