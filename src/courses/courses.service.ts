import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { InvalidInput, NotAllowed } from '../platform/problems/refusals';
import { type CatalogueCourse, catalogue, type CatalogueRule } from './catalogue';
import { approvalSteps, Course } from './course.entity';
import { mayManageCourses } from './courses.policy';

export type NewCourse = Omit<CatalogueCourse, 'rules'>;

@Injectable()
export class CoursesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** Adds the seven programmes and their rules where they are missing; what is there, changed or not, stays as it is. */
  async establishCatalogue(actor: Actor): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      for (const [index, { rules, ...course }] of catalogue.entries()) {
        const known = await tx.findOneBy(Course, { code: course.code });
        const id = known?.id ?? (await this.insert(tx, course, index + 1));
        const added = await this.insertRules(tx, id, rules);
        if (known && added === 0) continue;
        await this.journal.write(tx, actor, {
          action: 'courses.established',
          subject: { type: 'course', id },
          facts: { code: course.code, rules: added },
        });
      }
    });
  }

  /** @throws CourseCodeTaken */
  async create(actor: Actor, { approvalSteps: steps, ...given }: NewCourse): Promise<string> {
    if (!mayManageCourses(actor)) throw new NotAllowed();
    if (!steps.includes('bloc')) throw blocReviewsAlways();
    const course = { ...given, approvalSteps: approvalSteps.filter((step) => steps.includes(step)) };
    return this.database.inTransaction(async (tx) => {
      const [last]: { position: number }[] = await tx.query(
        `SELECT coalesce(max(position), 0) AS position FROM courses`,
      );
      const id = await this.insert(tx, course, last!.position + 1);
      await this.journal.write(tx, actor, {
        action: 'courses.created',
        subject: { type: 'course', id },
        facts: { code: course.code },
      });
      return id;
    });
  }

  private async insert(tx: Tx, { approvalSteps, ...course }: NewCourse, position: number): Promise<string> {
    const { id } = await tx.save(tx.create(Course, { ...course, approvalSteps: [...approvalSteps], position }));
    return id;
  }

  private async insertRules(tx: Tx, courseId: string, rules: readonly CatalogueRule[]): Promise<number> {
    const added: unknown[] = await tx.query(
      `INSERT INTO course_rules (course_id, purpose, rule, parameters, severity, valid, citation_vi, citation_en, verified)
       SELECT $1, purpose, rule, parameters, severity, daterange(since, until), citation ->> 'vi', citation ->> 'en', verified
       FROM jsonb_to_recordset($2::jsonb) AS r (purpose text, rule text, parameters jsonb, severity text, since date, until date, citation jsonb, verified boolean)
       ON CONFLICT DO NOTHING RETURNING id`,
      [courseId, JSON.stringify(rules)],
    );
    return added.length;
  }
}

const blocReviewsAlways = () =>
  InvalidInput.field('approvalSteps', 'bloc_missing', {
    vi: 'Khối luôn xét duyệt: hãy chọn bước của Khối, có thể thêm bước của Tập đoàn.',
    en: 'The Bloc always reviews: choose its step, and the Group’s too if needed.',
  });
