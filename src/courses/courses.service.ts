import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import type { Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { Bilingual } from '../platform/messages/words';
import { ChangedMeanwhile, found, NotAllowed, NotFound } from '../platform/problems/refusals';
import { type CatalogueCourse, catalogue, type CatalogueRule, type SettingOfCourse } from './catalogue';
import { Course, type CourseFacts } from './course.entity';
import { purposeOf, type RuleCode, type RuleParameters, type Severity } from './course-rules';
import { mayManageCourses } from './courses.policy';
import { endsBeforeItBegins, RuleAlreadySetFrom } from './courses.refusals';
import { courseActions } from './courses.words';

/** A setting left out is as the database has it. */
export type NewCourse = Omit<CatalogueCourse, 'rules'> & {
  readonly [Setting in SettingOfCourse]?: CourseFacts[Setting] | undefined;
};

export interface NewRule {
  readonly rule: RuleCode;
  readonly parameters: RuleParameters[RuleCode];
  readonly severity: Severity;
  readonly citation: Bilingual;
  readonly verified: boolean;
  readonly validFrom: Day;
}

@Injectable()
export class CoursesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** Adds the seven programmes and their rules where they are missing; what is there, changed or not, stays as it is. @throws NotAllowed */
  async establishCatalogue(actor: Actor): Promise<void> {
    if (!mayManageCourses(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      for (const [index, { rules, ...course }] of catalogue.entries()) {
        const known = await tx.findOneBy(Course, { code: course.code });
        const id = known?.id ?? (await this.insert(tx, course, index + 1));
        const added = await this.insertRules(tx, id, rules);
        if (known && added === 0) continue;
        await this.journal.write(tx, actor, {
          action: courseActions.established,
          subject: { type: 'course', id },
          facts: { code: course.code, rules: added },
        });
      }
    });
  }

  /** @throws CourseCodeTaken */
  async create(actor: Actor, course: NewCourse): Promise<string> {
    if (!mayManageCourses(actor)) throw new NotAllowed();
    return this.database.inTransaction(async (tx) => {
      const last = await tx.row<{ position: number }>(`SELECT coalesce(max(position), 0) AS position FROM courses`);
      const id = await this.insert(tx, course, last.position + 1);
      await this.journal.write(tx, actor, {
        action: courseActions.created,
        subject: { type: 'course', id },
        facts: { code: course.code },
      });
      return id;
    });
  }

  /** @param version the one the change is made upon; null to change whatever is there @throws ChangedMeanwhile | InvalidInput */
  async change(actor: Actor, id: string, changes: Partial<CourseFacts>, version: number | null): Promise<void> {
    if (!mayManageCourses(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      const course = await this.lock(tx, id);
      if (version !== null && course.version !== version) throw new ChangedMeanwhile();
      course.become(changes);
      await tx.save(course);
      await this.journal.write(tx, actor, {
        action: courseActions.changed,
        subject: { type: 'course', id },
        facts: { ...changes },
      });
    });
  }

  /** From a day on no class of it opens; those planned before go on. @throws CourseRetiredAlready */
  async retire(actor: Actor, id: string, { from, reason }: { from: Day; reason: string }): Promise<void> {
    if (!mayManageCourses(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      const course = await this.lock(tx, id);
      course.retire(from);
      await tx.save(course);
      await this.journal.write(tx, actor, {
        action: courseActions.retired,
        subject: { type: 'course', id },
        reason,
        facts: { from },
      });
    });
  }

  /** @throws CourseNotRetired */
  async bringBack(actor: Actor, id: string, reason: string): Promise<void> {
    if (!mayManageCourses(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      const course = await this.lock(tx, id);
      course.bringBack();
      await tx.save(course);
      await this.journal.write(tx, actor, { action: courseActions.returned, subject: { type: 'course', id }, reason });
    });
  }

  /**
   * Puts a rule in force from a day on; the one of its kind in force until then ends the day before. What was judged
   * under that one stays as it is.
   * @throws RuleAlreadySetFrom when a rule of this kind begins on that day or later
   */
  async putRuleInForce(actor: Actor, courseId: string, { validFrom, ...rule }: NewRule): Promise<void> {
    if (!mayManageCourses(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      await this.lock(tx, courseId);
      const purpose = purposeOf[rule.rule];
      const kind = [courseId, purpose, rule.rule, validFrom];
      const [later] = await tx.rows<{ since: Day }>(
        `SELECT lower(valid) AS since FROM course_rules WHERE course_id = $1 AND purpose = $2 AND rule = $3 AND lower(valid) >= $4 ORDER BY valid LIMIT 1`,
        kind,
      );
      if (later) throw new RuleAlreadySetFrom(later.since);
      await tx.execute(
        `UPDATE course_rules SET valid = daterange(lower(valid), $4) WHERE course_id = $1 AND purpose = $2 AND rule = $3 AND valid @> $4::date`,
        kind,
      );
      await this.insertRules(tx, courseId, [{ ...rule, purpose, since: validFrom, until: null }]);
      const { parameters, severity, verified } = rule;
      await this.journal.write(tx, actor, {
        action: courseActions.rule_put_in_force,
        subject: { type: 'course', id: courseId },
        facts: { rule: rule.rule, parameters, severity, verified, validFrom },
      });
    });
  }

  /** From the day after `lastDay` the course has no such rule. @throws NotFound | InvalidInput */
  async endRule(
    actor: Actor,
    courseId: string,
    ruleId: string,
    { lastDay, reason }: { lastDay: Day; reason: string },
  ): Promise<void> {
    if (!mayManageCourses(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      await this.lock(tx, courseId);
      const [rule] = await tx.rows<{ rule: string; validFrom: Day }>(
        `SELECT rule, lower(valid) AS valid_from FROM course_rules
         WHERE id = $1 AND course_id = $2 AND (upper_inf(valid) OR upper(valid) > $3::date + 1)`,
        [ruleId, courseId, lastDay],
      );
      if (!rule) throw new NotFound();
      if (lastDay < rule.validFrom) throw endsBeforeItBegins(rule.validFrom);
      await tx.execute(`UPDATE course_rules SET valid = daterange(lower(valid), $2::date + 1) WHERE id = $1`, [
        ruleId,
        lastDay,
      ]);
      await this.journal.write(tx, actor, {
        action: courseActions.rule_ended,
        subject: { type: 'course', id: courseId },
        reason,
        facts: { rule: rule.rule, lastDay },
      });
    });
  }

  /** A course and its rules change one after the other. @throws NotFound */
  private async lock(tx: Tx, id: string): Promise<Course> {
    return found(await tx.findOne(Course, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  private async insert(tx: Tx, { code, kind, ...facts }: NewCourse, position: number): Promise<string> {
    const course = tx.create(Course, { code, kind, position });
    course.become(facts);
    const { id } = await tx.save(course);
    return id;
  }

  private async insertRules(tx: Tx, courseId: string, rules: readonly CatalogueRule[]): Promise<number> {
    const added = await tx.rows<unknown>(
      `INSERT INTO course_rules (course_id, purpose, rule, parameters, severity, valid, citation_vi, citation_en, verified)
       SELECT $1, purpose, rule, parameters, severity, daterange(since, until), citation ->> 'vi', citation ->> 'en', verified
       FROM jsonb_to_recordset($2::jsonb) AS r (purpose text, rule text, parameters jsonb, severity text, since date, until date, citation jsonb, verified boolean)
       ON CONFLICT DO NOTHING RETURNING id`,
      [courseId, JSON.stringify(rules)],
    );
    return added.length;
  }
}
