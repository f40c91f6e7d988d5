import { Body, Get, Post } from '@nestjs/common';
import { PeopleService } from '../people/people.service';
import { Access } from '../platform/access/access';
import type { FormValues } from '../platform/pages/form-scope';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { NotFound } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { EnteredRecordsService } from './entered-records.service';
import { enteredRecordWords } from './entered-records.words';
import { assertMayEnterRecords, mayEnterRecords, recordKeepers } from './training-records.policy';
import { TrainingRecordsQueries } from './training-records.queries';
import { CorrectRecordRequest, EnterRecordRequest, WithdrawRecordRequest } from './training-records.requests';
import { recordActions } from './training-records.words';
import { EnterRecordPage } from './views/enter-record';
import { RecordLinePage } from './views/record-line';

/** Entering what was learned elsewhere, and the versions of one line. */
@Pages()
export class EnteredRecordsPages {
  constructor(
    private readonly entered: EnteredRecordsService,
    private readonly people: PeopleService,
    private readonly records: TrainingRecordsQueries,
  ) {}

  @Get('people/:id/training-record/documents')
  @Help(enteredRecordWords, 'help')
  @Access(recordKeepers)
  async showForm(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, { kind: 'external_diploma' });
  }

  @Post('people/:id/training-record/documents')
  @Access(recordKeepers)
  @Refused<EnteredRecordsPages>((on, refusal, page, id) => on.form(page, id, page.typed, refusal))
  async enter(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.entered.enter(page.actor, id, readRequest(EnterRecordRequest, body));
    return page.done(`/people/${id}/training-record`, enteredRecordWords[page.locale].saved);
  }

  @Get('training-records/:id')
  @Help(enteredRecordWords, 'helpOfOne')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.line(page, id);
  }

  @Post('training-records/:id/corrections')
  @Access(recordKeepers)
  @Refused<EnteredRecordsPages>((on, refusal, page, id) => on.line(page, id, { values: page.typed, refusal }))
  async correct(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const line = await this.entered.correct(page.actor, id, readRequest(CorrectRecordRequest, body));
    return page.done(`/training-records/${line}`, enteredRecordWords[page.locale].correctionSaved);
  }

  @Post('training-records/:id/withdrawal')
  @Access(recordKeepers)
  @Refused<EnteredRecordsPages>((on, refusal, page, id) =>
    on.line(page, id, { formId: 'withdraw', refusal, values: page.typed }),
  )
  async withdraw(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { reason } = readRequest(WithdrawRecordRequest, body);
    const personId = await this.entered.withdraw(page.actor, id, reason);
    return page.done(`/people/${personId}/training-record`, enteredRecordWords[page.locale].lineWithdrawn);
  }

  private async form(page: PageRequest, id: string, values: FormValues, refusal: Refusal | null = null) {
    const person = await this.people.read(page.actor, id);
    assertMayEnterRecords(page.actor, person);
    return page.render(
      enteredRecordWords[page.locale].enter,
      <EnterRecordPage person={person} values={values} refusal={refusal} />,
      refusal,
    );
  }

  private async line(
    page: PageRequest,
    id: string,
    refused: { readonly formId?: string; readonly refusal: Refusal; readonly values: FormValues } | null = null,
  ): Promise<string> {
    const versions = await this.records.versions(id);
    if (!versions[0]) throw new NotFound();
    const person = await this.people.read(page.actor, versions[0].personId, recordActions.read);
    const mayCorrect = mayEnterRecords(page.actor, person);
    return page.render(
      enteredRecordWords[page.locale].line,
      <RecordLinePage {...{ versions, person, mayCorrect, refused }} />,
      refused?.refusal,
    );
  }
}
