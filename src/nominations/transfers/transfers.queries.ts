import { Injectable } from '@nestjs/common';
import type { Carrying } from '../../courses/course.entity';
import type { Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';

/** A class somebody could learn on in. */
interface ClassToMoveTo {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly opensOn: Day;
  /** Seats the person's unit could take: its own, and those of a pool that is open. */
  readonly freeSeats: number;
}

export interface TransferChoices {
  readonly classes: readonly ClassToMoveTo[];
  readonly carries: Carrying;
}

@Injectable()
export class TransfersQueries {
  constructor(private readonly database: Database) {}

  /** Where a person of a unit could go from a class, the one that opens first on top, and what goes along. */
  async choices(classId: string, unitId: string): Promise<TransferChoices> {
    const [course] = await this.database.read<{ carries: Carrying }>(
      `SELECT o.carries FROM classes c JOIN courses o ON o.id = c.course_id WHERE c.id = $1`,
      [classId],
    );
    const classes = await this.database.read<ClassToMoveTo>(
      `SELECT c.id, c.code, c.name, c.opens_on, (SELECT count(*) FROM seats s WHERE s.class_id = c.id AND s.nomination_id IS NULL
           AND (s.unit_id = unit_it_became($2) OR (c.pool_open AND s.unit_id IS NULL))) AS free_seats
       FROM classes c JOIN classes own ON own.id = $1
       WHERE c.course_id = own.course_id AND c.id <> own.id AND class_is_under_way(c.state) ORDER BY c.opens_on, c.code`,
      [classId, unitId],
    );
    return { classes, carries: course!.carries };
  }
}
