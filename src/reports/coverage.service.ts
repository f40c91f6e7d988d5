import { Injectable } from '@nestjs/common';
import { PeopleService } from '../people/people.service';
import type { PersonItem } from '../people/people.queries';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { PageOf } from '../platform/paging';
import { NotFound } from '../platform/problems/refusals';
import { NeedsOfUnits } from '../training-plans/needs-of-units';
import { writeXlsx } from '../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../platform/uploads';
import {
  countCoverage,
  type CoverageCounts,
  type NeedLine,
  needLines,
  type NeedOrder,
  pageOfNeeds,
  sortNeeds,
} from './coverage';
import { coverageSheet, coverageWidths } from './coverage-sheet';
import { needActions, reportActions } from './coverage.words';
import { scorecardsOpenTo } from './reports.policy';
import { type ReportedUnit, ReportsQueries } from './reports.queries';
import { type NeedKind, type TrainingNeed, trainingNeeds } from './training-needs';
import { type OpenCall, TrainingNeedsQueries } from './training-needs.queries';

/** How many months ahead an ending certificate counts, unless told. */
const usualMonths = 6;

export interface Coverage {
  readonly asOf: Day;
  readonly months: number;
  readonly units: readonly (CoverageCounts & ReportedUnit)[];
  readonly total: CoverageCounts;
}

export interface NeedFilter {
  readonly unitId?: string | undefined;
  readonly kind?: NeedKind | undefined;
  readonly months?: number | undefined;
  readonly sort?: NeedOrder | undefined;
}

/** What one person lacks, each with the calls that would help now. */
export interface PersonNeeds {
  readonly person: PersonItem;
  readonly needs: readonly (TrainingNeed & { readonly openCalls: readonly OpenCall[] })[];
}

/** Who has which level, who lacks what and whose certificate ends when: one rule for the person, the unit and the Bloc. */
@Injectable()
export class CoverageService extends NeedsOfUnits {
  constructor(
    private readonly queries: TrainingNeedsQueries,
    private readonly reports: ReportsQueries,
    private readonly people: PeopleService,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @throws NotFound for a unit that is not the actor's to see */
  async coverage(actor: Actor, { unitId, months = usualMonths }: NeedFilter): Promise<Coverage> {
    const { units, people, lines } = await this.gather(actor, { unitId, months });
    return {
      asOf: this.clock.today(),
      months,
      units: units.map((unit) => ({
        ...unit,
        ...countCoverage(
          people.filter((person) => person.unitId === unit.id),
          lines.filter(({ person }) => person.unitId === unit.id),
        ),
      })),
      total: countCoverage(people, lines),
    };
  }

  /** People who lack a course, by its id. */
  async byCourse(unitIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const [people, rules] = await Promise.all([this.queries.ofUnits(unitIds), this.queries.rules()]);
    const lacking = new Map<string, Set<string>>();
    for (const { courseId, person } of needLines(people, rules, this.clock.today(), usualMonths))
      if (courseId) lacking.set(courseId, (lacking.get(courseId) ?? new Set()).add(person.personId));
    return new Map([...lacking].map(([courseId, who]) => [courseId, who.size]));
  }

  /** Who lacks what, page by page. @throws NotFound */
  async needs(
    actor: Actor,
    { kind, sort = 'deadline', ...filter }: NeedFilter,
    { after, limit }: { readonly after?: string | undefined; readonly limit?: number | undefined },
  ): Promise<PageOf<NeedLine>> {
    const { lines } = await this.gather(actor, filter);
    return pageOfNeeds(ofKind(lines, kind), sort, after, limit);
  }

  /** The same list, whole, to work with; it takes many people's data along, so it leaves a journal line. */
  async workbook(actor: Actor, { kind, sort = 'deadline', ...filter }: NeedFilter): Promise<Upload> {
    const { lines } = await this.gather(actor, filter);
    const chosen = sortNeeds(ofKind(lines, kind), sort);
    const content = await writeXlsx('Còn thiếu', coverageWidths, coverageSheet(chosen, this.clock.today()));
    const [subject] = filter.unitId ? [filter.unitId] : scorecardsOpenTo(actor);
    await this.journal.write(this.database.reader, actor, {
      action: reportActions.coverage_downloaded,
      subject: { type: 'unit', id: subject! },
      unitId: subject!,
      facts: { people: new Set(chosen.map(({ person }) => person.personId)).size, kind: kind ?? null },
    });
    return { name: `con-thieu-dao-tao-${this.clock.today()}.xlsx`, content };
  }

  /** What somebody lacks; of somebody else's a journal line stays. @throws NotFound */
  async ofPerson(actor: Actor, personId: string): Promise<PersonNeeds> {
    const person = await this.people.read(actor, personId, needActions.needs_read);
    const [facts, rules, calls] = await Promise.all([
      this.queries.ofPerson(person.id),
      this.queries.rules(),
      this.queries.openCalls(),
    ]);
    const needs = facts ? trainingNeeds(facts, rules, this.clock.today(), usualMonths) : [];
    return {
      person,
      needs: needs.map((need) => ({
        ...need,
        openCalls: calls.filter(({ courseId }) => courseId === need.courseId).slice(0, 3),
      })),
    };
  }

  async units(actor: Actor): Promise<ReportedUnit[]> {
    const year = Number(this.clock.today().slice(0, 4));
    return this.reports.units(year, scorecardsOpenTo(actor), []);
  }

  private async gather(actor: Actor, { unitId, months = usualMonths }: NeedFilter) {
    const open = await this.units(actor);
    const units = unitId === undefined ? open : open.filter(({ id }) => id === unitId);
    if (unitId !== undefined && units.length === 0) throw new NotFound();
    const [people, rules] = await Promise.all([this.queries.ofUnits(units.map(({ id }) => id)), this.queries.rules()]);
    return { units, people, lines: needLines(people, rules, this.clock.today(), months) };
  }
}

const ofKind = (lines: readonly NeedLine[], kind: NeedKind | undefined) =>
  kind === undefined ? lines : lines.filter((line) => line.kind === kind);
