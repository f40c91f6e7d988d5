import { Injectable } from '@nestjs/common';
import type { Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { ModuleKind } from './module-kinds';

export interface ModuleItem {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly kind: ModuleKind;
  readonly weight: number;
  /** How many people have a mark in it. */
  readonly marked: number;
  /** Numbers of the half-days that teach it; empty when absence is counted over the whole class. */
  readonly halfDays: readonly number[];
}

export interface DiplomaItem {
  readonly id: string;
  readonly enrollmentId: string;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly birthDate: Day;
  readonly unitName: string;
  readonly school: string;
  readonly number: string | null;
  readonly issuedOn: Day | null;
  readonly recordedAt: Date | null;
  readonly recordedByName: string | null;
}

/** What says who may see it. */
interface EnrollmentSeen {
  readonly classId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly nowOfUnitId: string;
}

@Injectable()
export class TheoryClassesQueries {
  constructor(private readonly database: Database) {}

  async modules(classId: string): Promise<ModuleItem[]> {
    return this.database.read(
      `SELECT m.id, m.number, m.name, m.kind, m.weight,
              (SELECT count(*) FROM marks_in_force k WHERE k.module_id = m.id AND k.attempt = 1) AS marked,
              ARRAY(SELECT h.number FROM module_half_days x JOIN half_days h ON h.id = x.half_day_id
                    WHERE x.module_id = m.id AND h.cancelled_at IS NULL ORDER BY h.number) AS half_days
       FROM modules m WHERE m.class_id = $1 ORDER BY m.number`,
      [classId],
    );
  }

  /** The class and the people of an enrollment, to decide who may see its marks. */
  async enrollment(id: string): Promise<EnrollmentSeen | null> {
    const [enrollment] = await this.database.read<EnrollmentSeen>(
      `SELECT e.class_id, e.person_id, e.unit_id, p.unit_id AS now_of_unit_id FROM enrollments e JOIN persons p ON p.id = e.person_id WHERE e.id = $1`,
      [id],
    );
    return enrollment ?? null;
  }

  /** The graduates of a class with their diplomas, as far as the school issued them. */
  async diplomas(classId: string): Promise<DiplomaItem[]> {
    return this.readDiplomas('e.class_id = $1', classId);
  }

  async diploma(id: string): Promise<DiplomaItem | null> {
    const [diploma] = await this.readDiplomas('d.id = $1', id);
    return diploma ?? null;
  }

  private async readDiplomas(place: string, id: string): Promise<DiplomaItem[]> {
    return this.database.read(
      `SELECT d.id, d.enrollment_id, p.id AS person_id, p.code AS person_code, p.full_name,
              p.birth_date, unit_name_on(e.unit_id, c.closes_on) AS unit_name, d.school, d.number,
              d.issued_on, d.recorded_at, a.name AS recorded_by_name
       FROM diplomas d JOIN enrollments e ON e.id = d.enrollment_id JOIN classes c ON c.id = e.class_id
       JOIN persons p ON p.id = e.person_id LEFT JOIN accounts a ON a.id = d.recorded_by
       WHERE ${place} ORDER BY c.closes_on DESC, p.sort_name, d.id`,
      [id],
    );
  }
}
