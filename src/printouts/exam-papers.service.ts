import { Injectable } from '@nestjs/common';
import { LetterheadsQueries } from '../organization/letterheads.queries';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { found } from '../platform/problems/refusals';
import type { Upload } from '../platform/uploads';
import { mayRecordExams } from '../theory-classes/exams/exams.policy';
import { ExamsQueries } from '../theory-classes/exams/exams.queries';
import { type ExamPaper, paperOfExam } from './exam-papers';
import { NobodyToPrint } from './printouts.refusals';
import { printoutActions } from './printouts.words';
import { Printer } from './printer';
import type { PaperFormat } from './sheets';

const fileNames: Readonly<Record<ExamPaper, string>> = {
  list: 'danh-sach-thi-sinh',
  signing: 'ky-nop-bai-thi',
  minutes: 'bien-ban-thi',
};

/** Prints the papers of an examination. */
@Injectable()
export class ExamPapersService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly exams: ExamsQueries,
    private readonly letterheads: LetterheadsQueries,
    private readonly printer: Printer,
    private readonly clock: Clock,
  ) {}

  /** One paper as a file; it leaves a journal line, because it takes personal data out of the service. @throws NotFound | NobodyToPrint */
  async print(actor: Actor, examId: string, paper: ExamPaper, format: PaperFormat): Promise<Upload> {
    const exam = found(await this.exams.exam(examId), ({ classId }) => mayRecordExams(actor, classId));
    const candidates = await this.exams.candidates(examId);
    if (candidates.length === 0) throw new NobodyToPrint();
    const printed = paperOfExam(paper, {
      exam,
      candidates,
      letterhead: await this.letterheads.ofBloc('list'),
      day: this.clock.today(),
    });
    await this.journal.write(this.database.reader, actor, {
      action: printoutActions.printed,
      subject: { type: 'exam', id: examId },
      classId: exam.classId,
      facts: { sheet: paper, format },
    });
    return this.printer.file(`${fileNames[paper]}-${exam.classCode}-${exam.day}`, printed, format);
  }
}
