import { Body, Get, Post } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { leftOutWords } from '../../platform/access/oneself';
import { Takes } from '../../platform/limits/largest-body';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { FieldError, Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { theoryWords } from '../theory-classes.words';
import { ExamMarksService } from './exam-marks.service';
import { examTitle } from './exam-title';
import { examRecorders, mayRecordExams } from './exams.policy';
import { type ExamItem, ExamsQueries } from './exams.queries';
import { ExamMarksRequest, MinutesRequest } from './exams.requests';
import { examWords } from './exams.words';
import { MinutesService } from './minutes.service';
import { ExamMarksForm } from './views/exam-marks';
import { MinutesForm } from './views/minutes';

type Typed = Readonly<Record<string, unknown>>;

/** What is recorded once an examination was held: its minutes and its marks. */
@Pages('exams/:id')
@Access(examRecorders)
export class ExamRecordsPages {
  constructor(
    private readonly minutes: MinutesService,
    private readonly marks: ExamMarksService,
    private readonly queries: ExamsQueries,
  ) {}

  @Get('minutes')
  @Help(examWords, 'helpOfMinutes')
  async showMinutes(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.minutesForm(page, id, null);
  }

  @Post('minutes')
  @Takes({ kilobytes: 512 })
  @Refused<ExamRecordsPages>((on, refusal, page, id) => on.minutesForm(page, id, refusal))
  async takeMinutes(@Page() page: PageRequest, @PathId() id: string, @Body() body: Typed): Promise<Redirect> {
    await this.run(page, id);
    const { begunAt, endedAt, papers, sheets, incidents, reason } = body;
    const entries = readRows(body, 'outcome').map(([enrollmentId, outcome]) => ({
      ...{ enrollmentId, outcome, violation: body[`violation.${enrollmentId}`] },
    }));
    await this.minutes.record(
      page.actor,
      id,
      readRequest(MinutesRequest, { begunAt, endedAt, papers, sheets, incidents, reason, entries }),
    );
    return page.done(`/exams/${id}`, examWords[page.locale].minutesSaved);
  }

  @Get('marks')
  @Help(examWords, 'helpOfMarks')
  async showMarks(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.marksForm(page, id, null);
  }

  @Post('marks')
  @Takes({ kilobytes: 512 })
  @Refused<ExamRecordsPages>((on, refusal, page, id) => on.marksForm(page, id, refusal))
  async enterMarks(@Page() page: PageRequest, @PathId() id: string, @Body() body: Typed): Promise<Redirect> {
    await this.run(page, id);
    const say = theoryWords[page.locale];
    const path = `/exams/${id}`;
    const typed = typedMarks(body);
    if (typed.length === 0) return page.done(path, say.nothingChanged);
    const { entries, reason } = readRequest(ExamMarksRequest, {
      reason: body['reason'],
      entries: typed.map(([enrollmentId, mark]) => ({ enrollmentId, mark })),
    });
    const marks = entries.map(({ enrollmentId, mark = null }) => ({ enrollmentId, mark }));
    const { changed, refused } = await this.marks.enter(page.actor, id, marks, reason ?? null);
    const saved = changed > 0 ? say.marksSaved(changed) : say.nothingChanged;
    return page.done(path, refused ? `${saved} ${leftOutWords[page.locale].ownLeftOut}` : saved);
  }

  private async minutesForm(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const exam = await this.run(page, id);
    const title = examWords[page.locale].minutesOf(examTitle(exam, page.locale));
    const rows = readRows(page.typed, 'outcome').map(([enrollmentId]) => enrollmentId);
    return page.render(
      title,
      <MinutesForm
        exam={exam}
        actor={page.actor}
        title={title}
        candidates={await this.queries.candidates(id)}
        typed={refusal ? page.typed : null}
        refusal={
          refusal && { sentence: refusal.sentence, fields: inRows(refusal.fields, rows, ['outcome', 'violation']) }
        }
      />,
      refusal,
    );
  }

  private async marksForm(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const exam = await this.run(page, id);
    const title = examWords[page.locale].marksOf(examTitle(exam, page.locale));
    const rows = typedMarks(page.typed).map(([enrollmentId]) => enrollmentId);
    return page.render(
      title,
      <ExamMarksForm
        exam={exam}
        actor={page.actor}
        title={title}
        candidates={await this.queries.candidates(id)}
        typed={refusal ? page.typed : null}
        refusal={refusal && { sentence: refusal.sentence, fields: inRows(refusal.fields, rows, ['mark']) }}
      />,
      refusal,
    );
  }

  private async run(page: PageRequest, id: string): Promise<ExamItem> {
    return found(await this.queries.exam(id), ({ classId }) => mayRecordExams(page.actor, classId));
  }
}

/** The fields `name.<enrollment>` of a form. */
const readRows = (body: Typed, name: string): (readonly [string, string])[] =>
  Object.entries(body).flatMap(([field, value]) =>
    field.startsWith(`${name}.`) && typeof value === 'string'
      ? [[field.slice(name.length + 1), value.trim()] as const]
      : [],
  );

/** Marks that were typed over what was shown, so that one entered meanwhile by somebody else stays. */
const typedMarks = (body: Typed) =>
  readRows(body, 'mark').filter(([enrollmentId, text]) => text !== String(body[`was.${enrollmentId}`] ?? '').trim());

/** `entries.3.mark` at the field of its row. */
const inRows = (fields: readonly FieldError[], rows: readonly string[], names: readonly string[]): FieldError[] =>
  fields.map((error) => {
    const [list, place, name] = error.field.split('.');
    const row = rows[Number(place)];
    return list === 'entries' && row && names.includes(name!) ? { ...error, field: `${name}.${row}` } : error;
  });
