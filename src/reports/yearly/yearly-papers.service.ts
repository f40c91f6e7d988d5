import { Injectable } from '@nestjs/common';
import { LetterheadsQueries } from '../../organization/letterheads.queries';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import type { Upload } from '../../platform/uploads';
import { Printer } from '../../printouts/printer';
import type { PaperFormat } from '../../printouts/sheets';
import { yearlyPaper } from './yearly-paper';
import { mayReadReport } from './yearly-reports.policy';
import { YearlyReportsQueries } from './yearly-reports.queries';
import { yearlyReportActions } from './yearly-reports.words';

@Injectable()
export class YearlyPapersService {
  constructor(
    private readonly queries: YearlyReportsQueries,
    private readonly letterheads: LetterheadsQueries,
    private readonly printer: Printer,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** From its own figures, whatever the register says by now. @throws NotFound */
  async print(actor: Actor, id: string, format: PaperFormat = 'pdf'): Promise<Upload> {
    const report = found(await this.queries.report(id), ({ groupId }) => mayReadReport(actor, groupId));
    const paper = yearlyPaper(report, await this.letterheads.ofBloc(), this.clock.today());
    await this.journal.write(this.database.reader, actor, {
      action: yearlyReportActions.printed,
      subject: { type: 'yearly_report', id },
      unitId: report.groupId,
      facts: { format, edition: report.edition },
    });
    return this.printer.file(`bao-cao-chung-${report.year}-lan-${report.edition}`, paper, format);
  }
}
