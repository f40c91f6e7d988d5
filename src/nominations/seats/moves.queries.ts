import { Injectable } from '@nestjs/common';
import { unitsVisibleTo } from '../../people/people.policy';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import type { Bilingual } from '../../platform/messages/words';
import { blockingSentences } from '../checks';
import type { PromotionOutcome } from '../reserves.service';
import { isWithin } from '../../platform/access/reach';

/** A reserve whom a move of seats touches. */
interface ReserveMoved {
  readonly nominationId: string;
  readonly unitId: string;
  readonly unitCode: string;
  /** Null for who may not know the people of this unit. */
  readonly fullName: string | null;
}

export interface ReservesMoved {
  readonly promoted: readonly (ReserveMoved & { readonly seat: number })[];
  readonly passedOver: readonly (ReserveMoved & { readonly because: Bilingual })[];
}

@Injectable()
export class SeatMovesQueries {
  constructor(private readonly database: Database) {}

  /** Who moves up, in order, and who is passed over and why. */
  async reservesOf({ promoted, passedOver }: PromotionOutcome): Promise<ReservesMoved> {
    const people = await this.database.read<ReserveMoved>(
      `SELECT n.id AS nomination_id, n.unit_id, u.code AS unit_code, p.full_name
       FROM nominations n JOIN units u ON u.id = n.unit_id JOIN persons p ON p.id = n.person_id WHERE n.id = ANY ($1)`,
      [[...promoted, ...passedOver].map(({ nominationId }) => nominationId)],
    );
    const person = new Map(people.map((one) => [one.nominationId, one]));
    return {
      promoted: promoted.map(({ nominationId, seat }) => ({ ...person.get(nominationId)!, seat })),
      passedOver: passedOver.map(({ nominationId, checks }) => ({
        ...person.get(nominationId)!,
        because: blockingSentences(checks),
      })),
    };
  }
}

/** As the actor may know it: people of other units have no name, and nobody learns why they were passed over. */
export function reservesMoved(actor: Actor, { promoted, passedOver }: ReservesMoved): ReservesMoved {
  const visible = unitsVisibleTo(actor);
  return {
    promoted: promoted.map((one) => (isWithin(visible, one.unitId) ? one : { ...one, fullName: null })),
    passedOver: passedOver.filter(({ unitId }) => isWithin(visible, unitId)),
  };
}
