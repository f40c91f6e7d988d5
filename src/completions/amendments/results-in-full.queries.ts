import { Injectable } from '@nestjs/common';
import { maySeeClass } from '../../classes/classes.policy';
import { type ClassItem, ClassesQueries } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import { found, NotFound } from '../../platform/problems/refusals';
import { completionsVisibleTo, mayAmendResult } from '../completions.policy';
import { type CompletionItem, CompletionsQueries } from '../completions.queries';
import type { CountedFacts } from './amended-facts';
import { type Amendment, AmendmentsQueries } from './amendments.queries';

/** A result with how it came about since its class was closed. */
export interface ResultInFull extends CompletionItem {
  readonly trainingClass: ClassItem;
  readonly amendments: readonly Amendment[];
  /** The single facts as they count now; for whoever may amend them, else null. */
  readonly facts: CountedFacts | null;
}

@Injectable()
export class ResultsInFullQueries {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly completions: CompletionsQueries,
    private readonly amendments: AmendmentsQueries,
  ) {}

  /** @throws NotFound when there is no such result, or it is not the reader's to see */
  async seenBy(actor: Actor, id: string): Promise<ResultInFull> {
    const classId = found(await this.completions.classOf(id));
    const trainingClass = await this.classes.class(classId);
    if (!trainingClass || !maySeeClass(actor, trainingClass)) throw new NotFound();
    const completion = found(await this.completions.completion(id, completionsVisibleTo(actor, classId)));
    const isAmendable = trainingClass.state === 'closed' && mayAmendResult(actor, completion);
    return {
      ...completion,
      trainingClass,
      amendments: await this.amendments.ofCompletion(id),
      facts: isAmendable ? await this.amendments.countedFacts(id) : null,
    };
  }
}
