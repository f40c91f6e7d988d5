import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import { TooManyToExport } from '../../platform/problems/refusals';
import type { Upload } from '../../platform/uploads';
import { nominationFollowers } from '../nominations.policy';
import { type LetterFilter, LettersQueries } from './letters.queries';
import { lettersWorkbook } from './workbook';

const most = 10_000;

/** The letters of a class to take along; they name nobody. */
@Injectable()
export class LetterWorkbooks {
  constructor(
    private readonly queries: LettersQueries,
    private readonly classes: ClassesQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | TooManyToExport */
  async of(actor: Actor, classId: string, filter: LetterFilter, locale: Locale): Promise<Upload> {
    const { code, name } = await this.classes.seen(actor, classId);
    const wanted = { ...filter, limit: most, after: undefined };
    const { items, next } = await this.queries.ofClass(classId, actor.unitsOf(nominationFollowers), wanted);
    if (next !== null) throw new TooManyToExport(most);
    const content = await lettersWorkbook(name, items, locale);
    return { name: `cong-van-${code}-${this.clock.today()}.xlsx`, content };
  }
}
