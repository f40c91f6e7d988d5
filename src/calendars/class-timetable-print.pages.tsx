import { Get } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { blocOf, OrganizationQueries } from '../organization/organization.queries';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { PathId } from '../platform/requests';
import { sheetOf } from './class-timetable-print';
import { ClassTimetablePrintQueries } from './class-timetable-print.queries';
import { timetablePrintWords } from './class-timetable-print.words';
import { ClassTimetablePrint } from './views/class-timetable-print';

@Pages('classes/:id/timetable/print')
export class ClassTimetablePrintPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly queries: ClassTimetablePrintQueries,
    private readonly organization: OrganizationQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access('signed_in')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    const item = await this.classes.seen(page.actor, id);
    const sheet = sheetOf(await this.classes.halfDays(id));
    const units = await this.organization.units();
    return page.render(
      timetablePrintWords[page.locale].title(item.name),
      <ClassTimetablePrint
        item={item}
        sheet={sheet}
        rooms={await this.queries.rooms(sheet.roomIds)}
        bloc={blocOf(units) ?? null}
        today={this.clock.today()}
      />,
    );
  }
}
