import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HoldersOfCertificatesAddressed1764547200279 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // As the holder was called on the day of issue; what was issued before says "đồng chí" and stays as it was printed.
    await runner.query(`
      ALTER TABLE certificates ADD COLUMN address text NOT NULL DEFAULT 'dong_chi'
        CONSTRAINT certificates_address CHECK (address IN ('dong_chi', 'ong_ba', 'anh_chi'))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE certificates DROP COLUMN address');
  }
}
