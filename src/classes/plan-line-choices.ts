import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { Locale } from '../platform/messages/words';
import type { Choice } from '../platform/pages/choices';
import { classWords } from './classes.words';

interface ChoosableLine {
  readonly id: string;
  readonly year: number;
  readonly quarter: number;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** The lines of the yearly plan a new class may count against: of this year and the years to come. */
@Injectable()
export class PlanLineChoices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(locale: Locale): Promise<Choice[]> {
    const lines = await this.database.read<ChoosableLine>(
      `SELECT l.id, l.year, l.quarter, k.name_vi, k.name_en
       FROM training_plan_lines l JOIN courses k ON k.id = l.course_id
       WHERE l.year >= $1 ORDER BY l.year, k.position, k.code, l.quarter`,
      [Number(this.clock.today().slice(0, 4))],
    );
    const say = classWords[locale];
    return lines.map(({ id, year, quarter, nameVi, nameEn }) => ({
      value: id,
      label: say.planLine(year, quarter, locale === 'vi' ? nameVi : nameEn),
    }));
  }
}
