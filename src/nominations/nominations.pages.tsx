import { randomUUID } from 'node:crypto';
import { Get, Post, Query } from '@nestjs/common';
import { mayManageClasses } from '../classes/classes.policy';
import { ClassesQueries, type ClassItem } from '../classes/classes.queries';
import { hasEnded } from '../classes/training-class.states';
import { OrganizationQueries } from '../organization/organization.queries';
import { unitsVisibleTo } from '../people/people.policy';
import { Access } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Takes } from '../platform/limits/largest-body';
import { linkTo, type Query as Address } from '../platform/pages/links';
import { declareOutcome, FormOutcomes } from '../platform/outcomes/form-outcomes';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import { type Refusal, type ToldRefusal, toldRefusal } from '../platform/problems/refusal';
import { PathId, readRequest } from '../platform/requests';
import { PlatformSettings } from '../platform/settings';
import { mostScanMegabytes } from '../scans/scan-kinds';
import { ScansService } from '../scans/scans.service';
import { decisions } from './decisions';
import { CompositionQueries } from './composition/composition.queries';
import { baseUnits } from './nominating-units';
import { moveOf, movesOpenTo } from './nomination-moves';
import { deciders, mayNominateFor, maySeeNomination } from './nominations.policy';
import { scanWithoutLetter } from './nominations.refusals';
import { NominationsQueries } from './nominations.queries';
import { NominationsPageQuery, ReviewFormRequest } from './nominations.requests';
import { nominationWords } from './nominations.words';
import { reviewWords } from './reviews.words';
import { ReviewsService } from './reviews.service';
import { type ListedNomination, listPath } from './views/listed-nominations';
import { NominationList } from './views/nomination-list';
import { doneSentence, type RefusedRow } from './views/review-outcome';
import { undoPath } from './views/undo-path';
import { isWithin, reachNarrowed } from '../platform/access/reach';

/** Whom one decision on many rows was refused of. */
interface DecidedTogether {
  readonly refused: readonly { readonly nominationId: string; readonly refusal: ToldRefusal }[];
}
const decidedTogether = declareOutcome<DecidedTogether>('nominations.reviews');

@Pages('classes/:id/nominations')
export class NominationsPages {
  constructor(
    private readonly queries: NominationsQueries,
    private readonly reviews: ReviewsService,
    private readonly classes: ClassesQueries,
    private readonly organization: OrganizationQueries,
    private readonly clock: Clock,
    private readonly scans: ScansService,
    private readonly composition: CompositionQueries,
    private readonly outcomes: FormOutcomes,
    private readonly settings: PlatformSettings,
  ) {}

  @Get()
  @Help(nominationWords, 'help')
  @Access('signed_in')
  async list(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Query() { outcome, ...filter }: NominationsPageQuery,
  ): Promise<string> {
    const decided = await this.outcomes.kept(page.actor, decidedTogether, outcome);
    return this.listPage(page, classId, filter, { refused: await this.refusedRows(page.actor, decided) });
  }

