import { Body, Get, Post } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { readRequest } from '../../platform/requests';
import { ReminderChoicesQueries } from './choices.queries';
import { ReminderChoiceRequest } from './choices.requests';
import { ReminderChoicesService } from './choices.service';
import { choiceWords } from './choices.words';
import { ReminderChoices } from './views/choices';

@Pages('me/reminders')
@Access('signed_in')
export class ReminderChoicesPages {
  constructor(
    private readonly choices: ReminderChoicesService,
    private readonly queries: ReminderChoicesQueries,
  ) {}

  @Get()
  @Help(choiceWords, 'help')
  async show(@Page() page: PageRequest): Promise<string> {
    return this.choicesPage(page, null);
  }

  @Post()
  @Refused<ReminderChoicesPages>((on, refusal, page) => on.choicesPage(page, refusal))
  async choose(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { mail = false, notice = false, rhythm, locale } = readRequest(ReminderChoiceRequest, body);
    await this.choices.choose(page.actor, { mail, notice, digest: rhythm === 'daily' }, locale);
    return page.done('/me/reminders', choiceWords[page.locale].saved);
  }

  private async choicesPage(page: PageRequest, refusal: Refusal | null): Promise<string> {
    const { duties, digest, ...choice } = await this.queries.mine(page.actor);
    const values = refusal ? page.typed : { ...choice, rhythm: digest ? 'daily' : 'each' };
    return page.render(
      choiceWords[page.locale].title,
      <ReminderChoices duties={duties} values={values} refusal={refusal} />,
      refusal,
    );
  }
}
