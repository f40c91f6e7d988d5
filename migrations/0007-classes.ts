import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Classes1764547200007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rooms (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL CONSTRAINT rooms_one_name UNIQUE,
        address text NOT NULL,
        capacity integer NOT NULL CONSTRAINT rooms_capacity CHECK (capacity > 0)
      );
      CREATE TABLE lecturers (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        full_name text NOT NULL,
        sort_name text COLLATE "vi-x-icu" NOT NULL,
        workplace text NOT NULL
      );
      CREATE TABLE classes (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code text NOT NULL CONSTRAINT classes_one_code UNIQUE,
        course_id uuid NOT NULL CONSTRAINT classes_course REFERENCES courses,
        name text NOT NULL,
        mode text NOT NULL CONSTRAINT classes_mode CHECK (mode IN ('part_time', 'full_time')),
        state text NOT NULL CONSTRAINT classes_state CHECK (state IN ('draft', 'announced', 'confirmed', 'cancelled', 'closed')),
        opens_on date NOT NULL,
        closes_on date NOT NULL,
        room_id uuid CONSTRAINT classes_room REFERENCES rooms,
        capacity integer NOT NULL CONSTRAINT classes_capacity CHECK (capacity > 0),
        pool_open boolean NOT NULL DEFAULT true,
        call_opens_at timestamptz,
        call_closes_at timestamptz,
        announced_at timestamptz,
        confirmed_at timestamptz,
        opening_decision text,
        cancelled_at timestamptz,
        cancelled_reason text,
        closed_at timestamptz,
        created_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT classes_days_in_order CHECK (opens_on <= closes_on),
        CONSTRAINT classes_call_in_order CHECK (call_opens_at < call_closes_at),
        CONSTRAINT classes_announced_with_call CHECK (announced_at IS NULL OR call_opens_at IS NOT NULL)
      );
      CREATE INDEX classes_in_list_order ON classes (opens_on DESC, id);
      CREATE TABLE half_days (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT half_days_class REFERENCES classes,
        number integer NOT NULL CONSTRAINT half_days_number CHECK (number > 0),
        day date NOT NULL,
        part text NOT NULL CONSTRAINT half_days_part CHECK (part IN ('morning', 'afternoon', 'evening')),
        during tstzrange NOT NULL CONSTRAINT half_days_during CHECK (NOT isempty(during)),
        room_id uuid CONSTRAINT half_days_room REFERENCES rooms,
        lecturer_id uuid CONSTRAINT half_days_lecturer REFERENCES lecturers,
        topic text,
        cancelled_at timestamptz,
        cancelled_reason text,
        -- Checked when a statement ends, so that one statement may number a class anew.
        CONSTRAINT half_days_one_number UNIQUE (class_id, number) DEFERRABLE,
        CONSTRAINT half_days_room_once EXCLUDE USING gist (room_id WITH =, during WITH &&) WHERE (cancelled_at IS NULL),
        CONSTRAINT half_days_lecturer_once EXCLUDE USING gist (lecturer_id WITH =, during WITH &&) WHERE (cancelled_at IS NULL)
      );
      CREATE INDEX half_days_by_day ON half_days (day, class_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE half_days;
      DROP TABLE classes;
      DROP TABLE lecturers;
      DROP TABLE rooms;
    `);
  }
}
