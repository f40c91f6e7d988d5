import type { SignedPaper } from '../organization/signatures';
import { Injectable } from '@nestjs/common';
import { type ClassItem, ClassesQueries, type HalfDayItem } from '../classes/classes.queries';
import { groupNameWords } from '../classes/groups/groups.words';
import { LetterheadsQueries } from '../organization/letterheads.queries';
import { Clock, type Day, dayOf } from '../platform/clock';
import { PlatformSettings } from '../platform/settings';
import { attendancePaper, tablesOf } from './attendance-paper';
import type { DecisionFacts } from './decision-parts';
import { marksPaper } from './marks-paper';
import { openingPaper } from './opening-paper';
import type { Paper } from './paper';
import type { PaperFacts } from './paper-parts';
import { type PrintedScope, PrintoutsQueries } from './printouts.queries';
import {
  ClassNotHeld,
  halfDaysInWrongOrder,
  NobodyToPrint,
  NoHalfDaysToPrint,
  NotJudgedYet,
  TooManyToPrint,
} from './printouts.refusals';
import type { PrintoutQuery } from './printouts.requests';
import { ResultsQueries } from './results.queries';
import { rosterPaper } from './roster-paper';
import type { Sheet } from './sheets';
import { summaryPaper } from './summary-paper';

/** Every group on pages of its own. */
export const eachGroup = 'each';
const usualFilling = 'sign_once';
const newPage = { kind: 'new_page' } as const;

/** Whether people of a group have this half-day; `none` are those in no group. */
const isOfGroup = ({ groupNumbers }: HalfDayItem, group: string) =>
  groupNumbers === null || groupNumbers.some((number) => String(number) === group);

export interface PaperWanted {
  readonly item: ClassItem;
  readonly sheet: Sheet;
  readonly scope: PrintedScope;
  readonly options: PrintoutQuery;
}

