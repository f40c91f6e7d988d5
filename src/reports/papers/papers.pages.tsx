import { Get, Query } from '@nestjs/common';
import { planReaders } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { mayExportRegister } from '../../completions/certificates/certificates.policy';
import { peopleReaders } from '../../people/people.policy';
import { Access } from '../../platform/access/access';
import type { Actor, Role } from '../../platform/access/actor';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../../platform/pages/page-request';
import { readRequest } from '../../platform/requests';
import { printingRoles, sheetsFor } from '../../printouts/printouts.policy';
import { mayCompareUnits } from '../reports.policy';
import { ReportsService } from '../reports.service';
import { mayReadReport } from '../yearly/yearly-reports.policy';
import { YearlyReportsQueries } from '../yearly/yearly-reports.queries';
import { PapersQuery } from './papers.requests';
import { papersWords } from './papers.words';
import { Papers } from './views/papers';

const holdsAny = (actor: Actor, roles: readonly Role[]) => roles.some((role) => actor.holds(role));

/** Where a reader finds every paper they may print: of a year, of units, of classes, of themselves. */
@Pages('papers')
export class PapersPages {
  constructor(
    private readonly reports: ReportsService,
    private readonly yearly: YearlyReportsQueries,
    private readonly classes: ClassesQueries,
  ) {}

  @Get()
  @Help(papersWords, 'help')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @Query() query: unknown): Promise<string> {
    const { actor, locale } = page;
    const { year = this.reports.thisYear, cursor } = readRequest(PapersQuery, query);
    const prints = holdsAny(actor, printingRoles);
    const [editions, units, classes, years] = await Promise.all([
      mayCompareUnits(actor) ? this.yearly.ofYear(year) : [],
      this.reports.scorecardUnits(actor),
      prints ? this.classes.list({ actor, year, after: cursor }) : null,
      this.classes.years(),
    ]);
    const say = papersWords[locale];
    return page.render(
      prints ? say.titleOf(year) : say.title,
      <Papers
        choice={{ year, thisYear: this.reports.thisYear, years }}
        reports={
          mayCompareUnits(actor)
            ? editions.filter(({ groupId, state }) => state !== 'withdrawn' && mayReadReport(actor, groupId))
            : null
        }
        readsPlan={holdsAny(actor, planReaders)}
        readsRegister={mayExportRegister(actor)}
        units={units}
        classes={classes && { ...classes, items: classes.items.filter((item) => sheetsFor(actor, item).length > 0) }}
        isFirstPage={cursor === undefined}
        ownId={actor.personId}
        findsPeople={holdsAny(actor, peopleReaders)}
      />,
    );
  }
}
