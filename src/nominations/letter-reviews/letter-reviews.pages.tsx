import { randomUUID } from 'node:crypto';
import { Body, Get, Post, Query } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { addDays, Clock, showDay } from '../../platform/clock';
import type { Choice } from '../../platform/pages/choices';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import { declareOutcome, FormOutcomes } from '../../platform/outcomes/form-outcomes';
import type { FormValues } from '../../platform/pages/form-scope';
import { type Refusal, type ToldRefusal, toldRefusal } from '../../platform/problems/refusal';
import { NotFound } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { ScansService } from '../../scans/scans.service';
import { isBlocked } from '../checks';
import { movesOpenTo } from '../nomination-moves';
import { reviewers } from '../nominations.policy';
import { type NominationItem, NominationsQueries } from '../nominations.queries';
import { ReviewsService } from '../reviews.service';
import { undoPath } from '../views/undo-path';
import { decisionsOf } from './letter-decisions';
import { reviewingOf } from './letter-reviews.policy';
import { NobodyDecided } from './letter-reviews.refusals';
import { LetterReviewPageQuery, LetterReviewRequest, WaitingLettersPageQuery } from './letter-reviews.requests';
import { letterReviewWords } from './letter-reviews.words';
import { letterPath, queuePath, saidOf } from './views/letter-paths';
import { LetterReview } from './views/letter-review';
import { WaitingLetters } from './views/waiting-letters';
import { WaitingLettersQueries } from './waiting-letters.queries';

/** More than one letter ever names. */
const mostPeople = 500;
const daysToCorrect = 7;

/** Whom it could not be done of, and what was typed of them. */
interface LetterDecidedInPart {
  readonly refused: readonly { readonly nominationId: string; readonly refusal: ToldRefusal }[];
  readonly typed: FormValues;
}

const letterDecidedInPart = declareOutcome<LetterDecidedInPart>('nominations.letter_decided');

/** The office decides letter by letter: the queue, one page a letter, and onward to the next. */
@Pages()
@Access(reviewers)
export class LetterReviewsPages {
  constructor(
    private readonly queries: WaitingLettersQueries,
    private readonly nominations: NominationsQueries,
    private readonly reviews: ReviewsService,
    private readonly classes: ClassesQueries,
    private readonly scans: ScansService,
    private readonly settings: PlatformSettings,
    private readonly outcomes: FormOutcomes,
    private readonly clock: Clock,
  ) {}