/** Gathers what a paper says; no paper is longer than the setting allows. */
@Injectable()
export class PapersService {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly letterheads: LetterheadsQueries,
    private readonly queries: PrintoutsQueries,
    private readonly results: ResultsQueries,
    private readonly settings: PlatformSettings,
    private readonly clock: Clock,
  ) {}

  /** @throws NobodyToPrint | TooManyToPrint | NoHalfDaysToPrint | NotJudgedYet | ClassNotHeld | InvalidInput */
  async paper(wanted: PaperWanted): Promise<Paper> {
    const { sheet } = wanted;
    if (sheet === 'attendance') return this.attendance(wanted);
    if (sheet === 'opening-decision') return this.opening(wanted);
    if (sheet === 'summary-decision') return this.summary(wanted);
    const facts = await this.facts(wanted);
    return sheet === 'roster' ? rosterPaper(facts) : this.marks(wanted, facts);
  }

  private async attendance(wanted: PaperWanted): Promise<Paper> {
    const { options } = wanted;
    if (options.group !== eachGroup) return this.attendanceOf(wanted, await this.halfDaysOf(wanted));
    const all = await this.halfDaysOf(wanted);
    const scope = { ...wanted.scope, halfDayIds: all.map(({ id }) => id) };
    await this.assertFits(scope, tablesOf(all.length, options.filling ?? usualFilling));
    const papers: Paper[] = [];
    for (const { group } of await this.queries.groups(scope)) {
      const halfDays = all.filter((halfDay) => isOfGroup(halfDay, group));
      if (halfDays.length > 0)
        papers.push(await this.attendanceOf({ ...wanted, scope: { ...wanted.scope, group } }, halfDays));
    }
    const [first, ...others] = papers;
    if (!first) throw new NoHalfDaysToPrint();
    return { ...first, parts: [first, ...others].flatMap(({ parts }, at) => (at ? [newPage, ...parts] : parts)) };
  }

  private async attendanceOf(wanted: PaperWanted, halfDays: readonly HalfDayItem[]): Promise<Paper> {
    const { filling = usualFilling } = wanted.options;
    const scope = { ...wanted.scope, halfDayIds: halfDays.map(({ id }) => id) };
    const facts = await this.facts({ ...wanted, scope }, tablesOf(halfDays.length, filling));
    const grid = await this.queries.attendance(scope);
    return attendancePaper({ ...facts, halfDays, filling, grid });
  }

  private async marks(wanted: PaperWanted, facts: PaperFacts): Promise<Paper> {
    const { item } = wanted;
    const atMost = await this.sizeOf(item);
    const [modules, marks, results] = await Promise.all([
      this.results.modules(item.id),
      this.results.marks(item.id, atMost),
      this.results.results(item, atMost),
    ]);
    return marksPaper({ ...facts, modules, marks, results });
  }

  private async opening(wanted: PaperWanted): Promise<Paper> {
    const { item } = wanted;
    if (item.state === 'cancelled') throw new ClassNotHeld();
    const facts = await this.decision(wanted, item.openingDecision, item.confirmedAt);
    const halfDays = await this.heldHalfDays(item.id);
    const groupLetters = await this.queries.groupLetters(wanted.scope);
    return openingPaper({ ...facts, firstHalfDay: halfDays[0] ?? null, groupLetters });
  }

  private async summary(wanted: PaperWanted): Promise<Paper> {
    const { item } = wanted;
    if (item.state !== 'closed') throw new NotJudgedYet();
    const facts = await this.decision(wanted, null, item.closedAt);
    const results = await this.results.results(item, await this.sizeOf(item));
    return summaryPaper({ ...facts, results, counts: await this.results.counts(item.id) });
  }

  /** What was decided already is printed with its number and day, whenever it is printed again. */
  private async decision(wanted: PaperWanted, number: string | null, decidedAt: Date | null): Promise<DecisionFacts> {
    const { options } = wanted;
    const decidedOn = decidedAt && dayOf(decidedAt);
    return {
      ...(await this.facts(wanted, 1, options.day ?? decidedOn ?? this.clock.today(), 'decision')),
      number: options.number ?? number,
      grounds: (options.grounds ?? '').split(/\r?\n/).filter((line) => line.trim() !== ''),
    };
  }

  /** @param times over how many tables everybody is listed again */
  private async facts(
    { item, scope, options }: PaperWanted,
    times = 1,
    day: Day = this.clock.today(),
    signed: SignedPaper = 'list',
  ): Promise<PaperFacts> {
    await this.assertFits(scope, times);
    const [people, letterhead] = await Promise.all([this.queries.people(scope), this.letterheads.ofBloc(signed)]);
    const groupName = scope.group === undefined ? null : await this.nameOfGroup(scope);
    return { item, people, letterhead, day, unitName: options.unitId ? people[0]!.unitName : null, groupName };
  }

  private async assertFits(scope: PrintedScope, times: number): Promise<void> {
    const rows = (await this.queries.count(scope)) * times;
    if (rows === 0) throw new NobodyToPrint();
    if (rows > this.settings.printedRows) throw new TooManyToPrint(rows, this.settings.printedRows);
  }

  private async nameOfGroup(scope: PrintedScope): Promise<string> {
    const [found] = await this.queries.groups(scope);
    return found?.number ? groupNameWords.vi.group(found.number, found.name) : 'Chưa xếp tổ';
  }

  /** By their numbers; of groups, all that are held at those times. */
  private async halfDaysOf({ item, options: { from, to, group } }: PaperWanted): Promise<HalfDayItem[]> {
    if (from !== undefined && to !== undefined && to < from) throw halfDaysInWrongOrder();
    const held = await this.heldHalfDays(item.id);
    const startOf = (number: number | undefined) => held.find((halfDay) => halfDay.number === number)?.startsAt;
    const [first, last] = [startOf(from), startOf(to)];
    const chosen =
      group === undefined
        ? held.filter(({ number }) => (from === undefined || number >= from) && (to === undefined || number <= to))
        : held.filter(
            (halfDay) =>
              (group === eachGroup || isOfGroup(halfDay, group)) &&
              (!first || halfDay.startsAt >= first) &&
              (!last || halfDay.startsAt <= last),
          );
    if (chosen.length === 0) throw new NoHalfDaysToPrint();
    return chosen;
  }

  private async heldHalfDays(classId: string): Promise<HalfDayItem[]> {
    return (await this.classes.halfDays(classId)).filter(({ cancelledAt }) => cancelledAt === null);
  }

  /** Marks and results are read of the whole class, however few of its people are printed. */
  private async sizeOf({ id }: ClassItem): Promise<number> {
    return this.queries.count({ classId: id, unitIds: null });
  }
}
