import { Get, Query } from '@nestjs/common';
import { maySeeDrafts } from '../classes/classes.policy';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { readRequest } from '../platform/requests';
import { loadReaders } from './half-day-calendar.policy';
import { LoadQuery } from './half-day-calendar.requests';
import { weeksOfYear } from './load-plot';
import { LoadPlotQueries } from './load-plot.queries';
import { loadWords } from './load-plot.words';
import { LoadPlots } from './views/load-plot';

@Pages('calendar/load')
export class LoadPlotPages {
  constructor(
    private readonly load: LoadPlotQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Help(loadWords, 'help')
  @Access(loadReaders)
  async show(@Page() page: PageRequest, @Query() query: unknown): Promise<string> {
    const { year = Number(this.clock.today().slice(0, 4)) } = readRequest(LoadQuery, query);
    const includesDrafts = maySeeDrafts(page.actor);
    const weeks = weeksOfYear(year, await this.load.perWeek({ year, includesDrafts }));
    const rooms = await this.load.perRoom({ year, includesDrafts });
    return page.render(
      loadWords[page.locale].title(year),
      <LoadPlots year={year} weeks={weeks} rooms={rooms} includesDrafts={includesDrafts} />,
    );
  }
}
