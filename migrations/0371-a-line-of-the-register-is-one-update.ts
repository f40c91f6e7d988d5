import type { MigrationInterface, QueryRunner } from 'typeorm';

const chain = (chained: string) => `
  CREATE OR REPLACE FUNCTION chain_certificate_line() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE register certificate_registers; BEGIN
    SELECT t.series, t.year, certificate_facts(t) INTO NEW.series, NEW.year, NEW.facts FROM certificates t WHERE t.id = NEW.certificate_id;
    ${chained}
    RETURN NEW;
  END $$;`;

export class ALineOfTheRegisterIsOneUpdate1764547200371 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The register is held first, as before, and written once a line instead of twice.
      ${chain(`SELECT * INTO register FROM certificate_registers WHERE series = NEW.series AND year = NEW.year FOR NO KEY UPDATE;
        NEW.position := register.last_position + 1;
        NEW.previous_hash := register.last_hash;
        NEW.hash := certificate_line_hash(NEW);
        UPDATE certificate_registers SET last_position = NEW.position, last_hash = NEW.hash WHERE series = NEW.series AND year = NEW.year;`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${chain(`UPDATE certificate_registers SET last_position = last_position + 1 WHERE series = NEW.series AND year = NEW.year RETURNING * INTO register;
        NEW.position := register.last_position;
        NEW.previous_hash := register.last_hash;
        NEW.hash := certificate_line_hash(NEW);
        UPDATE certificate_registers SET last_hash = NEW.hash WHERE series = NEW.series AND year = NEW.year;`)}
    `);
  }
}
