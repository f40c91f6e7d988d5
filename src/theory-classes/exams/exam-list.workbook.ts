import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import type { Locale } from '../../platform/messages/words';
import { listSheet } from '../../platform/sheets/xlsx/list-sheet';
import type { Written } from '../../platform/sheets/xlsx/written-cell';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../../platform/uploads';
import { examTitle } from './exam-title';
import { type ExamItem, type ExamListFilter, ExamsQueries } from './exams.queries';
import { examActions, examStageWords, examWords } from './exams.words';

const widths = [6, 44, 18, 18, 36, 36, 10, 10, 10, 10, 18];
/** More than a class ever holds. */
const mostExams = 1000;

/** The examinations of a class as offices print them. */
@Injectable()
export class ExamListWorkbook {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly queries: ExamsQueries,
  ) {}

  /** Of a class the actor runs, as filtered and sorted. @param code of the class */
  async of(
    actor: Actor,
    { id, code }: { readonly id: string; readonly code: string },
    filter: ExamListFilter,
    locale: Locale,
  ): Promise<Upload> {
    const { items } = await this.queries.list(id, { ...filter, after: undefined, limit: mostExams });
    await this.database.inTransaction((tx) =>
      this.journal.write(tx, actor, {
        action: examActions.exported,
        subject: { type: 'class', id },
        classId: id,
        facts: { exams: items.length },
      }),
    );
    const say = examWords[locale];
    const title = say.examsOf(code);
    const headings = [
      ...[say.count, say.what, say.startTime, say.endTime, say.rooms, say.invigilators],
      ...[say.people, say.sat, say.absent, say.marked, say.state],
    ];
    const sheet = listSheet(
      title,
      headings,
      items.map((exam) => lineOf(exam, locale)),
    );
    return { name: `lich-thi-${code}.xlsx`, content: await writeXlsx(title, widths, sheet) };
  }
}

function lineOf(exam: ExamItem, locale: Locale): readonly Written[] {
  const { startsAt, endsAt, rooms, invigilators, candidates, sat, excused, unexcused, marked, stage } = exam;
  const named = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(', ');
  return [
    ...[examTitle(exam, locale), { moment: startsAt }, { moment: endsAt }, named(rooms), named(invigilators)],
    ...[candidates, sat, excused + unexcused, marked, examStageWords[locale][stage]],
  ];
}
