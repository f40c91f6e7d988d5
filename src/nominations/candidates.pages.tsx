import { Body, Get, Post, Query } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { SeatsQueries } from '../classes/seats.queries';
import { OrganizationQueries } from '../organization/organization.queries';
import { maySeePerson } from '../people/people.policy';
import { PeopleQueries } from '../people/people.queries';
import { Access } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { declareOutcome, FormOutcomes } from '../platform/outcomes/form-outcomes';
import { choicesAt, type FormValues, textAt } from '../platform/pages/form-scope';
import { linkTo } from '../platform/pages/links';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import { type Refusal, type ToldRefusal, toldRefusal } from '../platform/problems/refusal';
import { Takes } from '../platform/limits/largest-body';
import { PathId, readRequest } from '../platform/requests';
import type { Scan } from '../scans/scan-file';
import { mostScanMegabytes } from '../scans/scan-kinds';
import { ScansService } from '../scans/scans.service';
import { listed } from './candidates';
import { CandidatesQueries } from './candidates.queries';
import { candidateWords } from './candidates.words';
import type { NamedUnit } from '../organization/unit-choices.queries';
import { unitMeant, unitsToNominateFor } from './nominating-units';
import { mayEnterLate, nominators, unitNominatedFor } from './nominations.policy';
import { NominationsQueries } from './nominations.queries';
import { CallNotOpen } from './nominations.refusals';
import { CandidatesPageQuery, NominateEachRequest, NoneThisTimeRequest } from './nominations.requests';
import { NominationsService } from './nominations.service';
import { UnitAnswersService } from './unit-answers.service';
import { CandidateResults, type NomineeOutcome, type Terms } from './views/candidate-results';
import { Candidates } from './views/candidates';

/** What the buttons are called that turn the page. */
const turns = ['find', 'cursor', 'heldBackAfter'] as const;

/** Of whom, and which part of them, is shown. */
type ShownOf = { readonly [Key in keyof Omit<CandidatesPageQuery, 'outcome'>]: CandidatesPageQuery[Key] | undefined };

const turnedTo = (fields: FormValues): CandidatesPageQuery =>
  readRequest(
    CandidatesPageQuery,
    Object.fromEntries(['unitId', 'search', 'cursor', 'heldBackAfter'].map((name) => [name, textAt(fields, name)])),
  );

/** What became of those who were sent together. */
interface Sent {
  readonly unitId: string;
  readonly terms: Terms;
  readonly results: readonly {
    readonly personId: string;
    readonly nominationId: string | null;
    readonly refusal: ToldRefusal | null;
  }[];
}
const sentTogether = declareOutcome<Sent>('nominations.together');

/** The forms of this page, told apart when one is refused. */
type CandidateForm = 'nominate' | 'none';

@Pages('classes/:id')
@Access(nominators)
export class CandidatesPages {
  constructor(
    private readonly candidates: CandidatesQueries,
    private readonly nominations: NominationsService,
    private readonly answers: UnitAnswersService,
    private readonly queries: NominationsQueries,
    private readonly people: PeopleQueries,
    private readonly classes: ClassesQueries,
    private readonly seats: SeatsQueries,
    private readonly organization: OrganizationQueries,
    private readonly scans: ScansService,
    private readonly outcomes: FormOutcomes,
  ) {}

  @Get('candidates')
  @Help(candidateWords, 'help')
  async show(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Query() { outcome, ...query }: CandidatesPageQuery,
  ): Promise<string> {
    const sent = await this.outcomes.kept(page.actor, sentTogether, outcome);
    if (sent) return this.resultsPage(page, classId, sent);
    return this.candidatesPage(page, classId, query);
  }

