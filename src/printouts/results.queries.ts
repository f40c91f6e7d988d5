import { Injectable } from '@nestjs/common';
import type { ClassItem } from '../classes/classes.queries';
import { ClosingPreviewQueries } from '../completions/closing-preview.queries';
import { ClosingsQueries } from '../completions/closings.queries';
import { everybody } from '../completions/completions.policy';
import { type CompletionCounts, CompletionsQueries } from '../completions/completions.queries';
import type { Reason } from '../completions/judge';
import type { Grade } from '../training-records/training-record.labels';
import { MarksQueries, type MarksRow } from '../theory-classes/marks.queries';
import { type ModuleItem, TheoryClassesQueries } from '../theory-classes/theory-classes.queries';

/** How somebody came out, or would if the class were closed now. */
export interface PrintedResult {
  readonly enrollmentId: string;
  readonly completed: boolean;
  readonly grade: Grade | null;
  readonly averageMark: number | null;
  readonly reasons: readonly Reason[];
  /** Of the certificate, or of the school's diploma; null when there is none. */
  readonly awardNumber: string | null;
}

export type Results = ReadonlyMap<string, PrintedResult>;

@Injectable()
export class ResultsQueries {
  constructor(
    private readonly theory: TheoryClassesQueries,
    private readonly moduleMarks: MarksQueries,
    private readonly completions: CompletionsQueries,
    private readonly previews: ClosingPreviewQueries,
    private readonly closings: ClosingsQueries,
  ) {}

  async modules(classId: string): Promise<ModuleItem[]> {
    return this.theory.modules(classId);
  }

  /** Marks by enrollment. */
  async marks(classId: string, atMost: number): Promise<ReadonlyMap<string, MarksRow>> {
    const { items } = await this.moduleMarks.marks(classId, { limit: atMost });
    return new Map(items.map((row) => [row.enrollmentId, row]));
  }

  /** As they were judged when the class was closed; before that, as they would come out today. */
  async results({ id, state }: ClassItem, atMost: number): Promise<Results> {
    if (state !== 'closed') {
      const plan = await this.closings.plan(id);
      const { items } = await this.previews.preview(plan, { scope: everybody, limit: atMost });
      return byEnrollment(items.map((item) => ({ ...item, awardNumber: null })));
    }
    const { items } = await this.completions.list({ classId: id, scope: everybody, limit: atMost });
    return byEnrollment(items.map((item) => ({ ...item, awardNumber: item.certificateNumber ?? item.diplomaNumber })));
  }

  async counts(classId: string): Promise<CompletionCounts> {
    return this.completions.counts(classId, everybody);
  }
}

const byEnrollment = (results: readonly PrintedResult[]): Results =>
  new Map(results.map((result) => [result.enrollmentId, result]));
