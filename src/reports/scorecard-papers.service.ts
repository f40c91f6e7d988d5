import { Injectable } from '@nestjs/common';
import { LetterheadsQueries } from '../organization/letterheads.queries';
import type { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { Upload } from '../platform/uploads';
import { Printer } from '../printouts/printer';
import { UnitNotNamed } from './reports.refusals';
import type { ScorecardPaperRequest } from './reports.requests';
import { ReportsService } from './reports.service';
import { reportActions } from './coverage.words';
import { scorecardPaper } from './scorecard-paper';

@Injectable()
export class ScorecardPapersService {
  constructor(
    private readonly reports: ReportsService,
    private readonly letterheads: LetterheadsQueries,
    private readonly printer: Printer,
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** The scorecard as a paper. @throws NotFound | UnitNotNamed */
  async print(actor: Actor, { unitId, year, format = 'pdf' }: ScorecardPaperRequest): Promise<Upload> {
    const scorecard = await this.reports.scorecard(actor, unitId, year);
    if (!scorecard) throw new UnitNotNamed();
    const paper = scorecardPaper(scorecard, await this.letterheads.ofBloc('list'));
    await this.journal.write(this.database.reader, actor, {
      action: reportActions.scorecard_printed,
      subject: { type: 'unit', id: scorecard.unitId },
      unitId: scorecard.unitId,
      facts: { year: scorecard.year, format },
    });
    return this.printer.file(`phieu-don-vi-${scorecard.unitCode}-${scorecard.year}`, paper, format);
  }
}
