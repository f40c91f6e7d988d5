import { Body, Get, Post } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { Access } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { JournalQueries } from '../platform/journal/journal.queries';
import { Takes } from '../platform/limits/largest-body';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import type { Scan } from '../scans/scan-file';
import { mostScanMegabytes } from '../scans/scan-kinds';
import { ScansService } from '../scans/scans.service';
import { CandidatesQueries } from './candidates.queries';
import { type Move, movesOpenTo } from './nomination-moves';
import { deciders, maySeeNomination, mayUndo, nominators, reviewers } from './nominations.policy';
import { scanWithoutLetter } from './nominations.refusals';
import { NominationsQueries } from './nominations.queries';
import {
  EndorsementRequest,
  RankingRequest,
  ReasonRequest,
  ReturnRequest,
  SubmissionRequest,
  SubstitutionRequest,
} from './nominations.requests';
import { NominationsService } from './nominations.service';
import { oneNominationWords } from './nomination.words';
import { RankingsService } from './rankings.service';
import { ReviewsService } from './reviews.service';
import { NominationDetails } from './views/nomination-details';

@Pages('nominations/:id')
export class NominationPages {
  constructor(
    private readonly queries: NominationsQueries,
    private readonly nominations: NominationsService,
    private readonly rankings: RankingsService,
    private readonly reviews: ReviewsService,
    private readonly candidates: CandidatesQueries,
    private readonly classes: ClassesQueries,
    private readonly journal: JournalQueries,
    private readonly clock: Clock,
    private readonly scans: ScansService,
  ) {}

  @Get()
  @Help(oneNominationWords, 'help')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.details(page, id);
  }

  @Post('submission')
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(nominators)
  async submit(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect | string> {
    return this.make('submission', page, id, async () => {
      const { fields, scan } = await this.scans.readForm(page.raw);
      const { letter, ...terms } = readRequest(SubmissionRequest, fields);
      await this.nominations.submit(page.actor, id, letter, terms);
      await this.keepLetter(page.actor, id, 'letter', scan);
    });
  }

  @Post('ranking')
  @Access(nominators)
  async rank(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    return this.make('ranking', page, id, () =>
      this.rankings.place(page.actor, id, readRequest(RankingRequest, body).place),
    );
  }

  @Post('withdrawal')
  @Access(nominators)
  async withdraw(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    return this.make('withdrawal', page, id, async () => {
      await this.nominations.withdraw(page.actor, id, readRequest(ReasonRequest, body).reason);
    });
  }

  @Post('substitution')
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(nominators)
  async substitute(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect | string> {
    return this.make('substitution', page, id, async () => {
      const { fields, scan } = await this.scans.readForm(page.raw);
      const newcomer = await this.nominations.substitute(page.actor, id, readRequest(SubstitutionRequest, fields));
      await this.keepLetter(page.actor, newcomer, 'letter', scan);
      return newcomer;
    });
  }

  @Post('endorsement')
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(deciders)
  async endorse(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect | string> {
    return this.make('endorsement', page, id, async () => {
      const { fields, scan } = await this.scans.readForm(page.raw);
      const { letter } = readRequest(EndorsementRequest, fields);
      if (scan && !letter) throw scanWithoutLetter();
      await this.reviews.endorse(page.actor, id, letter);
      await this.keepLetter(page.actor, id, 'groupLetter', scan);
    });
  }

  @Post('acceptance')
  @Access(reviewers)
  async accept(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect | string> {
    return this.make('acceptance', page, id, () => this.reviews.accept(page.actor, id));
  }

  @Post('return')
  @Access(deciders)
  async return(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    return this.make('return', page, id, async () => {
      const { reason, correctBy } = readRequest(ReturnRequest, body);
      await this.reviews.return(page.actor, id, reason, correctBy);
    });
  }

  @Post('rejection')
  @Access(deciders)
  async reject(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    return this.make('rejection', page, id, async () => {
      await this.reviews.reject(page.actor, id, readRequest(ReasonRequest, body).reason);
    });
  }

  private async keepLetter(
    actor: Actor,
    id: string,
    which: 'letter' | 'groupLetter',
    scan: Scan | null,
  ): Promise<void> {
    if (!scan) return;
    const { [which]: letter } = (await this.queries.nomination(id))!;
    await this.scans.keep(actor, which === 'letter' ? 'unit_letter' : 'group_letter', letter!.id, scan);
  }

  /** @param work answers the id of the nomination to show next, when it is another */
  private async make(
    move: Move,
    page: PageRequest,
    id: string,
    work: () => Promise<string | void>,
  ): Promise<Redirect | string> {
    return page.attempt(
      async () => {
        const next = (await work()) ?? id;
        return page.done(`/nominations/${next}`, oneNominationWords[page.locale][`${move}Done`]);
      },
      (refusal) => this.details(page, id, { move, refusal }),
    );
  }

  private async details(
    page: PageRequest,
    id: string,
    refused: { move: Move; refusal: Refusal } | null = null,
  ): Promise<string> {
    const { actor, locale } = page;
    const nomination = found(await this.queries.nomination(id), (nomination) => maySeeNomination(actor, nomination));
    const { classId, unitId, fullName } = nomination;
    const [item, journal] = await Promise.all([
      this.classes.class(classId),
      this.journal.list({ unitIds: null, subjectId: id, limit: 100 }),
    ]);
    const moves = movesOpenTo(actor, nomination, item!, this.clock.today());
    const newcomers = moves.includes('substitution') ? await this.candidates.of(classId, unitId) : [];
    return page.render(
      oneNominationWords[locale].title(fullName),
      <NominationDetails
        nomination={nomination}
        actor={actor}
        moves={moves}
        newcomers={newcomers.filter(({ isEligible }) => isEligible)}
        journal={journal.items}
        mayUndo={mayUndo(actor, nomination, this.clock.now())}
        isLate={nomination.state === 'draft' && !item!.callIsOpen}
        today={this.clock.today()}
        refused={refused && { ...refused, typed: page.typed }}
      />,
      refused?.refusal,
    );
  }
}
