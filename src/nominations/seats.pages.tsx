import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { mayManageClasses } from '../classes/classes.policy';
import { SeatsQueries } from '../classes/seats.queries';
import { OrganizationQueries } from '../organization/organization.queries';
import { unitsVisibleTo } from '../people/people.policy';
import { Access } from '../platform/access/access';
import { JournalQueries } from '../platform/journal/journal.queries';
import { Page, PageRequest, Pages, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { IdPipe, readRequest } from '../platform/requests';
import { baseUnits } from './nominating-units';
import { mayNominateFor } from './nominations.policy';
import {
  CapacityRequest,
  SeatsLoanRequest,
  SeatsPageQuery,
  SeatsReleaseRequest,
  SeatsReturnRequest,
} from './nominations.requests';
import { readAllocation } from './seat-allocation.form';
import { movesSeenBy } from './seat-history';
import { SeatMovesService } from './seat-moves.service';
import { seatWords } from './seats.words';
import { seenClass } from './seen-class';
import { Seats, type SeatForm } from './views/seats';

@Pages('classes/:id/seats')
export class SeatsPages {
  constructor(
    private readonly moves: SeatMovesService,
    private readonly seats: SeatsQueries,
    private readonly classes: ClassesQueries,
    private readonly organization: OrganizationQueries,
    private readonly journal: JournalQueries,
  ) {}

  @Get()
  @Access('training_officer', 'group_officer', 'unit_secretary')
  async show(
    @Page() page: PageRequest,
    @Param('id', IdPipe) classId: string,
    @Query() { suggest }: SeatsPageQuery,
  ): Promise<string> {
    return this.seatsPage(page, classId, { suggest: suggest === true && mayManageClasses(page.actor) });
  }

  @Post('allocations')
  @Access('training_officer')
  async allocate(
    @Page() page: PageRequest,
    @Param('id', IdPipe) classId: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.make('allocations', page, classId, async () => {
      const { shares, reason } = readAllocation(body, await baseUnits(this.organization, page.locale));
      await this.moves.allocate(page.actor, classId, shares, reason ?? null);
      return seatWords[page.locale].allocationSaved;
    });
  }

  @Post('loans')
  @Access('training_officer')
  async lend(
    @Page() page: PageRequest,
    @Param('id', IdPipe) classId: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.make('loans', page, classId, async () => {
      const { fromUnitId, toUnitId, count, reason } = readRequest(SeatsLoanRequest, body);
      await this.moves.lend(page.actor, classId, fromUnitId, toUnitId, count, reason ?? null);
      return seatWords[page.locale].lent(count);
    });
  }

  @Post('releases')
  @Access('training_officer')
  async release(
    @Page() page: PageRequest,
    @Param('id', IdPipe) classId: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.make('releases', page, classId, async () => {
      const { reason } = readRequest(SeatsReleaseRequest, body);
      return seatWords[page.locale].released(await this.moves.release(page.actor, classId, reason ?? null));
    });
  }

  @Post('returns')
  @Access('unit_secretary', 'training_officer')
  async giveBack(
    @Page() page: PageRequest,
    @Param('id', IdPipe) classId: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.make('returns', page, classId, async () => {
      const { unitId, count, reason } = readRequest(SeatsReturnRequest, body);
      await this.moves.giveBack(page.actor, classId, unitId, count, reason ?? null);
      return seatWords[page.locale].gaveBack(count);
    });
  }

  @Post('capacity')
  @Access('training_officer')
  async resize(
    @Page() page: PageRequest,
    @Param('id', IdPipe) classId: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.make('capacity', page, classId, async () => {
      const { capacity, reason } = readRequest(CapacityRequest, body);
      await this.moves.resize(page.actor, classId, capacity, reason ?? null);
      return seatWords[page.locale].resized(capacity);
    });
  }

  /** @param work answers what was done, in words */
  private async make(
    form: SeatForm,
    page: PageRequest,
    classId: string,
    work: () => Promise<string>,
  ): Promise<Redirect | string> {
    return page.attempt(
      async () => page.done(`/classes/${classId}/seats`, await work()),
      (refusal) => this.seatsPage(page, classId, { refused: { form, refusal } }),
    );
  }

  private async seatsPage(
    page: PageRequest,
    classId: string,
    { suggest = false, refused }: { suggest?: boolean; refused?: { form: SeatForm; refusal: Refusal } },
  ): Promise<string> {
    const { actor, locale } = page;
    const item = await seenClass(this.classes, actor, classId);
    const [shares, holders, units, journal] = await Promise.all([
      this.seats.shares(classId),
      this.seats.holders(classId),
      baseUnits(this.organization, locale),
      this.journal.list({ unitIds: null, classId, action: 'seats.', limit: 100 }),
    ]);
    return page.render(
      seatWords[locale].ofClass(item.name),
      <Seats
        item={item}
        actor={actor}
        shares={shares}
        holders={holders}
        units={units}
        visibleUnits={unitsVisibleTo(actor)}
        mayManage={mayManageClasses(actor)}
        ownUnits={units.filter(({ id }) => mayNominateFor(actor, id))}
        history={movesSeenBy(actor, journal.items)}
        suggestion={suggest ? await this.moves.suggest(classId) : null}
        refused={refused ? { ...refused, typed: page.typed } : null}
      />,
      refused?.refusal,
    );
  }
}
