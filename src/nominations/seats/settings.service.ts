import { Injectable } from '@nestjs/common';
import { ClassesService } from '../../classes/classes.service';
import { SeatsService } from '../../classes/seats.service';
import type { SeatSettings } from '../../classes/training-class.entity';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { AdmissionsService } from '../admissions.service';
import { type PromotionOutcome, ReservesService } from '../reserves.service';

/** How seats of a class move without a further decision; whoever a change lets in moves up at once (I5). */
@Injectable()
export class SeatSettingsService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly seats: SeatsService,
    private readonly admissions: AdmissionsService,
    private readonly reserves: ReservesService,
  ) {}

  /** @throws InvalidInput | ClassNotInState | NotAllowed */
  async change(actor: Actor, classId: string, settings: Partial<SeatSettings>): Promise<PromotionOutcome> {
    return this.database.inTransaction(async (tx) => {
      await this.seats.lockForFreeing(tx, classId);
      await this.classes.changeWith(tx, actor, classId, settings);
      return this.reserves.promote(tx, actor, await this.admissions.of(tx, classId));
    });
  }
}
