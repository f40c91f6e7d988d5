import { Get, Query } from '@nestjs/common';
import { mayRunClass } from '../classes/classes.policy';
import { ClassesQueries } from '../classes/classes.queries';
import { maySeePerson } from '../people/people.policy';
import { Access } from '../platform/access/access';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { PathId } from '../platform/requests';
import { assertSeesRoster, rosterReaders, rosterUnits } from './enrollments.policy';
import { EnrollmentsQueries } from './enrollments.queries';
import { RosterPageQuery } from './enrollments.requests';
import { enrollmentWords } from './enrollments.words';
import { Roster } from './views/roster';

const rowsOfPage = 100;

@Pages()
export class EnrollmentsPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly enrollments: EnrollmentsQueries,
  ) {}

  @Get('classes/:id/roster')
  @Access(rosterReaders)
  async roster(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() { unitId, ended, cursor }: RosterPageQuery,
  ): Promise<string> {
    const { actor } = page;
    const item = await this.classes.class(id);
    assertSeesRoster(actor, item);
    const unitIds = rosterUnits(actor, id);
    const [roster, units] = await Promise.all([
      this.enrollments.roster({ classId: id, unitIds, unitId, ended, limit: rowsOfPage, after: cursor }),
      this.enrollments.rosterUnits(id, unitIds),
    ]);
    return page.render(
      `${enrollmentWords[page.locale].roster} ${item.code}`,
      <Roster
        item={item}
        actor={actor}
        roster={roster}
        units={units}
        filter={{ unitId, ended }}
        isFirstPage={cursor === undefined}
        maySeePerson={(person) => maySeePerson(actor, person)}
        maySeeEssays={mayRunClass(actor, id)}
      />,
    );
  }
}
