import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FormsOfAddress1764547200278 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How people are called who are no members; members, and who is not on a roster, are comrades.
      CREATE TABLE forms_of_address (
        is_one boolean PRIMARY KEY DEFAULT true CONSTRAINT forms_of_address_one CHECK (is_one),
        non_members text NOT NULL CONSTRAINT forms_of_address_known CHECK (non_members IN ('ong_ba', 'anh_chi'))
      );
      INSERT INTO forms_of_address (non_members) VALUES ('ong_ba');
      CREATE FUNCTION address_of(standing text) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT CASE WHEN standing = 'non_member' THEN (SELECT non_members FROM forms_of_address) ELSE 'dong_chi' END
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION address_of(text);
      DROP TABLE forms_of_address;
    `);
  }
}
