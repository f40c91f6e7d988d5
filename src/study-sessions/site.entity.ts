import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { SiteTooSmall } from './study-sessions.refusals';

/** What may be mended of a site once it stands; what is left out stays. */
export interface SiteChanges {
  readonly name?: string | undefined;
  readonly address?: string | undefined;
  readonly capacity?: number | undefined;
}

/** A hall where people of a study sit: the central one, or one connected to it. */
@Entity('sites')
export class Site {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly classId: string;

  @Column('text')
  readonly name: string;

  @Column('uuid')
  readonly hostUnitId: string;

  @Column('text')
  readonly address: string;

  @Column('integer')
  readonly capacity: number;

  @Column('boolean')
  readonly central: boolean;

  /**
   * @param seated people registered for this site already
   * @throws SiteTooSmall when they would no longer fit
   */
  change(changes: SiteChanges, seated: number): void {
    const { name = this.name, address = this.address, capacity = this.capacity } = changes;
    if (capacity < this.capacity && capacity < seated) throw new SiteTooSmall(this.name, capacity, seated);
    Object.assign(this, { name, address, capacity });
  }

  /** @throws SiteTooSmall when `coming` more people would not fit beside those seated */
  assertHolds(seated: number, coming: number): void {
    if (seated + coming > this.capacity) throw new SiteTooSmall(this.name, this.capacity, seated + coming);
  }
}
