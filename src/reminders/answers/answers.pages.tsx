import { Get, Query } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { codedName } from '../../classes/coded-name';
import { unitsVisibleTo } from '../../people/people.policy';
import { PeopleQueries, type PersonItem } from '../../people/people.queries';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { InvalidInput } from '../../platform/problems/refusals';
import { WhyPageQuery } from './answers.requests';
import { type Answered, ReminderAnswersService } from './answers.service';
import { whyWords } from './answers.words';
import { mayAskForOthers } from '../reminders.policy';
import { Why } from './views/why';

const mostMatches = 20;
const classesOffered = 200;

@Pages('reminders/why')
@Access('signed_in')
export class ReminderAnswersPages {
  constructor(
    private readonly answers: ReminderAnswersService,
    private readonly classes: ClassesQueries,
    private readonly people: PeopleQueries,
  ) {}

  @Get()
  @Help(whyWords, 'help')
  async show(@Page() page: PageRequest, @Query() query: WhyPageQuery): Promise<string> {
    const { actor } = page;
    const { rule, classId = null, name } = query;
    const asksForOthers = mayAskForOthers(actor);
    const matches = asksForOthers && name && !query.personId ? await this.matching(page, name) : [];
    const refusal = asksForOthers && name && !query.personId && matches.length === 0 ? nobodyCalled(name) : null;
    const personId = query.personId ?? (matches.length === 1 ? matches[0]!.id : null);
    const isOpen = refusal !== null || (matches.length > 1 && personId === null);
    const answer = rule && !isOpen ? await this.answers.answer(actor, { rule, classId, personId }) : null;
    return this.whyPage(page, query, matches.length > 1 ? matches : [], answer, refusal);
  }

  private async matching({ actor }: PageRequest, search: string): Promise<readonly PersonItem[]> {
    const { items } = await this.people.list({ unitIds: unitsVisibleTo(actor), search, limit: mostMatches });
    return items;
  }

  private async whyPage(
    page: PageRequest,
    query: WhyPageQuery,
    matches: readonly PersonItem[],
    answer: Answered | null,
    refusal: Refusal | null,
  ): Promise<string> {
    const { items } = await this.classes.list({ actor: page.actor, limit: classesOffered });
    return page.render(
      whyWords[page.locale].title,
      <Why
        query={query}
        classes={items.map((item) => ({ value: item.id, label: codedName(item) }))}
        matches={matches}
        answer={answer}
        refusal={refusal}
        asksForOthers={mayAskForOthers(page.actor)}
      />,
      refusal,
    );
  }
}

const nobodyCalled = (name: string) =>
  InvalidInput.field('name', 'nobody', { vi: whyWords.vi.nobody(name), en: whyWords.en.nobody(name) });
