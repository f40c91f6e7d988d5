import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StudySessions1764547200013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE study_documents (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT study_documents_class REFERENCES classes,
        number integer NOT NULL,
        title text NOT NULL,
        CONSTRAINT study_documents_one_number UNIQUE (class_id, number)
      );
      CREATE TABLE sites (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT sites_class REFERENCES classes,
        name text NOT NULL,
        host_unit_id uuid NOT NULL CONSTRAINT sites_host_unit REFERENCES units,
        address text NOT NULL,
        capacity integer NOT NULL CONSTRAINT sites_capacity CHECK (capacity > 0),
        central boolean NOT NULL,
        CONSTRAINT sites_one_name UNIQUE (class_id, name),
        CONSTRAINT sites_of_their_class UNIQUE (class_id, id)
      );
      CREATE UNIQUE INDEX sites_one_central ON sites (class_id) WHERE central;
      -- A unit obliged to attend, the site it attends at, and how many its roll counted on the day it was frozen.
      CREATE TABLE obliged_units (
        class_id uuid NOT NULL CONSTRAINT obliged_units_class REFERENCES classes,
        unit_id uuid NOT NULL CONSTRAINT obliged_units_unit REFERENCES units,
        site_id uuid NOT NULL,
        roll_taken_on date,
        members_on_roll integer CONSTRAINT obliged_units_members CHECK (members_on_roll >= 0),
        non_members_on_roll integer CONSTRAINT obliged_units_non_members CHECK (non_members_on_roll >= 0),
        PRIMARY KEY (class_id, unit_id),
        CONSTRAINT obliged_units_site FOREIGN KEY (class_id, site_id) REFERENCES sites (class_id, id),
        CONSTRAINT obliged_units_roll_whole CHECK (num_nonnulls(roll_taken_on, members_on_roll, non_members_on_roll) IN (0, 3))
      );
      -- Who was on that roll and with what standing, so that attendance is measured against the same people for good.
      CREATE TABLE roll_entries (
        class_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        person_id uuid NOT NULL CONSTRAINT roll_entries_person REFERENCES persons,
        standing text NOT NULL CONSTRAINT roll_entries_standing CHECK (standing IN ('non_member', 'probationary', 'official')),
        PRIMARY KEY (class_id, unit_id, person_id),
        CONSTRAINT roll_entries_obliged_unit FOREIGN KEY (class_id, unit_id) REFERENCES obliged_units
      );
      CREATE INDEX roll_entries_by_person ON roll_entries (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE roll_entries;
      DROP TABLE obliged_units;
      DROP TABLE sites;
      DROP TABLE study_documents;
    `);
  }
}
