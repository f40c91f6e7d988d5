import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RolesFitTheirUnit1764547200072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The kind of unit a role is for; a class manager's is a class.
      CREATE FUNCTION unit_kind_of_role(role text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE role WHEN 'class_manager' THEN NULL WHEN 'unit_secretary' THEN 'base' WHEN 'group_officer' THEN 'group' ELSE 'bloc' END
      $$;
      -- What was given elsewhere gave more than it said, or nothing: it ends, and so does what was lent of it.
      UPDATE grants g SET ended_at = now(), end_reason = 'Vai trò không thuộc loại đơn vị này'
      FROM units u WHERE u.id = g.unit_id AND g.ended_at IS NULL AND u.kind <> unit_kind_of_role(g.role);

      CREATE FUNCTION refuse_a_role_elsewhere() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT kind FROM units WHERE id = NEW.unit_id ) <> unit_kind_of_role(NEW.role) THEN
          RAISE EXCEPTION 'the role % is not given on this kind of unit', NEW.role
            USING ERRCODE = 'check_violation', CONSTRAINT = 'grants_role_fits_unit';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER grants_role_fits_unit BEFORE INSERT OR UPDATE OF role, unit_id, ended_at ON grants
        FOR EACH ROW WHEN (NEW.unit_id IS NOT NULL AND NEW.ended_at IS NULL) EXECUTE FUNCTION refuse_a_role_elsewhere();

      CREATE FUNCTION refuse_another_kind_of_unit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a unit stays of its kind' USING ERRCODE = 'check_violation', CONSTRAINT = 'units_stay_of_their_kind';
      END $$;
      CREATE TRIGGER units_stay_of_their_kind BEFORE UPDATE OF kind ON units
        FOR EACH ROW WHEN (NEW.kind <> OLD.kind) EXECUTE FUNCTION refuse_another_kind_of_unit();
    `);
  }

  /** What was ended stays ended: who held what is not known to be right any more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER units_stay_of_their_kind ON units;
      DROP FUNCTION refuse_another_kind_of_unit();
      DROP TRIGGER grants_role_fits_unit ON grants;
      DROP FUNCTION refuse_a_role_elsewhere();
      DROP FUNCTION unit_kind_of_role(text);
    `);
  }
}
