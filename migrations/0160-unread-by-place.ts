import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnreadByPlace1764547200160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Earlier files kept only the headings of columns that were not read, and attendance how many cells stood below them.
    await runner.query(`
      UPDATE imports i SET read = i.read - 'unreadColumns' || jsonb_build_object('unread', coalesce((
        SELECT jsonb_agg(jsonb_build_object('where', '', 'what', 'column', 'label', u.label, 'sample', '', 'cells', u.cells) ORDER BY u.place)
        FROM (
          SELECT place, heading AS label, 0 AS cells
          FROM jsonb_array_elements_text(coalesce(i.read->'unreadColumns', '[]')) WITH ORDINALITY c (heading, place)
          UNION ALL
          SELECT place, one->>'label', (one->>'cells')::int
          FROM jsonb_array_elements(coalesce(i.read->'unread', '[]')) WITH ORDINALITY a (one, place)) u), '[]'))
      WHERE i.read ? 'unreadColumns' OR i.read ? 'unread'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE imports i SET read = i.read - 'unread' - 'tables' - 'choice' - 'passedOver' || CASE kind
        WHEN 'attendance_import' THEN jsonb_build_object('unread', coalesce((
          SELECT jsonb_agg(jsonb_build_object('label', one->>'label', 'cells', one->'cells')) FROM jsonb_array_elements(i.read->'unread') u (one)), '[]'))
        ELSE jsonb_build_object('unreadColumns', coalesce((
          SELECT jsonb_agg(one->>'label') FROM jsonb_array_elements(i.read->'unread') u (one)), '[]')) END
      WHERE i.read ? 'unread'
    `);
  }
}
