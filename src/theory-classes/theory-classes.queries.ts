import { Injectable } from '@nestjs/common';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import { countedMark, weightedAverage } from './mark-sheet';
import type { ModuleKind } from './theory-module.entity';

export interface ModuleItem {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly kind: ModuleKind;
  readonly weight: number;
  /** How many people have a mark in it. */
  readonly marked: number;
}

/** The marks of one person in one module; `counted` is the re-sit's when there was one. */
export interface ModuleMark {
  readonly moduleId: string;
  readonly first: number | null;
  readonly resit: number | null;
  readonly counted: number | null;
}

export interface MarksRow {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly unitId: string;
  readonly unitName: string;
  /** In the order of the class's modules, one each. */
  readonly marks: readonly ModuleMark[];
  /** Weighted, to two decimals; null until every module has a mark. */
  readonly average: number | null;
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

type StoredRow = Omit<MarksRow, 'marks' | 'average'> & {
  readonly stored: Readonly<Record<string, { first?: number; resit?: number }>>;
};

@Injectable()
export class TheoryClassesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async modules(classId: string): Promise<ModuleItem[]> {
    return this.database.read(
      `SELECT m.id, m.number, m.name, m.kind, m.weight,
              (SELECT count(*) FROM module_marks k WHERE k.module_id = m.id AND k.attempt = 1) AS marked
       FROM modules m WHERE m.class_id = $1 ORDER BY m.number`,
      [classId],
    );
  }

  /** Everybody in the class with all marks, in the order of a Vietnamese list. */
  async marks(
    classId: string,
    {
      enrollmentId,
      limit = usualPage,
      after,
    }: { enrollmentId?: string; limit?: number; after?: string | undefined } = {},
  ): Promise<PageOf<MarksRow>> {
    const [afterName, afterId] = cursorValues(after, 2) ?? [null, null];
    const [modules, rows] = await Promise.all([
      this.modules(classId),
      this.database.read<StoredRow>(
        `SELECT e.id AS "enrollmentId", p.id AS "personId", p.code AS "personCode", p.full_name AS "fullName", p.sort_name AS "sortName",
                e.unit_id AS "unitId", unit_name_on(e.unit_id, least($2::date, c.closes_on)) AS "unitName",
                coalesce((SELECT jsonb_object_agg(module_id, marks) FROM (
                  SELECT module_id, jsonb_object_agg(CASE attempt WHEN 1 THEN 'first' ELSE 'resit' END, mark) AS marks
                  FROM module_marks WHERE enrollment_id = e.id GROUP BY module_id) m), '{}') AS stored
         FROM enrollments e JOIN classes c ON c.id = e.class_id JOIN persons p ON p.id = e.person_id
         WHERE e.class_id = $1 AND e.ended_at IS NULL AND ($3::uuid IS NULL OR e.id = $3)
           AND ($4::text IS NULL OR (p.sort_name, e.id) > ($4, $5::uuid))
         ORDER BY p.sort_name, e.id LIMIT $6`,
        [classId, this.clock.today(), enrollmentId ?? null, afterName, afterId, limit + 1],
      ),
    ]);
    const page = pageOf(rows, limit, (row) => [row.sortName, row.enrollmentId]);
    return { ...page, items: page.items.map((row) => withMarks(row, modules)) };
  }

  /** The class and the people of an enrollment, to decide who may see its marks. */
  async enrollment(id: string): Promise<{ classId: string; personId: string; unitId: string } | null> {
    const [enrollment] = await this.database.read<{ classId: string; personId: string; unitId: string }>(
      `SELECT class_id AS "classId", person_id AS "personId", unit_id AS "unitId" FROM enrollments WHERE id = $1`,
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

  /** Diplomas of a person, newest first. */
  async diplomasOf(personId: string): Promise<DiplomaItem[]> {
    return this.readDiplomas('e.person_id = $1', personId);
  }

  private async readDiplomas(place: string, id: string): Promise<DiplomaItem[]> {
    return this.database.read(
      `SELECT d.id, d.enrollment_id AS "enrollmentId", p.id AS "personId", p.code AS "personCode", p.full_name AS "fullName",
              p.birth_date AS "birthDate", unit_name_on(e.unit_id, c.closes_on) AS "unitName", d.school, d.number,
              d.issued_on AS "issuedOn", d.recorded_at AS "recordedAt", a.name AS "recordedByName"
       FROM diplomas d JOIN enrollments e ON e.id = d.enrollment_id JOIN classes c ON c.id = e.class_id
       JOIN persons p ON p.id = e.person_id LEFT JOIN accounts a ON a.id = d.recorded_by
       WHERE ${place} ORDER BY c.closes_on DESC, p.sort_name, d.id`,
      [id],
    );
  }
}

function withMarks({ stored, ...row }: StoredRow, modules: readonly ModuleItem[]): MarksRow {
  const marks = modules.map(({ id }) => {
    const { first = null, resit = null } = stored[id] ?? {};
    return { moduleId: id, first, resit, counted: countedMark({ first, resit }) };
  });
  const weighed = modules.map(({ weight }, index) => ({ weight, mark: marks[index]!.counted }));
  return { ...row, marks, average: weightedAverage(weighed) };
}
