import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import type { Locale } from '../platform/messages/words';
import type { Choice } from '../platform/pages/choices';
import { classWords } from './classes.words';
import { PlanLines } from './plan-line';

/** The lines of the yearly plan a new class may count against: of this year and the years to come. */
@Injectable()
export class PlanLineChoices {
  constructor(
    private readonly lines: PlanLines,
    private readonly clock: Clock,
  ) {}

  async list(locale: Locale): Promise<Choice[]> {
    const lines = await this.lines.since(Number(this.clock.today().slice(0, 4)));
    const say = classWords[locale];
    return lines.map(({ id, year, quarter, nameVi, nameEn }) => ({
      value: id,
      label: say.planLine(year, quarter, locale === 'vi' ? nameVi : nameEn),
    }));
  }
}