  /** One decision on many rows: who is refused stands on the list with the reason, and stays ticked. */
  @Post('reviews')
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(deciders)
  @Refused<NominationsPages, [string, NominationsPageQuery]>((on, refusal, page, classId, filter) =>
    on.listPage(page, classId, filter, { refusal }),
  )
  async review(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Query() filter: NominationsPageQuery,
  ): Promise<Redirect> {
    const { fields, scan } = await this.scans.readForm(page.raw);
    const { nominationIds, ...decision } = readRequest(ReviewFormRequest, fields);
    if (scan && !decision.letter) throw scanWithoutLetter();
    const reviewId = randomUUID();
    const results = await this.reviews.decideEach(
      page.actor,
      nominationIds.map((nominationId) => ({ nominationId, ...decision })),
      reviewId,
    );
    const endorsed = decision.decision === 'endorse' && results.find(({ refusal }) => refusal === null);
    if (scan && endorsed) {
      const { groupLetter } = (await this.queries.nomination(endorsed.nominationId))!;
      await this.scans.keep(page.actor, 'group_letter', groupLetter!.id, scan);
    }
    const refused = results.flatMap(({ nominationId, refusal }) => (refusal ? [{ nominationId, refusal }] : []));
    const ofTheForm = refused.find(({ refusal }) => refusal.fields.length > 0);
    if (ofTheForm) throw ofTheForm.refusal;
    const told = refused.map(({ nominationId, refusal }) => ({ nominationId, refusal: toldRefusal(refusal) }));
    const done = results.length - told.length;
    const outcome = told.length > 0 ? await this.outcomes.keep(page.actor, decidedTogether, { refused: told }) : null;
    const listWith = (query: Address) => linkTo(listPath({ id: classId }), { ...filter, ticked: null, ...query });
    if (done === 0) return page.go(listWith({ outcome }));
    const undo =
      decision.decision === 'endorse' ? undefined : undoPath(this.settings, reviewId, listWith({ outcome: null }));
    return page.done(listWith({ outcome }), doneSentence(reviewWords[page.locale], decision.decision, done), undo);
  }

  private async listPage(
    page: PageRequest,
    classId: string,
    { ticked, cursor, ...filter }: Omit<NominationsPageQuery, 'outcome'>,
    { refused = [], refusal = null }: { refused?: readonly RefusedRow[]; refusal?: Refusal | null } = {},
  ): Promise<string> {
    const { actor, locale } = page;
    const item = await this.classes.seen(actor, classId);
    const visible = unitsVisibleTo(actor);
    const counted = reachNarrowed(visible, filter.unitId);
    const [list, counts, sent, answers, allUnits, wishes] = await Promise.all([
      this.queries.list({ ...filter, classId, after: cursor, visibleUnits: visible, visiblePerson: actor.personId }),
      this.queries.countsByState(classId, counted),
      this.queries.sentPerDay(classId, counted),
      this.queries.noneAnswers(classId),
      baseUnits(this.organization, locale),
      mayManageClasses(actor) ? this.composition.of(item) : [],
    ]);
    const units = allUnits.filter(({ id }) => isWithin(visible, id));
    const rows = this.withDecisions(actor, item, list.items);
    return page.render(
      nominationWords[locale].ofClass(item.name),
      <NominationList
        item={item}
        actor={actor}
        rows={rows}
        next={list.next}
        filter={filter}
        isFirstPage={cursor === undefined}
        areTicked={ticked === true}
        counts={counts}
        wishes={wishes}
        sent={sent}
        seesAll={allUnits.every(({ id }) => isWithin(counted, id))}
        today={this.clock.today()}
        units={units}
        answers={answers.flatMap((answer) =>
          units.filter(({ id }) => id === answer.unitId).map((unit) => ({ ...answer, unit })),
        )}
        mayNominate={!hasEnded(item.state) && units.some(({ id }) => mayNominateFor(actor, id))}
        typed={refusal ? page.typed : {}}
        refused={refused}
        refusal={refusal}
        query={{ ...filter, cursor }}
      />,
      refusal,
    );
  }

  private withDecisions(
    actor: Actor,
    item: ClassItem,
    nominations: readonly Omit<ListedNomination, 'decisions'>[],
  ): ListedNomination[] {
    const today = this.clock.today();
    return nominations.map((nomination) => {
      const open = movesOpenTo(actor, nomination, item, today);
      return { ...nomination, decisions: decisions.filter((decision) => open.includes(moveOf[decision])) };
    });
  }

  private async refusedRows(actor: Actor, decided: DecidedTogether | null): Promise<RefusedRow[]> {
    return Promise.all(
      (decided?.refused ?? []).map(async ({ nominationId, refusal }) => {
        const nomination = await this.queries.nomination(nominationId);
        return { nomination: nomination && maySeeNomination(actor, nomination) ? nomination : null, refusal };
      }),
    );
  }
}
