import { Injectable } from '@nestjs/common';
import { theoryLevels } from '../people/person.values';
import { PeopleService } from '../people/people.service';
import type { PersonItem } from '../people/people.queries';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day, dayOf } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { PageOf } from '../platform/paging';
import { NotFound } from '../platform/problems/refusals';
import { NeedsOfUnits } from '../training-plans/needs-of-units';
import { writeXlsx } from '../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../platform/uploads';
import { type CoverageCounts, type NeedLine, type NeedOrder, needsFound } from './coverage';
import { coverageSheet, coverageWidths } from './coverage-sheet';
import { needActions, reportActions } from './coverage.words';
import { type LevelCount, type NeedCount, type Needs, type NeedsAsked, NeedsQueries } from './needs.queries';
import { scorecardsNotedOf, scorecardsOpenTo } from './reports.policy';
import { type ReportedUnit, ReportsQueries } from './reports.queries';
import { type NeedKind, needKinds, type TrainingNeed, trainingNeeds } from './training-needs';
import { type OpenCall, TrainingNeedsQueries } from './training-needs.queries';

/** How many months ahead an ending certificate counts, unless told. */
const usualMonths = 6;

export interface Coverage {
  readonly asOf: Day;
  /** When it was counted; null when that was just now. */
  readonly countedAt: Date | null;
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
    private readonly lists: NeedsQueries,
    private readonly reports: ReportsQueries,
    private readonly people: PeopleService,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @throws NotFound for a unit that is not the actor's to see */
  async coverage(actor: Actor, filter: NeedFilter): Promise<Coverage> {
    return this.countedOf(await this.gather(actor, filter));
  }

  /** Counts and one page of the list behind them, of the same needs. @throws NotFound */
  async overview(
    actor: Actor,
    { sort = 'deadline', ...filter }: NeedFilter,
    after: string | undefined,
  ): Promise<{ readonly coverage: Coverage; readonly needs: PageOf<NeedLine> }> {
    const gathered = await this.gather(actor, filter);
    const [coverage, needs] = await Promise.all([
      this.countedOf(gathered),
      this.lists.list(gathered.needs, gathered.asked, { sort, after }),
    ]);
    return { coverage, needs };
  }

  /** People who lack a course, by its id. */
  async byCourse(unitIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { needs } = await this.needsOf(unitIds);
    const lacking = await this.lists.byCourse(needs, { unitIds, months: usualMonths });
    return new Map(lacking.map(({ courseId, people }) => [courseId, people]));
  }

  /** Who lacks what, page by page. @throws NotFound */
  async needs(
    actor: Actor,
    { sort = 'deadline', ...filter }: NeedFilter,
    page: { readonly after?: string | undefined; readonly limit?: number | undefined },
  ): Promise<PageOf<NeedLine>> {
    const { needs, asked } = await this.gather(actor, filter);
    return this.lists.list(needs, asked, { sort, ...page });
  }

  /** The same list, whole, to work with; it takes many people's data along, so it leaves a journal line. */
  async workbook(actor: Actor, { sort = 'deadline', ...filter }: NeedFilter): Promise<Upload> {
    const { needs, asked } = await this.gather(actor, filter);
    const { items } = await this.lists.list(needs, asked, { sort, limit: mostRows });
    const content = await writeXlsx('Còn thiếu', coverageWidths, coverageSheet(items, needs.day));
    const subject = filter.unitId ?? scorecardsNotedOf(actor);
    await this.journal.write(this.database.reader, actor, {
      action: reportActions.coverage_downloaded,
      subject: { type: 'unit', id: subject },
      unitId: subject,
      facts: { people: new Set(items.map(({ person }) => person.personId)).size, kind: filter.kind ?? null },
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

  private async gather(actor: Actor, { unitId, kind, months = usualMonths }: NeedFilter): Promise<Gathered> {
    const open = await this.units(actor);
    const units = unitId === undefined ? open : open.filter(({ id }) => id === unitId);
    if (unitId !== undefined && units.length === 0) throw new NotFound();
    const unitIds = units.map(({ id }) => id);
    return { units, asked: { unitIds, months, kind }, ...(await this.needsOf(unitIds)) };
  }

  private async needsOf(unitIds: readonly string[]): Promise<Pick<Gathered, 'countedAt' | 'needs'>> {
    const countedAt = await this.reports.countedAt();
    if (countedAt) return { countedAt, needs: { day: dayOf(countedAt), found: null } };
    const [people, rules] = await Promise.all([this.queries.ofUnits(unitIds), this.queries.rules()]);
    const day = this.clock.today();
    return { countedAt, needs: { day, found: needsFound(people, rules, day) } };
  }

  private async countedOf({ units, asked, needs, countedAt }: Gathered): Promise<Coverage> {
    const [levels, lacking] = await Promise.all([this.lists.levels(asked.unitIds), this.lists.counts(needs, asked)]);
    const [levelsOf, lackingOf] = [byUnit(levels), byUnit(lacking)];
    return {
      asOf: needs.day,
      countedAt,
      months: asked.months,
      units: units.map((unit) => ({
        ...unit,
        ...countsOf(levelsOf.get(unit.id) ?? [], lackingOf.get(unit.id) ?? []),
      })),
      total: countsOf(levels, lacking),
    };
  }
}

/** What the units asked for lack, found or kept. */
interface Gathered {
  readonly units: readonly ReportedUnit[];
  readonly asked: NeedsAsked;
  readonly needs: Needs;
  readonly countedAt: Date | null;
}

function byUnit<Row extends { readonly unitId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const units = new Map<string, Row[]>();
  for (const row of rows) {
    const known = units.get(row.unitId);
    if (known) known.push(row);
    else units.set(row.unitId, [row]);
  }
  return units;
}

function countsOf(levels: readonly LevelCount[], lacking: readonly NeedCount[]): CoverageCounts {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const of = <K extends string>(keys: readonly K[], counts: (key: K) => readonly number[]) =>
    Object.fromEntries(keys.map((key) => [key, sum(counts(key))])) as Record<K, number>;
  return {
    keyCadres: sum(levels.map(({ keyCadres }) => keyCadres)),
    levels: of(theoryLevels, (level) =>
      levels.filter(({ theoryLevel }) => theoryLevel === level).map(({ keyCadres }) => keyCadres),
    ),
    needs: of(needKinds, (kind) => lacking.filter((one) => one.kind === kind).map(({ people }) => people)),
  };
}

/** More lines than a Bloc has, and what a workbook can still hold. */
const mostRows = 200_000;
