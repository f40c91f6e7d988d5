import { Body, Get, Post, Query } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { SeatSharesQueries } from './shares.queries';
import { OrganizationQueries } from '../../organization/organization.queries';
import { unitsVisibleTo } from '../../people/people.policy';
import { Access } from '../../platform/access/access';
import { JournalQueries } from '../../platform/journal/journal.queries';
import { Takes } from '../../platform/limits/largest-body';
import { linkTo } from '../../platform/pages/links';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { CompositionQueries } from '../composition/composition.queries';
import { FairSharesService } from './fair-shares.service';
import { baseUnits } from '../nominating-units';
import { mayNominateFor, nominationFollowers, nominators } from '../nominations.policy';
import { readAllocation } from './allocation.form';
import { movesSeenBy } from './history';
import { reservesMoved, SeatMovesQueries } from './moves.queries';
import { SeatMovesService } from './moves.service';
import { SeatSettingsService } from './settings.service';
import type { SeatMove } from './moves';
import {
  allocation,
  CapacityRequest,
  giveBack,
  loan,
  readSeatSettings,
  release,
  resize,
  type SeatMoveForm,
  SeatsLoanRequest,
  SeatsPageQuery,
  SeatsReleaseRequest,
  SeatsReturnRequest,
} from './seats.requests';
import { moveDoneWords, seatWords } from './seats.words';
import { mayMoveSeats, seatKeepers } from './seats.policy';
import { Seats } from './views/seats';
import type { SeatTrialShown } from './views/trial';

/** A move as a form asks for it. */
interface Asked {
  readonly move: SeatMove;
  readonly request: SeatsReleaseRequest;
}

/** What the page shows besides the seats. */
interface Answer {
  readonly suggest?: boolean;
  readonly refused?: { readonly form: SeatMoveForm | 'settings'; readonly refusal: Refusal };
  readonly trial?: SeatTrialShown | null;
}

@Pages('classes/:id/seats')
export class SeatsPages {
  constructor(
    private readonly moves: SeatMovesService,
    private readonly settings: SeatSettingsService,
    private readonly fairShares: FairSharesService,
    private readonly queries: SeatMovesQueries,
    private readonly shares: SeatSharesQueries,
    private readonly classes: ClassesQueries,
    private readonly organization: OrganizationQueries,
    private readonly journal: JournalQueries,
    private readonly composition: CompositionQueries,
  ) {}

  @Get()
  @Help(seatWords, 'help')
  @Access(nominationFollowers)
  async show(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Query() { suggest }: SeatsPageQuery,
  ): Promise<string> {
    return this.seatsPage(page, classId, { suggest: suggest === true && mayMoveSeats(page.actor) });
  }

  @Post('allocations')
  @Takes({ kilobytes: 192 })
  @Access(seatKeepers)
  async allocate(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.make('allocations', page, classId, async () => {
      const request = readAllocation(body, await baseUnits(this.organization, page.locale));
      return { request, move: allocation(request) };
    });
  }

  @Post('loans')
  @Access(seatKeepers)
  async lend(@Page() page: PageRequest, @PathId() classId: string, @Body() body: unknown): Promise<Redirect | string> {
    return this.make('loans', page, classId, () => {
      const request = readRequest(SeatsLoanRequest, body);
      return { request, move: loan(request) };
    });
  }

  @Post('releases')
  @Access(seatKeepers)
  async release(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.make('releases', page, classId, () => ({
      request: readRequest(SeatsReleaseRequest, body),
      move: release(),
    }));
  }

  @Post('returns')
  @Access(nominators)
  async giveBack(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.make('returns', page, classId, () => {
      const request = readRequest(SeatsReturnRequest, body);
      return { request, move: giveBack(request) };
    });
  }

  @Post('capacity')
  @Access(seatKeepers)
  async resize(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.make('capacity', page, classId, () => {
      const request = readRequest(CapacityRequest, body);
      return { request, move: resize(request) };
    });
  }

  @Post('settings')
  @Access(seatKeepers)
  @Refused<SeatsPages>((on, refusal, page, classId) =>
    on.seatsPage(page, classId, { refused: { form: 'settings', refusal } }),
  )
  async changeSettings(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Body() body: object | null,
  ): Promise<Redirect> {
    const { promoted } = await this.settings.change(page.actor, classId, readSeatSettings(body ?? {}));
    const say = seatWords[page.locale];
    const done = [say.settingsSaved, ...(promoted.length > 0 ? [say.movedUp(promoted.length)] : [])];
    return page.done(`/classes/${classId}/seats`, done.join(' '));
  }

  /** Makes the move, or, when asked to, only shows what it would do beside the form as it was filled. */
  private async make(
    form: SeatMoveForm,
    page: PageRequest,
    classId: string,
    read: () => Asked | Promise<Asked>,
  ): Promise<Redirect | string> {
    return page.attempt(
      async () => {
        const { move, request } = await read();
        if (request.dryRun) {
          const outcome = await this.moves.tryOut(page.actor, classId, move);
          const reserves = reservesMoved(page.actor, await this.queries.reservesOf(outcome));
          return this.seatsPage(page, classId, { trial: { form, outcome, reserves } });
        }
        const outcome = await this.moves.make(page.actor, classId, move, request);
        const count = move.kind === 'resized' ? move.capacity : outcome.count;
        const done = [moveDoneWords[page.locale][move.kind](count)];
        if (outcome.promoted.length > 0) done.push(seatWords[page.locale].movedUp(outcome.promoted.length));
        return page.done(`/classes/${classId}/seats`, done.join(' '));
      },
      (refusal) => this.seatsPage(page, classId, { refused: { form, refusal } }),
    );
  }

  private async seatsPage(
    page: PageRequest,
    classId: string,
    { suggest = false, refused, trial = null }: Answer,
  ): Promise<string> {
    const { actor, locale } = page;
    const item = await this.classes.seen(actor, classId);
    const [shares, holders, units, journal, wishes] = await Promise.all([
      this.shares.of(classId),
      this.shares.holders(classId),
      baseUnits(this.organization, locale),
      this.journal.list({ unitIds: null, classId, action: 'seats.', limit: 100 }),
      mayMoveSeats(actor) ? this.composition.of(item) : [],
    ]);
    return page.render(
      seatWords[locale].ofClass(item.name),
      <Seats
        item={item}
        actor={actor}
        shares={shares}
        wishes={wishes}
        holders={holders}
        units={units}
        visibleUnits={unitsVisibleTo(actor)}
        mayManage={mayMoveSeats(actor)}
        ownUnits={units.filter(({ id }) => mayNominateFor(actor, id))}
        history={movesSeenBy(actor, journal.items)}
        olderMovesAt={
          journal.next && mayMoveSeats(actor)
            ? linkTo('/journal', { classId, action: 'seats.', cursor: journal.next })
            : null
        }
        suggestion={suggest ? await this.fairShares.suggest(classId) : null}
        trial={trial}
        sent={
          refused || trial
            ? { form: (refused ?? trial)!.form, refusal: refused?.refusal ?? null, typed: page.typed }
            : null
        }
      />,
      refused?.refusal,
    );
  }
}
