import { Get, Param } from '@nestjs/common';
import { PeopleService } from '../people/people.service';
import { peopleWords } from '../people/people.words';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { PageHeader } from '../platform/pages/blocks';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { NotFound } from '../platform/problems/refusals';
import { IdPipe } from '../platform/requests';
import { TrainingRecordsQueries } from './training-records.queries';
import { trainingRecordWords } from './training-records.words';
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
  async showMine(@Page() page: PageRequest): Promise<string> {
    if (page.actor.personId === null) throw new NotFound();
    return this.recordPage(page, page.actor.personId);
  }

  @Get('people/:id/training-record')
  async show(@Page() page: PageRequest, @Param('id', IdPipe) id: string): Promise<string> {
    return this.recordPage(page, id);
  }

  private async recordPage(page: PageRequest, id: string): Promise<string> {
    const { actor, locale } = page;
    const person = await this.people.read(actor, id, 'training_records.read');
    const records = await this.records.ofPerson(id);
    const isMine = actor.personId === id;
    const title = isMine ? trainingRecordWords[locale].mine : trainingRecordWords[locale].trainingRecord;
    return page.render(
      title,
      <>
        <PageHeader
          title={title}
          subtitle={`${person.fullName} · ${person.unitName}`}
          back={{ href: `/people/${id}`, label: peopleWords[locale].backToPerson }}
        />
        <TrainingRecordSections
          theoryLevel={person.theoryLevel}
          records={records}
          today={this.clock.today()}
          isMine={isMine}
        />
      </>,
    );
  }
}
