import { Injectable } from '@nestjs/common';
import { maySeeDrafts } from '../../classes/classes.policy';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import type { PageOf } from '../../platform/paging';
import { reachAskedFor } from '../../platform/access/reach';
import { NotAllowed } from '../../platform/problems/refusals';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../../platform/uploads';
import type { NumberName } from '../figures';
import { mayCompareUnits, scorecardsNotedOf, scorecardsOpenTo, unitsComparedBy } from '../reports.policy';
import { ReportsQueries } from '../reports.queries';
import { ReportsService } from '../reports.service';
import { BehindQueries, type FactFilter, type FactItem, type FactSort } from './behind.queries';
import { behindActions } from './behind.words';
import { isOfCourses } from './numbers';
import { factsSheet, factsWidths } from './facts-sheet';

/** A number of the reports: which, of what. */
export interface NumberAsked {
  readonly number: NumberName;
  readonly year?: number | undefined;
  readonly unitId?: string | undefined;
  readonly courseId?: string | undefined;
  readonly classId?: string | undefined;
  readonly search?: string | undefined;
  readonly sort?: FactSort | undefined;
}

/** Those a number counts; `count` is the number, unless a name is looked for. */
export type FactsPage = PageOf<FactItem> & {
  readonly count: number;
  /** When the number was counted; null when that was just now, as those it counts are always found. */
  readonly countedAt: Date | null;
};

/** Who and what stands behind the numbers of the reports, read from the very facts that are counted. */
@Injectable()
export class BehindService {
  constructor(
    private readonly queries: BehindQueries,
    private readonly reports: ReportsService,
    private readonly figures: ReportsQueries,
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @throws NotFound for a unit whose numbers are not the actor's to see | NotAllowed for a number over all units, to who reads one unit's */
  async list(
    actor: Actor,
    { sort = 'name', ...asked }: NumberAsked,
    page: { readonly limit?: number | undefined; readonly after?: string | undefined },
  ): Promise<FactsPage> {
    const filter = this.filterOf(actor, asked);
    const [list, counted] = await Promise.all([this.queries.list(filter, { sort, ...page }), this.counted(filter)]);
    return { ...list, ...counted };
  }

  /** The same list, whole; it takes many people's data along, so it leaves a journal line. @throws NotFound | NotAllowed */
  async workbook(actor: Actor, { sort = 'name', ...asked }: NumberAsked): Promise<Upload> {
    const filter = this.filterOf(actor, asked);
    const { items } = await this.queries.list(filter, { sort, limit: mostRows });
    const subject = asked.unitId ?? scorecardsNotedOf(actor);
    await this.journal.write(this.database.reader, actor, {
      action: behindActions.facts_downloaded,
      subject: { type: 'unit', id: subject },
      unitId: subject,
      facts: { number: asked.number, year: filter.year, rows: items.length },
    });
    const content = await writeXlsx('Chi tiết', factsWidths, factsSheet(asked.number, filter.year, items));
    return { name: `chi-tiet-so-lieu-${asked.number}-${filter.year}.xlsx`, content };
  }

  private async counted(filter: FactFilter): Promise<Pick<FactsPage, 'count' | 'countedAt'>> {
    const countedAt = await this.figures.countedAt();
    const kept = countedAt && (await this.queries.kept(filter));
    return kept === null ? { count: await this.queries.count(filter), countedAt: null } : { count: kept, countedAt };
  }

  private filterOf(
    actor: Actor,
    { unitId, year = this.reports.thisYear, ...asked }: Omit<NumberAsked, 'sort'>,
  ): FactFilter {
    const open = reachAskedFor(scorecardsOpenTo(actor), unitId);
    if (isOfCourses(asked.number) && !mayCompareUnits(actor)) throw new NotAllowed();
    // Without a unit it is a number of the joint report, where its reader has one.
    const units = unitId === undefined && mayCompareUnits(actor) ? unitsComparedBy(actor) : open;
    return { ...asked, year, units, namesDrafts: maySeeDrafts(actor) };
  }
}

/** More half-days than a Bloc marks in a year, and what a workbook can still hold. */
const mostRows = 200_000;
