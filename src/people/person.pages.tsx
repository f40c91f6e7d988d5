import { Get } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { MailAddresses } from '../platform/mailer/mail-addresses';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect } from '../platform/pages/page-request';
import { PathId } from '../platform/requests';
import { maySeeCorrection } from './corrections/corrections.policy';
import { CorrectionsQueries } from './corrections/corrections.queries';
import { mayKeepRoster, unitsVisibleTo } from './people.policy';
import { PeopleQueries } from './people.queries';
import { PeopleService } from './people.service';
import { PersonPage } from './views/person-page';
import { peopleWords } from './people.words';
import { isNowhere } from '../platform/access/reach';

/** The page of one person, with what they say is wrong on it. */
@Pages('people')
export class PersonPages {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly service: PeopleService,
    private readonly corrections: CorrectionsQueries,
    private readonly addresses: MailAddresses,
  ) {}

  @Get(':id')
  @Help(peopleWords, 'helpOfOne')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @PathId() asked: string): Promise<string | Redirect> {
    const { actor } = page;
    const person = await this.service.read(actor, asked);
    const { id } = person;
    if (id !== asked) return page.go(`/people/${id}`);
    const isListReader = !isNowhere(unitsVisibleTo(actor));
    const former = await this.queries.formerMemberships(id);
    const mayKeep = mayKeepRoster(actor, person.unitId) && !actor.is(id);
    const [badAddress = null] = await this.addresses.bad([person.email]);
    const reported = maySeeCorrection(actor, { personId: id, unitId: person.unitId })
      ? await this.corrections.ofPerson(id)
      : [];
    const isOwn = actor.is(id);
    return page.render(
      person.fullName,
      <PersonPage {...{ person, former, isListReader, mayKeep, badAddress, reported, isOwn }} />,
    );
  }
}
