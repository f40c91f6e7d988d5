import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StudiesDoneByShare1764547200275 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A unit did not do a study because one of it came; how many it takes is the office's to say, and so far unverified.
    await runner.query(`
      INSERT INTO course_rules (course_id, purpose, rule, parameters, severity, valid, citation_vi, citation_en, verified)
      SELECT c.id, 'completion', 'unit_done', '{"minimumShare": 0.8}', 'block', daterange('2020-10-01', NULL),
        'Theo thông lệ của văn phòng đào tạo, chưa có văn bản', 'As the training office is used to; no text at hand', false
      FROM courses c WHERE c.kind = 'study_session' AND NOT EXISTS (SELECT FROM course_rules r WHERE r.course_id = c.id AND r.rule = 'unit_done')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM course_rules WHERE rule = 'unit_done'`);
  }
}
