import { Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { EnrollmentsQueries } from '../enrollments/enrollments.queries';
import { groupsSeen } from '../enrollments/enrollments.policy';
import { mayKeepLetterhead } from '../organization/letterheads.policy';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { download } from '../platform/downloads';
import type { FormValues } from '../platform/pages/form-scope';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { Refusal } from '../platform/problems/refusal';
import { NotAllowed, NotFound } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { assertMayPrint, printingRoles, sheetsFor, unitsPrintedFor } from './printouts.policy';
import { PrintoutQuery } from './printouts.requests';
import { PrintoutsService } from './printouts.service';
import { printoutWords } from './printouts.words';
import { SheetPipe } from './sheet.pipe';
import type { Sheet } from './sheets';
import { Printouts } from './views/printouts';

@Pages('classes/:id/printouts')
@Access(printingRoles)
export class PrintoutsPages {
  constructor(
    private readonly printouts: PrintoutsService,
    private readonly classes: ClassesQueries,
    private readonly enrollments: EnrollmentsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Help(printoutWords, 'help')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.choices(page, id, null);
  }

  @Get(':sheet')
  async print(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Param('sheet', SheetPipe) sheet: Sheet,
    @Query() typed: Readonly<Record<string, unknown>>,
  ): Promise<StreamableFile | string> {
    try {
      return download(await this.printouts.print(page.actor, id, sheet, readRequest(PrintoutQuery, typed)));
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof NotFound || error instanceof NotAllowed) throw error;
      return this.choices(page, id, { sheet, values: typed, refusal: error });
    }
  }

  private async choices(
    page: PageRequest,
    id: string,
    refused: { sheet: Sheet; values: FormValues; refusal: Refusal } | null,
  ): Promise<string> {
    const { actor } = page;
    const item = await this.classes.class(id);
    assertMayPrint(actor, item);
    const [units, groups, halfDays] = await Promise.all([
      this.enrollments.rosterUnits(id, unitsPrintedFor(actor, id)),
      this.enrollments.rosterGroups(id, unitsPrintedFor(actor, id)),
      this.classes.halfDays(id),
    ]);
    const own = groupsSeen(actor, id);
    const held = halfDays.filter(({ cancelledAt }) => cancelledAt === null);
    const now = this.clock.now();
    return page.render(
      printoutWords[page.locale].title(item.code),
      <Printouts
        item={item}
        actor={actor}
        sheets={sheetsFor(actor, item)}
        units={units.filter(({ people }) => people > 0)}
        groups={groups.filter(
          ({ number, people }) => people > 0 && (own.length === 0 || (number !== null && own.includes(number))),
        )}
        mayPrintEachGroup={own.length === 0}
        halfDays={held}
        nextHalfDay={held.find(({ endsAt }) => endsAt > now) ?? held.at(-1) ?? null}
        mayKeepLetterhead={mayKeepLetterhead(actor)}
        refused={refused}
      />,
      refused?.refusal,
    );
  }
}
