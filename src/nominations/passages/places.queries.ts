import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database';
import type { NominationState } from '../nomination.states';

/** What somebody has in a class: a nomination, with a seat, a rank or neither, and a place on the roster once it was accepted. */
export interface Place {
  readonly personId: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Null of somebody the office entered without one. */
  readonly nominationId: string | null;
  readonly enrollmentId: string | null;
  readonly state: NominationState | null;
  readonly rank: number | null;
  readonly hasSeat: boolean;
  /** The group of the class they learn in. */
  readonly groupNumber: number | null;
  /** The class of the course they were in before this one. */
  readonly cameFromId: string | null;
}

/** What a preview promises of a place. */
export const promiseOf = ({ nominationId, enrollmentId, state, rank }: Place) => [
  nominationId,
  enrollmentId,
  state,
  rank,
];

/** The numbers of the groups these people learn in. */
export const groupsIn = (places: readonly Place[]) => [
  ...new Set(places.flatMap(({ groupNumber }) => groupNumber ?? [])),
];

@Injectable()
export class PlacesQueries {
  constructor(private readonly database: Database) {}

  /** Everybody with a place in a class: by unit, those with a seat first, each by name. */
  async of(classId: string, tx: Tx = this.database.reader): Promise<Place[]> {
    return tx.rows(
      `SELECT h.person_id, p.full_name, h.unit_id, unit_name_on(h.unit_id, c.opens_on) AS unit_name, h.nomination_id, h.enrollment_id,
         n.state, n.rank, s.number IS NOT NULL AS has_seat, e.group_number, coalesce(o.class_id, g.class_id) AS came_from_id
       FROM places_in_classes h JOIN classes c ON c.id = h.class_id JOIN persons p ON p.id = h.person_id
       LEFT JOIN nominations n ON n.id = h.nomination_id LEFT JOIN nominations g ON g.id = n.goes_on_with_id
       LEFT JOIN seats s ON s.nomination_id = n.id
       LEFT JOIN enrollments e ON e.id = h.enrollment_id LEFT JOIN enrollments o ON o.id = e.continues_id
       WHERE h.class_id = $1 ORDER BY 4, n.rank NULLS FIRST, p.sort_name, p.id`,
      [classId],
    );
  }
}
