import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A group a class is divided into (tổ). Its number stays, because half-days and people name it by its number. */
@Entity('class_groups')
export class ClassGroup {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly classId: string;

  /** From 1 in its class; one that was removed leaves a gap. */
  @Column('integer')
  readonly number: number;

  /** What it is called beside its number, such as what it discusses. */
  @Column('text', { nullable: true })
  readonly name: string | null;

  /** Where its own half-days are held unless they say otherwise. */
  @Column('uuid', { nullable: true })
  readonly roomId: string | null;

  @Column('timestamptz')
  readonly createdAt: Date;

  /** What is left out stays; null takes a name or a room away. */
  change(changes: { readonly name?: string | null | undefined; readonly roomId?: string | null | undefined }): void {
    Object.assign(this, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
  }
}
