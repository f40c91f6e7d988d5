import { Injectable } from '@nestjs/common';
import { PeopleService } from '../people/people.service';
import type { TheoryLevel } from '../people/person.values';
import type { Actor } from '../platform/access/actor';
import type { Tx } from '../platform/database/database';
import { highestLine } from './theory-level-source';
import { TrainingRecordsQueries } from './training-records.queries';

/** Which theory level somebody has: worked out of the lines of their record and, beside them, of what their roster says. */
@Injectable()
export class TheoryLevelsService {
  constructor(
    private readonly people: PeopleService,
    private readonly records: TrainingRecordsQueries,
  ) {}

  /** To what a class led these people. */
  async raise(tx: Tx, actor: Actor, personIds: readonly string[], level: TheoryLevel): Promise<void> {
    await this.people.changeLevels(tx, actor, personIds, (person) => person.earn(level));
  }

  /** To what the lines in force say, which may lower it. */
  async settle(tx: Tx, actor: Actor, personId: string): Promise<void> {
    const highest = highestLine(await this.records.ofPerson(personId, tx));
    await this.people.changeLevels(tx, actor, [personId], (person) => person.settleLevel(highest?.theoryLevel ?? null));
  }
}
