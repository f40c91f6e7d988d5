import { Body, Get, Post } from '@nestjs/common';
import { PeopleService } from '../people/people.service';
import { Access } from '../platform/access/access';
import type { FormValues } from '../platform/pages/form-scope';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { PathId, readRequest } from '../platform/requests';
import { EarlierCertificatesService } from './earlier-certificates.service';
import { enteredRecordWords } from './entered-records.words';
import { assertMayEnterCertificates, certificateKeepers } from './training-records.policy';
import { EnterCertificateRequest, readCertificate } from './training-records.requests';
import { EnterCertificatePage } from './views/enter-certificate';

@Pages('people/:id/training-record/certificates')
@Access(certificateKeepers)
export class EarlierCertificatesPages {
  constructor(
    private readonly earlier: EarlierCertificatesService,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Help(enteredRecordWords, 'helpOfCertificate')
  async showForm(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, {});
  }

  @Post()
  @Refused<EarlierCertificatesPages>((on, refusal, page, id) => on.form(page, id, page.typed, refusal))
  async enter(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.earlier.enter(page.actor, id, readCertificate(readRequest(EnterCertificateRequest, body)));
    return page.done(`/people/${id}/training-record`, enteredRecordWords[page.locale].certificateSaved);
  }

  private async form(page: PageRequest, id: string, values: FormValues, refusal: Refusal | null = null) {
    const person = await this.people.read(page.actor, id);
    assertMayEnterCertificates(page.actor, person);
    const courses = await this.earlier.coursesOf();
    return page.render(
      enteredRecordWords[page.locale].enterCertificate,
      <EnterCertificatePage {...{ person, courses, values, refusal }} />,
      refusal,
    );
  }
}
