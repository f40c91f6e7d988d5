import { Injectable } from '@nestjs/common';
import { heldOf } from '../enrollments/attended';
import { Clock } from '../platform/clock';
import { foldName, searchWords } from '../platform/names';
import { cursorOfAnotherOrder, cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import type { ClosingPlan } from './closings.queries';
import { CompletionFactsQueries, type PersonFacts } from './completion-facts.queries';
import type { CompletionFilter } from './completions.queries';
import { inOrder, orderOf } from './completion-order';
import { judge, type Judgement } from './judge';

/** How one person would come out if the class were closed now. */
export interface PreviewItem extends Omit<PersonFacts, 'facts'>, Judgement {
  /** Half-days that count so far; a share of none is no share. */
  readonly held: number;
}

export interface ClosingPreview extends PageOf<PreviewItem> {
  readonly completed: number;
  readonly notCompleted: number;
  /** People with half-days nobody marked: these count as absent. */
  readonly notMarked: number;
  readonly essaysToMark: number;
}

/** The dry run of a closing: the same judgement on the same facts, and nothing written. */
@Injectable()
export class ClosingPreviewQueries {
  constructor(
    private readonly facts: CompletionFactsQueries,
    private readonly clock: Clock,
  ) {}

  async preview(
    { trainingClass, rules }: ClosingPlan,
    { scope, completed, decided, search, sort = 'name', limit = usualPage, after }: Omit<CompletionFilter, 'classId'>,
  ): Promise<ClosingPreview> {
    const people = await this.facts.ofClass(trainingClass.id, this.clock.now(), scope);
    const judged = people.map(({ facts, ...person }) => ({
      ...person,
      ...judge(rules, facts, person.override !== null),
      held: heldOf(facts.attendance),
    }));
    const words = searchWords(search);
    const found = judged.filter(
      (person) =>
        (completed === undefined || person.completed === completed) &&
        (decided === undefined || (person.override !== null) === decided) &&
        words.every((word) => ` ${foldName(person.fullName)}`.includes(` ${word}`)),
    );
    const [sorted, last = null] = cursorValues(after, 2) ?? [sort];
    if (sorted !== sort) throw cursorOfAnotherOrder();
    const inList = inOrder(found, orderOf(sort));
    const start = last === null ? 0 : inList.findIndex(({ enrollmentId }) => enrollmentId === last) + 1;
    const rows = inList.slice(start, start + limit + 1);
    const { items, next } = pageOf(rows, limit, ({ enrollmentId }) => [sort, enrollmentId]);
    const needsMark = rules.some(({ rule, parameters }) => rule === 'essay' && parameters['minimum'] !== null);
    const done = judged.filter((person) => person.completed).length;
    return {
      items,
      next,
      completed: done,
      notCompleted: judged.length - done,
      notMarked: people.filter(({ facts }) => facts.attendance.unmarked > 0).length,
      essaysToMark: needsMark ? people.filter(({ facts }) => facts.essay?.mark === null).length : 0,
    };
  }
}
