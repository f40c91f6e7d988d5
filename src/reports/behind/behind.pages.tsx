import { Get, Query, type StreamableFile } from '@nestjs/common';
import { courseChoices } from '../../classes/course-choices';
import { CoursesQueries } from '../../courses/courses.queries';
import { Access } from '../../platform/access/access';
import { download } from '../../platform/downloads';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../../platform/pages/page-request';
import { readRequest } from '../../platform/requests';
import { mayCompareUnits, scorecardReaders } from '../reports.policy';
import { ReportsService } from '../reports.service';
import { NumberPageQuery, NumberQuery } from './behind.requests';
import { BehindService } from './behind.service';
import { numberWords } from './behind.words';
import { BehindNumber } from './views/behind-number';
import { reportWords } from '../reports.words';

@Pages('reports/behind')
@Access(scorecardReaders)
export class BehindPages {
  constructor(
    private readonly behind: BehindService,
    private readonly reports: ReportsService,
    private readonly courses: CoursesQueries,
  ) {}

  @Get()
  @Help(reportWords, 'helpOfBehind')
  async show(@Page() page: PageRequest, @Query() query: unknown): Promise<string> {
    const { cursor, ...asked } = readRequest(NumberPageQuery, query);
    const [facts, units, courses] = await Promise.all([
      this.behind.list(page.actor, asked, { after: cursor }),
      this.reports.scorecardUnits(page.actor),
      this.courses.list(),
    ]);
    return page.render(
      numberWords[page.locale][asked.number],
      <BehindNumber
        facts={facts}
        asked={asked}
        year={asked.year ?? this.reports.thisYear}
        units={units}
        courses={courseChoices(courses, page.locale)}
        mayCompare={mayCompareUnits(page.actor)}
        isFirstPage={cursor === undefined}
      />,
    );
  }

  @Get('workbook')
  async workbook(@Page() page: PageRequest, @Query() query: unknown): Promise<StreamableFile> {
    return download(await this.behind.workbook(page.actor, readRequest(NumberQuery, query)));
  }
}
