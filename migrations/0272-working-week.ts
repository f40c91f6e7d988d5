import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WorkingWeek1764547200272 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- From Monday to Friday, or to Saturday: a holiday on another day gives the next working day.
      CREATE TABLE working_weeks (
        is_one boolean PRIMARY KEY DEFAULT true CONSTRAINT working_weeks_one CHECK (is_one),
        days smallint NOT NULL CONSTRAINT working_weeks_days CHECK (days IN (5, 6))
      );
      INSERT INTO working_weeks (days) VALUES (5);

      -- What the lists began without: proposals, until somebody verifies them.
      INSERT INTO public_holidays (day, name_vi, name_en, kind, source, verified)
      SELECT day, 'Nghỉ bù ngày ' || to_char(given_for, 'DD/MM/YYYY'), 'In lieu of ' || to_char(given_for, 'DD/MM/YYYY'),
        'compensatory_day_off', 'Bộ luật Lao động 2019, Điều 111, khoản 3 (tuần làm việc 5 ngày)', false
      FROM (VALUES (date '2027-02-10', date '2027-02-06'), ('2027-02-11', '2027-02-07'), ('2027-05-03', '2027-05-01'),
        ('2028-01-03', '2028-01-01'), ('2028-01-31', '2028-01-29'), ('2028-05-02', '2028-04-30'), ('2028-09-04', '2028-09-02'),
        ('2029-09-04', '2029-09-02'), ('2030-02-06', '2030-02-02'), ('2030-02-07', '2030-02-03')) AS given (day, given_for)
      UNION ALL
      SELECT day, 'Nghỉ Quốc khánh', 'Second day of National Day', 'holiday',
        'Bộ luật Lao động 2019, Điều 112: Quốc khánh 02 ngày; chờ thông báo chọn ngày liền trước hay liền sau', false
      FROM (VALUES (date '2027-09-03'), ('2028-09-01'), ('2029-09-03'), ('2030-09-03')) AS second (day)
      ON CONFLICT ON CONSTRAINT public_holidays_one_a_day DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM public_holidays WHERE NOT verified AND created_by IS NULL
        AND (source LIKE 'Bộ luật Lao động 2019, Điều 111, khoản 3%' OR source LIKE 'Bộ luật Lao động 2019, Điều 112: Quốc khánh%');
      DROP TABLE working_weeks;
    `);
  }
}
