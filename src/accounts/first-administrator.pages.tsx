import { Body, Get, Post, Query } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { readRequest } from '../platform/requests';
import { FirstAdministratorRequest } from './first-administrator.requests';
import { FirstAdministratorService } from './first-administrator.service';
import { setUpWords } from './first-administrator.words';
import { IsSetUp, SetUp } from './views/set-up';

@Pages('set-up')
@Access('public')
export class FirstAdministratorPages {
  constructor(private readonly setUp: FirstAdministratorService) {}

  @Get()
  @Help(setUpWords, 'help')
  async show(@Page() page: PageRequest, @Query('code') code?: string): Promise<string> {
    if (!(await this.setUp.isNeeded())) return page.render(setUpWords[page.locale].title, <IsSetUp />);
    return this.form(page, { code: typeof code === 'string' ? code : '' }, null);
  }

  @Post()
  @Refused<FirstAdministratorPages>((on, refusal, page) => on.form(page, page.typed, refusal))
  async create(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    await this.setUp.create(readRequest(FirstAdministratorRequest, body), page.locale);
    return page.done('/sign-in', setUpWords[page.locale].created);
  }

  private form(page: PageRequest, typed: Readonly<Record<string, unknown>>, refusal: Refusal | null): string {
    return page.render(setUpWords[page.locale].title, <SetUp typed={typed} refusal={refusal} />, refusal);
  }
}
