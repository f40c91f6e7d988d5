import { Get, Post } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access } from '../../platform/access/access';
import { Clock } from '../../platform/clock';
import { Takes } from '../../platform/limits/largest-body';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { mostScanMegabytes } from '../../scans/scan-kinds';
import { ScansService } from '../../scans/scans.service';
import { classClosers } from '../completions.policy';
import { ReopeningsQueries } from './reopenings.queries';
import { ReopeningRequest } from './reopenings.requests';
import { ReopeningsService } from './reopenings.service';
import { reopeningWords } from './reopenings.words';
import { ReopeningPage } from './views/reopening';

@Pages('classes/:id/reopening')
@Access(classClosers)
export class ReopeningsPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly reopenings: ReopeningsQueries,
    private readonly service: ReopeningsService,
    private readonly clock: Clock,
    private readonly scans: ScansService,
  ) {}

  @Get()
  @Help(reopeningWords, 'help')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, null);
  }

  @Post()
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Refused<ReopeningsPages>((on, refusal, page, id) => on.form(page, id, refusal))
  async reopen(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const { fields, scan } = await this.scans.readForm(page.raw);
    const by = readRequest(ReopeningRequest, fields);
    await this.service.reopen(page.actor, id, by);
    const [latest] = await this.reopenings.ofClass(id);
    if (by.decision) await this.scans.keepWith(page.actor, 'class_reopening', latest!.id, scan);
    return page.done(`/classes/${id}/completion`, reopeningWords[page.locale].done);
  }

  private async form(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const item = await this.classes.seen(page.actor, id);
    return page.render(
      reopeningWords[page.locale].title(item.name),
      <ReopeningPage
        item={item}
        toTakeBack={await this.reopenings.toTakeBack(id)}
        before={await this.reopenings.ofClass(id)}
        today={this.clock.today()}
        typed={page.typed}
        refusal={refusal}
      />,
      refusal,
    );
  }
}
