import { Get } from '@nestjs/common';
import { PeopleService } from '../people/people.service';
import { peopleWords } from '../people/people.words';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { PageHeader } from '../platform/pages/blocks';
import { LinkButton } from '../platform/pages/forms';
import { PaperLinks } from '../platform/pages/papers/paper-links';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { NotFound } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { mayEnterCertificates, mayEnterRecords } from './training-records.policy';
import { TrainingRecordsQueries } from './training-records.queries';
import { recordActions, trainingRecordWords } from './training-records.words';
import { TrainingRecordSections } from './views/training-record';

@Pages()
@Access('signed_in')
export class TrainingRecordsPages {
  constructor(
    private readonly people: PeopleService,
    private readonly records: TrainingRecordsQueries,
    private readonly clock: Clock,
  ) {}

  @Get('my-training-record')
  @Help(trainingRecordWords, 'helpOfMine')
  async showMine(@Page() page: PageRequest): Promise<string> {
    if (page.actor.personId === null) throw new NotFound();
    return this.recordPage(page, page.actor.personId);
  }

  @Get('people/:id/training-record')
  @Help(trainingRecordWords, 'helpOfPerson')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.recordPage(page, id);
  }

  private async recordPage(page: PageRequest, asked: string): Promise<string> {
    const { actor, locale } = page;
    const person = await this.people.read(actor, asked, recordActions.read);
    const { id } = person;
    const records = await this.records.ofPerson(id);
    const isMine = actor.personId === id;
    const mayCorrect = mayEnterRecords(actor, person);
    const say = trainingRecordWords[locale];
    const title = isMine ? say.mine : say.trainingRecord;
    return page.render(
      title,
      <>
        <PageHeader
          title={title}
          subtitle={`${person.fullName} · ${person.unitName}`}
          back={{ href: `/people/${id}`, label: peopleWords[locale].backToPerson }}
          actions={
            <>
              <LinkButton
                href={isMine ? '/my-training-needs' : `/people/${id}/training-needs`}
                label={say.needs}
                tone="primary"
              />
              <PaperLinks path={`/people/${id}/training-record/paper`} title={say.paper} />
              {mayEnterCertificates(actor, person) && (
                <LinkButton href={`/people/${id}/training-record/certificates`} label={say.addCertificate} />
              )}
              {mayCorrect && <LinkButton href={`/people/${id}/training-record/documents`} label={say.addDocument} />}
            </>
          }
        />
        <TrainingRecordSections
          theoryLevel={person.theoryLevel}
          records={records}
          today={this.clock.today()}
          isMine={isMine}
          mayCorrect={mayCorrect}
        />
      </>,
    );
  }
}
