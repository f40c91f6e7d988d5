import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonItem } from '../people/people.queries';
import { PeopleService } from '../people/people.service';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { NotFound } from '../platform/problems/refusals';
import { IdPipe } from '../platform/requests';
import { type TrainingRecordItem, TrainingRecordsQueries } from './training-records.queries';

/** What a person completed, whole: it is never long enough for a second page. */
export interface PersonTrainingRecord
  extends Pick<PersonItem, 'fullName' | 'code' | 'unitId' | 'unitName' | 'theoryLevel'>, PageOf<TrainingRecordItem> {
  readonly personId: string;
}

@ApiTags('training records')
@Controller('api/v1')
@Access('signed_in')
export class TrainingRecordsController {
  constructor(
    private readonly people: PeopleService,
    private readonly records: TrainingRecordsQueries,
  ) {}

  /** What I completed; not found when the account is not a person's. */
  @Get('me/training-record')
  async mine(@CurrentActor() actor: Actor): Promise<PersonTrainingRecord> {
    if (actor.personId === null) throw new NotFound();
    return this.recordOf(actor, actor.personId);
  }

  /** What one person completed: those of the units the caller reaches, and oneself. */
  @Get('people/:id/training-record')
  async show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PersonTrainingRecord> {
    return this.recordOf(actor, id);
  }

  private async recordOf(actor: Actor, id: string): Promise<PersonTrainingRecord> {
    const person = await this.people.read(actor, id, 'training_records.read');
    const { fullName, code, unitId, unitName, theoryLevel } = person;
    const items = await this.records.ofPerson(id);
    return { personId: id, fullName, code, unitId, unitName, theoryLevel, items, next: null };
  }
}
