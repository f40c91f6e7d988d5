import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonItem } from '../people/people.queries';
import { PeopleService } from '../people/people.service';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { NotFound } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { EarlierCertificatesService } from './earlier-certificates.service';
import { EnteredRecordsService } from './entered-records.service';
import { sourceOfLevel } from './theory-level-source';
import { certificateKeepers, recordKeepers } from './training-records.policy';
import { type RecordVersion, type TrainingRecordItem, TrainingRecordsQueries } from './training-records.queries';
import {
  CorrectRecordRequest,
  EnterCertificateRequest,
  EnterRecordRequest,
  readCertificate,
  WithdrawRecordRequest,
} from './training-records.requests';
import { recordActions } from './training-records.words';

/** What a person completed, whole: it is never long enough for a second page. */
export interface PersonTrainingRecord
  extends Pick<PersonItem, 'fullName' | 'code' | 'unitId' | 'unitName' | 'theoryLevel'>, PageOf<TrainingRecordItem> {
  readonly personId: string;
  /** The line the theory level rests on; null while only the roster says so. */
  readonly theoryLevelRecordId: string | null;
}

@ApiTags('training records')
@Controller('api/v1')
@Access('signed_in')
export class TrainingRecordsController {
  constructor(
    private readonly people: PeopleService,
    private readonly records: TrainingRecordsQueries,
    private readonly entered: EnteredRecordsService,
    private readonly earlier: EarlierCertificatesService,
  ) {}

  /** What I completed; not found when the account is not a person's. */
  @Get('me/training-record')
  async mine(@CurrentActor() actor: Actor): Promise<PersonTrainingRecord> {
    if (actor.personId === null) throw new NotFound();
    return this.recordOf(actor, actor.personId);
  }

  /** What one person completed: those of the units the caller reaches, and oneself. */
  @Get('people/:id/training-record')
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<PersonTrainingRecord> {
    return this.recordOf(actor, id);
  }

  /** Enters a diploma from elsewhere, or an authority's confirmation that something equals a level; the office's. */
  @Post('people/:id/training-record/documents')
  @Access(recordKeepers)
  async enter(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: EnterRecordRequest,
  ): Promise<RecordVersion> {
    return this.newest(await this.entered.enter(actor, id, request));
  }

  /** Enters a certificate of a class held before this service; it counts as if the class had been held here. */
  @Post('people/:id/training-record/certificates')
  @Access(certificateKeepers)
  async enterCertificate(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: EnterCertificateRequest,
  ): Promise<RecordVersion> {
    return this.newest(await this.earlier.enter(actor, id, readCertificate(request)));
  }

  /** Every version of a line, the newest first. */
  @Get('training-records/:id')
  async versions(@CurrentActor() actor: Actor, @PathId() id: string): Promise<PageOf<RecordVersion>> {
    const items = await this.records.versions(id);
    if (!items[0]) throw new NotFound();
    await this.people.read(actor, items[0].personId, recordActions.read);
    return { items, next: null };
  }

  /** Says a line right by one that supersedes it. */
  @Post('training-records/:id/corrections')
  @Access(recordKeepers)
  async correct(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: CorrectRecordRequest,
  ): Promise<RecordVersion> {
    return this.newest(await this.entered.correct(actor, id, request));
  }

  /** Withdraws an entered line that should never have been; it stays readable. */
  @Post('training-records/:id/withdrawal')
  @Access(recordKeepers)
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: WithdrawRecordRequest,
  ): Promise<RecordVersion> {
    await this.entered.withdraw(actor, id, reason);
    return this.newest(id);
  }

  private async newest(id: string): Promise<RecordVersion> {
    const [version] = await this.records.versions(id);
    return version!;
  }

  private async recordOf(actor: Actor, id: string): Promise<PersonTrainingRecord> {
    const person = await this.people.read(actor, id, recordActions.read);
    const { id: personId, fullName, code, unitId, unitName, theoryLevel } = person;
    const items = await this.records.ofPerson(personId);
    const theoryLevelRecordId = sourceOfLevel(theoryLevel, items)?.id ?? null;
    return { personId, fullName, code, unitId, unitName, theoryLevel, theoryLevelRecordId, items, next: null };
  }
}