  @Get('waiting-letters')
  @Help(letterReviewWords, 'help')
  async queue(@Page() page: PageRequest, @Query() { cursor, ...filter }: WaitingLettersPageQuery): Promise<string> {
    const reviewing = reviewingOf(page.actor);
    const [letters, among] = await Promise.all([
      this.queries.list(reviewing, filter, { after: cursor }),
      this.queries.among(reviewing),
    ]);
    return page.render(
      letterReviewWords[page.locale].queue,
      <WaitingLetters
        letters={letters.items}
        next={letters.next}
        classes={choices(among, ({ classId, className }) => ({ value: classId, label: className }))}
        units={choices(among, ({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
        filter={filter}
        query={{ ...filter, cursor }}
      />,
    );
  }

  @Get('classes/:id/letters/:paperId/review')
  @Help(letterReviewWords, 'helpOfOne')
  async show(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @PathId('paperId') paperId: string,
    @Query() { outcome, ...query }: LetterReviewPageQuery,
  ): Promise<string> {
    const kept = await this.outcomes.kept(page.actor, letterDecidedInPart, outcome);
    return this.letterPage(page, classId, paperId, query, { kept });
  }

  /** The whole letter but for the exceptions; who is refused is told on the page it leads back to, with what was typed. */
  @Post('classes/:id/letters/:paperId/review')
  @Refused<LetterReviewsPages, [string, string, WaitingLettersPageQuery]>(
    (on, refusal, page, classId, paperId, query) => on.letterPage(page, classId, paperId, query, { refusal }),
  )
  async decide(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @PathId('paperId') paperId: string,
    @Query() query: WaitingLettersPageQuery,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const { actor, locale } = page;
    const { open, people } = await this.letter(actor, classId, paperId);
    const request = readRequest(LetterReviewRequest, body);
    const asked = people.filter((one) => open.includes(one) || Object.hasOwn(request.decision, one.id));
    const decisions = decisionsOf(
      request,
      asked.map(({ id }) => id),
    );
    if (decisions.length === 0) throw new NobodyDecided();
    const reviewId = randomUUID();
    const results = await this.reviews.decideEach(actor, decisions, reviewId);
    const refused = results.flatMap(({ nominationId, refusal }) =>
      refusal ? [{ nominationId, refusal: toldRefusal(refusal) }] : [],
    );
    const isDone = new Set(results.flatMap(({ nominationId, refusal }) => (refusal ? [] : [nominationId])));
    const done = decisions.filter(({ nominationId }) => isDone.has(nominationId));
    const left = asked.length - decisions.length;
    const said = saidOf(letterReviewWords[locale], people[0]!.letter!, people[0]!.unitCode, done, left);
    const undo = undoPath(this.settings, reviewId, letterPath({ classId, paperId }, { ...query }));
    if (refused.length > 0) {
      const outcome = await this.outcomes.keep(actor, letterDecidedInPart, { refused, typed: { ...request } });
      const here = letterPath({ classId, paperId }, { ...query, outcome });
      return done.length > 0 ? page.done(here, said, undo) : page.go(here);
    }
    const { next, first } = await this.queries.placeOf(reviewingOf(actor), query, { classId, paperId });
    const onward = next ?? first;
    return page.done(
      onward ? letterPath(onward, { ...query }) : queuePath({ ...query, cursor: undefined }),
      said,
      undo,
    );
  }

  private async letterPage(
    page: PageRequest,
    classId: string,
    paperId: string,
    query: WaitingLettersPageQuery,
    { refusal = null, kept = null }: { refusal?: Refusal | null; kept?: LetterDecidedInPart | null },
  ): Promise<string> {
    const { actor, locale } = page;
    const { item, people, open } = await this.letter(actor, classId, paperId);
    const [place, { scans }] = await Promise.all([
      this.queries.placeOf(reviewingOf(actor), query, { classId, paperId }),
      this.scans.ofPaper(actor, 'unit_letter', paperId),
    ]);
    const { number, date } = people[0]!.letter!;
    const usual = addDays(this.clock.today(), daysToCorrect);
    const asUsual = {
      correctBy: usual < item.closesOn ? usual : item.closesOn,
      decision: Object.fromEntries(open.map(({ id, checks }) => [id, isBlocked(checks) ? 'later' : 'accept'])),
    };
    return page.render(
      letterReviewWords[locale].numbered(number, showDay(date)),
      <LetterReview
        letter={{ classId, paperId, number, date }}
        item={item}
        open={open}
        others={people.filter((one) => !open.includes(one))}
        scans={scans.filter(({ supersededAt }) => supersededAt === null)}
        place={place}
        query={{ ...query }}
        values={refusal ? page.typed : (kept?.typed ?? asUsual)}
        refusal={refusal}
        refused={(kept?.refused ?? []).map(({ nominationId, refusal: told }) => ({
          nomination: people.find(({ id }) => id === nominationId) ?? null,
          refusal: told,
        }))}
      />,
      refusal,
    );
  }

  /** Whom it names for this class, and of whom the reader decides now. @throws NotFound */
  private async letter(actor: Actor, classId: string, paperId: string) {
    const item = await this.classes.seen(actor, classId);
    const { items: people } = await this.nominations.list({
      ...{ classId, letterId: paperId, limit: mostPeople, sort: 'name' },
      ...{ visibleUnits: actor.unitsOf(reviewers), visiblePerson: null },
    });
    if (people.length === 0) throw new NotFound();
    const today = this.clock.today();
    const isOpen = (one: NominationItem) => movesOpenTo(actor, one, item, today).includes('acceptance');
    return { item, people, open: people.filter(isOpen) };
  }
}

/** Each once, in their order. */
const choices = <One,>(all: readonly One[], choiceOf: (one: One) => Choice): Choice[] => [
  ...new Map(all.map((one) => [choiceOf(one).value, choiceOf(one)])).values(),
];
