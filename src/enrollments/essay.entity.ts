import { Column, Entity, PrimaryColumn } from 'typeorm';
import { EssayMarked } from './essays.refusals';

/** The essay of one enrollment: handed in as text, marked on the 10-point scale. */
@Entity('essays')
export class Essay {
  @PrimaryColumn('uuid')
  readonly enrollmentId: string;

  @Column('text')
  readonly body: string;

  @Column('timestamptz')
  readonly handedInAt: Date;

  /** `numeric` reaches us as text: '7.50'. */
  @Column('numeric', { precision: 4, scale: 2, nullable: true })
  readonly mark: string | null;

  @Column('timestamptz', { nullable: true })
  readonly markedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly markedBy: string | null;

  /** A new version takes the place of the one before, until it is marked. @throws EssayMarked */
  replace(body: string, at: Date): void {
    if (this.mark !== null) throw new EssayMarked();
    Object.assign(this, { body, handedInAt: at });
  }

  giveMark(mark: number, at: Date, by: string | null): void {
    Object.assign(this, { mark: mark.toFixed(2), markedAt: at, markedBy: by });
  }
}
