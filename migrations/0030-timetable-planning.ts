import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TimetablePlanning1764547200030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE public_holidays (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        day date NOT NULL CONSTRAINT public_holidays_one_a_day UNIQUE,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        kind text NOT NULL CONSTRAINT public_holidays_kind CHECK (kind IN ('holiday', 'compensatory_day_off', 'working_day')),
        source text NOT NULL,
        verified boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid
      );
      -- Tết by the moon is what the Government's yearly decision usually comes to, and nothing more until that is out.
      INSERT INTO public_holidays (day, name_vi, name_en, kind, source, verified)
      SELECT day, name_vi, name_en, kind,
        CASE basis
          WHEN 'law' THEN 'Bộ luật Lao động 2019, Điều 112'
          WHEN 'announced' THEN 'Lịch nghỉ đã công bố năm ' || extract(year FROM day)
          ELSE 'Tính theo âm lịch, chờ lịch nghỉ được công bố' END,
        basis <> 'moon'
      FROM (VALUES
        (date '2025-01-01', 'Tết Dương lịch', 'New Year''s Day', 'holiday', 'law'),
        ('2025-01-25', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2025-01-26', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2025-01-27', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2025-01-28', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2025-01-29', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2025-01-30', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2025-01-31', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2025-02-01', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2025-02-02', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2025-04-07', 'Giỗ tổ Hùng Vương', 'Hung Kings Commemorations', 'holiday', 'law'),
        ('2025-04-30', 'Ngày Giải phóng miền Nam', 'Day of liberating the South for national reunification', 'holiday', 'law'),
        ('2025-05-01', 'Quốc tế Lao động', 'Labour Day', 'holiday', 'law'),
        ('2025-05-02', 'Nghỉ hoán đổi dịp 30/4 và 1/5', 'Exchanged day off for 30 April and 1 May', 'compensatory_day_off', 'announced'),
        ('2025-09-01', 'Nghỉ Quốc khánh', 'Second day of National Day', 'holiday', 'announced'),
        ('2025-09-02', 'Quốc khánh', 'National Day', 'holiday', 'law'),
        ('2026-01-01', 'Tết Dương lịch', 'New Year''s Day', 'holiday', 'law'),
        ('2026-01-02', 'Nghỉ hoán đổi dịp Tết Dương lịch', 'Exchanged day off for New Year', 'compensatory_day_off', 'announced'),
        ('2026-02-14', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2026-02-15', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2026-02-16', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2026-02-17', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2026-02-18', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2026-02-19', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2026-02-20', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2026-02-21', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2026-02-22', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'announced'),
        ('2026-04-26', 'Giỗ tổ Hùng Vương', 'Hung Kings Commemorations', 'holiday', 'law'),
        ('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'In lieu of the Hung Kings’ day', 'compensatory_day_off', 'announced'),
        ('2026-04-30', 'Ngày Giải phóng miền Nam', 'Day of liberating the South for national reunification', 'holiday', 'law'),
        ('2026-05-01', 'Quốc tế Lao động', 'Labour Day', 'holiday', 'law'),
        ('2026-08-31', 'Nghỉ hoán đổi dịp Quốc khánh', 'Exchanged day off for National Day', 'compensatory_day_off', 'announced'),
        ('2026-09-01', 'Nghỉ Quốc khánh', 'Second day of National Day', 'holiday', 'announced'),
        ('2026-09-02', 'Quốc khánh', 'National Day', 'holiday', 'law'),
        ('2027-01-01', 'Tết Dương lịch', 'New Year''s Day', 'holiday', 'law'),
        ('2027-02-05', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2027-02-06', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2027-02-07', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2027-02-08', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2027-02-09', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2027-04-16', 'Giỗ tổ Hùng Vương', 'Hung Kings Commemorations', 'holiday', 'law'),
        ('2027-04-30', 'Ngày Giải phóng miền Nam', 'Day of liberating the South for national reunification', 'holiday', 'law'),
        ('2027-05-01', 'Quốc tế Lao động', 'Labour Day', 'holiday', 'law'),
        ('2027-09-02', 'Quốc khánh', 'National Day', 'holiday', 'law'),
        ('2028-01-01', 'Tết Dương lịch', 'New Year''s Day', 'holiday', 'law'),
        ('2028-01-25', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2028-01-26', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2028-01-27', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2028-01-28', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2028-01-29', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2028-01-30', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2028-04-04', 'Giỗ tổ Hùng Vương', 'Hung Kings Commemorations', 'holiday', 'law'),
        ('2028-04-30', 'Ngày Giải phóng miền Nam', 'Day of liberating the South for national reunification', 'holiday', 'law'),
        ('2028-05-01', 'Quốc tế Lao động', 'Labour Day', 'holiday', 'law'),
        ('2028-09-02', 'Quốc khánh', 'National Day', 'holiday', 'law'),
        ('2029-01-01', 'Tết Dương lịch', 'New Year''s Day', 'holiday', 'law'),
        ('2029-02-10', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2029-02-11', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2029-02-12', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2029-02-13', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2029-02-14', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2029-02-15', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2029-02-16', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2029-02-17', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2029-02-18', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2029-04-23', 'Giỗ tổ Hùng Vương', 'Hung Kings Commemorations', 'holiday', 'law'),
        ('2029-04-30', 'Ngày Giải phóng miền Nam', 'Day of liberating the South for national reunification', 'holiday', 'law'),
        ('2029-05-01', 'Quốc tế Lao động', 'Labour Day', 'holiday', 'law'),
        ('2029-09-02', 'Quốc khánh', 'National Day', 'holiday', 'law'),
        ('2030-01-01', 'Tết Dương lịch', 'New Year''s Day', 'holiday', 'law'),
        ('2030-02-01', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2030-02-02', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2030-02-03', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2030-02-04', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2030-02-05', 'Tết Nguyên đán', 'Lunar New Year', 'holiday', 'moon'),
        ('2030-04-12', 'Giỗ tổ Hùng Vương', 'Hung Kings Commemorations', 'holiday', 'law'),
        ('2030-04-30', 'Ngày Giải phóng miền Nam', 'Day of liberating the South for national reunification', 'holiday', 'law'),
        ('2030-05-01', 'Quốc tế Lao động', 'Labour Day', 'holiday', 'law'),
        ('2030-09-02', 'Quốc khánh', 'National Day', 'holiday', 'law')
      ) AS known (day, name_vi, name_en, kind, basis);
      CREATE TABLE half_day_times (
        room_id uuid CONSTRAINT half_day_times_room REFERENCES rooms,
        part text NOT NULL CONSTRAINT half_day_times_part CHECK (part IN ('morning', 'afternoon', 'evening')),
        starts time NOT NULL,
        ends time NOT NULL,
        CONSTRAINT half_day_times_in_order CHECK (starts < ends),
        CONSTRAINT half_day_times_once UNIQUE NULLS NOT DISTINCT (room_id, part)
      );
      -- Five periods each; a room without times of its own has these.
      INSERT INTO half_day_times (room_id, part, starts, ends) VALUES
        (NULL, 'morning', '07:30', '11:30'),
        (NULL, 'afternoon', '13:30', '17:00'),
        (NULL, 'evening', '18:00', '21:00');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE half_day_times;
      DROP TABLE public_holidays;
    `);
  }
}
