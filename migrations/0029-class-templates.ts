import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClassTemplates1764547200029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE classes
        ADD COLUMN min_size integer,
        ADD CONSTRAINT classes_min_size CHECK (min_size BETWEEN 1 AND capacity);
      CREATE TABLE class_templates (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL CONSTRAINT class_templates_one_name UNIQUE,
        course_id uuid NOT NULL CONSTRAINT class_templates_course REFERENCES courses,
        mode text NOT NULL CONSTRAINT class_templates_mode CHECK (mode IN ('part_time', 'full_time')),
        capacity integer NOT NULL CONSTRAINT class_templates_capacity CHECK (capacity > 0),
        min_size integer,
        pool_open boolean NOT NULL,
        freed_to_pool boolean NOT NULL,
        room_id uuid CONSTRAINT class_templates_room REFERENCES rooms,
        weekdays integer[] NOT NULL CONSTRAINT class_templates_weekdays CHECK (weekdays <@ '{1,2,3,4,5,6,7}'),
        parts text[] NOT NULL CONSTRAINT class_templates_parts CHECK (parts <@ '{morning,afternoon,evening}'),
        half_day_count integer CONSTRAINT class_templates_half_day_count CHECK (half_day_count > 0),
        note text,
        version integer NOT NULL,
        CONSTRAINT class_templates_min_size CHECK (min_size BETWEEN 1 AND capacity)
      );
      CREATE INDEX class_templates_by_course ON class_templates (course_id, name);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE class_templates;
      ALTER TABLE classes DROP COLUMN min_size;
    `);
  }
}
