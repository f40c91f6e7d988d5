import { Injectable } from '@nestjs/common';
import type { MoveRequest } from '../../people/moves.requests';
import { MovesService } from '../../people/moves.service';
import type { PersonItem } from '../../people/people.queries';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';

/** A nomination that goes on in the name of the unit that sent it. */
interface NominationLeftBehind {
  readonly nominationId: string;
  readonly className: string;
  readonly unitName: string;
}

export interface MoveOutcome {
  readonly openNominations: readonly NominationLeftBehind[];
  /** Lines of the record, which keep the unit of their day. */
  readonly records: number;
}

/** A move to another unit, with what does not move along. */
@Injectable()
export class PersonMovesService {
  constructor(
    private readonly database: Database,
    private readonly people: MovesService,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidInput | NotAllowed | NotFound | ChangedMeanwhile */
  async move(actor: Actor, personId: string, move: MoveRequest): Promise<MoveOutcome> {
    const person = await this.people.assertMayMove(actor, personId, move);
    return this.database.inTransaction((tx) => this.carryOut(tx, actor, person, move));
  }

  /** What {@link move} would do; nothing is changed. */
  async tryOut(actor: Actor, personId: string, move: MoveRequest): Promise<MoveOutcome> {
    const person = await this.people.assertMayMove(actor, personId, move);
    return this.database.tryOut((tx) => this.carryOut(tx, actor, person, move));
  }

  private async carryOut(tx: Tx, actor: Actor, person: PersonItem, move: MoveRequest): Promise<MoveOutcome> {
    await this.people.moveOneWith(tx, actor, person, move);
    const openNominations = await tx.rows<NominationLeftBehind>(
      `SELECT n.id AS nomination_id, c.name AS class_name, unit_name_on(n.unit_id, $2) AS unit_name
       FROM nominations n JOIN classes c ON c.id = n.class_id
       WHERE n.person_id = $1 AND n.ended_at IS NULL AND NOT class_has_ended(c.state) ORDER BY c.opens_on, n.id`,
      [person.id, this.clock.today()],
    );
    const { records } = await tx.row<{ records: number }>(
      `SELECT count(*)::int AS records FROM training_records_in_force WHERE person_id = $1`,
      [person.id],
    );
    return { openNominations, records };
  }
}
