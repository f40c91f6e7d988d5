import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import type { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { reachAskedFor } from '../platform/access/reach';
import type { Upload } from '../platform/uploads';
import { ClassPapersService, isClassPaper } from './class-papers.service';
import { eachGroup, PapersService, type PaperWanted } from './papers.service';
import { assertMayPrint, assertMayPrintSheet, groupPrintedFor, unitsPrintedFor } from './printouts.policy';
import type { PrintoutQuery } from './printouts.requests';
import { printoutActions } from './printouts.words';
import { Printer } from './printer';
import type { Sheet } from './sheets';

/** Prints the papers of a class. */
@Injectable()
export class PrintoutsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly classes: ClassesQueries,
    private readonly papers: PapersService,
    private readonly classPapers: ClassPapersService,
    private readonly printer: Printer,
  ) {}

  /**
   * One paper as a file; it leaves a journal line, because it takes personal data out of the service.
   * @throws NotFound | NotAllowed, and what `PapersService.paper` throws
   */
  async print(actor: Actor, classId: string, sheet: Sheet, options: PrintoutQuery): Promise<Upload> {
    const item = await this.classes.class(classId);
    assertMayPrint(actor, item);
    assertMayPrintSheet(actor, item, sheet);
    const { format = 'pdf', unitId } = options;
    const group = groupPrintedFor(actor, classId, options.group);
    const wanted: PaperWanted = {
      item,
      sheet,
      options: { ...options, ...(group && { group }) },
      scope: {
        classId,
        unitIds: reachAskedFor(unitsPrintedFor(actor, classId), unitId),
        group: group === eachGroup ? undefined : group,
      },
    };
    const paper = isClassPaper(sheet)
      ? await this.classPapers.paper(actor, sheet, wanted)
      : await this.papers.paper(wanted);
    await this.journal.write(this.database.reader, actor, {
      action: printoutActions.printed,
      subject: { type: 'class', id: classId },
      classId,
      ...(unitId ? { unitId } : {}),
      facts: { sheet, format },
    });
    return this.printer.file(`${fileNames[sheet]}-${item.code}`, paper, format);
  }
}

const fileNames: Readonly<Record<Sheet, string>> = {
  'opening-decision': 'quyet-dinh-mo-lop',
  seats: 'phan-bo-chi-tieu',
  nominations: 'danh-sach-cu-di-hoc',
  invitation: 'giay-moi-khai-giang',
  'study-report': 'bao-cao-hoc-tap',
  roster: 'danh-sach-hoc-vien',
  attendance: 'bang-diem-danh',
  marks: 'bang-diem-tong-hop',
  'summary-decision': 'quyet-dinh-cong-nhan-ket-qua',
};