  /** Nominates the ticked people in the order of the table, so that the most needful get the seats. */
  @Post('candidates')
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Refused<CandidatesPages>((on, refusal, page, classId) => on.refusedPage(page, classId, 'nominate', refusal))
  async nominate(@Page() page: PageRequest, @PathId() classId: string): Promise<Redirect | string> {
    const { fields, scan } = await this.scans.readForm(page.raw);
    // Buttons of the same form turn the page, so that what is ticked and typed comes along.
    if (turns.some((turn) => turn in fields)) return this.candidatesPage(page, classId, turnedTo(fields));
    const { personIds, unitId: asked, ...terms } = readRequest(NominateEachRequest, { ...fields, search: null });
    const unitId = unitNominatedFor(page.actor, asked);
    const results = await this.nominations.nominateEach(
      page.actor,
      classId,
      personIds.map((personId) => ({ ...terms, personId, unitId })),
    );
    // The moment is wrong for all alike: the form comes back with its ticks instead of a list of equal answers.
    const [shut, ...others] = results.filter(({ refusal }) => refusal instanceof CallNotOpen);
    if (shut?.refusal && others.length + 1 === results.length) throw shut.refusal;
    const sent = results.find(({ nominationId }) => nominationId !== null);
    if (sent) await this.keepLetter(page.actor, sent.nominationId!, scan);
    const outcome = await this.outcomes.keep(page.actor, sentTogether, {
      unitId,
      terms,
      results: results.map(({ refusal, ...result }) => ({ ...result, refusal: refusal && toldRefusal(refusal) })),
    });
    return page.go(linkTo(`/classes/${classId}/candidates`, { unitId, outcome }));
  }

  private async keepLetter(actor: Actor, nominationId: string, scan: Scan | null): Promise<void> {
    const { letter } = (await this.queries.nomination(nominationId))!;
    await this.scans.keepWith(actor, 'unit_letter', letter!.id, scan);
  }

  @Post('none-this-time')
  @Refused<CandidatesPages>((on, refusal, page, classId) => on.refusedPage(page, classId, 'none', refusal))
  async answerNone(@Page() page: PageRequest, @PathId() classId: string, @Body() body: unknown): Promise<Redirect> {
    const { unitId, note } = readRequest(NoneThisTimeRequest, body);
    await this.answers.answerNone(page.actor, classId, unitNominatedFor(page.actor, unitId), note ?? null);
    return page.done(`/classes/${classId}/nominations`, candidateWords[page.locale].noneDone);
  }

  private refusedPage(page: PageRequest, classId: string, form: CandidateForm, refusal: Refusal): Promise<string> {
    return this.candidatesPage(
      page,
      classId,
      { unitId: textAt(page.typed, 'unitId') || undefined, search: textAt(page.typed, 'search') || undefined },
      { form, refusal },
    );
  }

  private async candidatesPage(
    page: PageRequest,
    classId: string,
    { unitId, ...shown }: ShownOf,
    refused: { form: CandidateForm; refusal: Refusal } | null = null,
  ): Promise<string> {
    const { actor, locale } = page;
    const item = await this.classes.seen(actor, classId);
    const units = await unitsToNominateFor(this.organization, actor, locale);
    const unit = unitMeant(actor, units, unitId);
    return page.render(
      candidateWords[locale].title(item.name),
      <Candidates
        item={item}
        actor={actor}
        units={units}
        chosen={unit && (await this.ofUnit(classId, unit, item.poolOpen, shown, choicesAt(page.typed, 'personIds')))}
        mayEnterLate={mayEnterLate(actor)}
        typed={page.typed}
        shown={shown}
        refused={refused}
      />,
      refused?.refusal,
    );
  }

  private async ofUnit(
    classId: string,
    unit: NamedUnit,
    poolOpen: boolean,
    shown: Omit<ShownOf, 'unitId'>,
    ticked: readonly string[],
  ) {
    const [people, seatsLeft, answers] = await Promise.all([
      this.candidates.of(classId, unit.id),
      this.seats.freeFor(classId, unit.id, poolOpen),
      this.queries.noneAnswers(classId),
    ]);
    return {
      unit,
      ...listed(people, shown, ticked),
      seatsLeft,
      answer: answers.find(({ unitId }) => unitId === unit.id) ?? null,
    };
  }

  private async resultsPage(page: PageRequest, classId: string, { unitId, terms, results }: Sent): Promise<string> {
    const { actor, locale } = page;
    const item = await this.classes.seen(actor, classId);
    return page.render(
      candidateWords[locale].results,
      <CandidateResults
        item={item}
        actor={actor}
        unitId={unitId}
        terms={terms}
        outcomes={await Promise.all(results.map((result) => this.outcomeOf(actor, result)))}
      />,
    );
  }

  private async outcomeOf(
    actor: Actor,
    { personId, nominationId, refusal }: Sent['results'][number],
  ): Promise<NomineeOutcome> {
    if (nominationId) return { personId, nomination: await this.queries.nomination(nominationId), name: null, refusal };
    const person = await this.people.person(personId);
    return {
      personId,
      nomination: null,
      name: person && maySeePerson(actor, person) ? person.fullName : null,
      refusal,
    };
  }
}
