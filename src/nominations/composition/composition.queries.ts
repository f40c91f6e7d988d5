import { Injectable } from '@nestjs/common';
import { CoursesQueries } from '../../courses/courses.queries';
import { Clock, type Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { type ClassPeople, type Wish, wishesOf } from './composition';

@Injectable()
export class CompositionQueries {
  constructor(
    private readonly database: Database,
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  /** What a class should have among its people, by the rules of the day it opens, and has. */
  async of({
    id,
    courseId,
    opensOn,
  }: {
    readonly id: string;
    readonly courseId: string;
    readonly opensOn: Day;
  }): Promise<Wish[]> {
    const rules = await this.courses.rulesInForce(courseId, 'composition', opensOn);
    return rules.length === 0 ? [] : wishesOf(rules, await this.people(id));
  }

  private async people(classId: string): Promise<ClassPeople> {
    const [found] = await this.database.read<ClassPeople>(
      `WITH held AS (
         SELECT coalesce(n.unit_id, s.unit_id) AS unit_id, p.sex, p.birth_date, is_key_cadre(p.key_by_post, p.key_cadre) AS is_key
         FROM seats s LEFT JOIN nominations n ON n.id = s.nomination_id LEFT JOIN persons p ON p.id = n.person_id WHERE s.class_id = $1)
       SELECT c.opens_on, c.capacity, (SELECT count(*) FROM held WHERE sex = 'female') AS women,
         (SELECT coalesce(jsonb_agg(birth_date) FILTER (WHERE birth_date IS NOT NULL), '[]') FROM held) AS birth_dates,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('code', u.code, 'seats', u.seats, 'held', u.held, 'cadres', (
             SELECT count(*) FROM persons q WHERE q.unit_id = u.id AND q.same_as_id IS NULL AND is_key_cadre(q.key_by_post, q.key_cadre)
               AND NOT has_left(q.left_on, $2)))), '[]')
           FROM (SELECT u.id, u.code, count(*) AS seats, count(*) FILTER (WHERE h.is_key) AS held FROM held h JOIN units u ON u.id = h.unit_id GROUP BY u.id) u) AS units
       FROM classes c WHERE c.id = $1`,
      [classId, this.clock.today()],
    );
    return found!;
  }
}
