import { Injectable } from '@nestjs/common';
import type { ClassModules } from '../classes/clones/class-modules';
import type { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { InvalidInput } from '../platform/problems/refusals';
import { holdOpen } from './hold-open';
import { ModuleHasMarks } from './theory-classes.refusals';
import { maySetUpModules } from './theory-classes.policy';
import { moduleActions } from './theory-classes.words';
import type { ModuleKind } from './module-kinds';

export interface ModulePlanned {
  readonly number: number;
  readonly name: string;
  readonly kind: ModuleKind;
  readonly weight: number;
  /** Numbers of the half-days that teach it; left out, they stay as they are. */
  readonly halfDays?: readonly number[] | undefined;
}

@Injectable()
export class ModulesService implements ClassModules {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /**
   * Makes this the list of modules of a class. A module is known by its number: one that is there already takes the new
   * name, kind and weight and keeps its marks; one left out is removed.
   * @throws ModuleHasMarks | MarksLocked | NotATheoryClass | InvalidInput naming `modules.n.number` or `modules.n.halfDays`
   */
  async setUp(actor: Actor, classId: string, modules: readonly ModulePlanned[]): Promise<void> {
    assertEachOnce(modules);
    await this.database.inTransaction(async (tx) => {
      await holdOpen(tx, actor, classId, maySetUpModules);
      // Two people setting up the same class take turns.
      await tx.execute(`SELECT id FROM modules WHERE class_id = $1 ORDER BY id FOR UPDATE`, [classId]);
      const removed = await this.removeLeftOut(tx, classId, modules);
      await tx.execute(
        `INSERT INTO modules (class_id, number, name, kind, weight)
         SELECT $1, number, name, kind, weight FROM jsonb_to_recordset($2::jsonb) AS m (number int, name text, kind text, weight int)
         ON CONFLICT ON CONSTRAINT modules_one_number DO UPDATE SET name = excluded.name, kind = excluded.kind, weight = excluded.weight`,
        [classId, JSON.stringify(modules)],
      );
      await this.teach(tx, classId, modules);
      await this.journal.write(tx, actor, {
        action: moduleActions.set_up,
        subject: { type: 'class', id: classId },
        classId,
        facts: { modules, removed },
      });
    });
  }

  /** What is examined decides the completion; without it a clone would be judged by other measures than its model. */
  async copyWith(tx: Tx, fromClassId: string, toClassId: string): Promise<void> {
    await tx.execute(
      `INSERT INTO modules (class_id, number, name, kind, weight) SELECT $2, number, name, kind, weight FROM modules WHERE class_id = $1`,
      [fromClassId, toClassId],
    );
  }

  async teachAlike(tx: Tx, fromClassId: string, toClassId: string): Promise<void> {
    await tx.execute(
      `INSERT INTO module_half_days (half_day_id, module_id)
       SELECT h.id, m.id FROM module_half_days t JOIN half_days g ON g.id = t.half_day_id JOIN modules o ON o.id = t.module_id
       JOIN half_days h ON h.class_id = $2 AND h.during = g.during AND h.cancelled_at IS NULL
       JOIN modules m ON m.class_id = $2 AND m.number = o.number WHERE g.class_id = $1 AND g.cancelled_at IS NULL`,
      [fromClassId, toClassId],
    );
  }

  private async removeLeftOut(tx: Tx, classId: string, kept: readonly ModulePlanned[]): Promise<number[]> {
    const leftOut = await tx.rows<{ id: string; number: number; name: string; marks: number }>(
      `SELECT m.id, m.number, m.name,
              (SELECT count(*) FROM module_marks k WHERE m.id IN (k.module_id, k.sat_in_module_id))
              + (SELECT count(*) FROM exam_permissions p WHERE p.module_id = m.id)
              + (SELECT count(*) FROM exams x WHERE x.module_id = m.id) AS marks
       FROM modules m WHERE m.class_id = $1 AND m.number <> ALL ($2::int[]) ORDER BY m.number`,
      [classId, kept.map(({ number }) => number)],
    );
    const marked = leftOut.find(({ marks }) => marks > 0);
    if (marked) throw new ModuleHasMarks(marked.number, marked.name, marked.marks);
    const ids = leftOut.map(({ id }) => id);
    await tx.execute(`DELETE FROM module_half_days WHERE module_id = ANY ($1)`, [ids]);
    await tx.execute(`DELETE FROM modules WHERE id = ANY ($1)`, [ids]);
    return leftOut.map(({ number }) => number);
  }

  /** Says which half-days teach which module, for the modules that were told. */
  private async teach(tx: Tx, classId: string, modules: readonly ModulePlanned[]): Promise<void> {
    const told = modules.flatMap(({ number, halfDays }) => (halfDays ? [{ number, halfDays }] : []));
    await tx.execute(
      `DELETE FROM module_half_days WHERE module_id IN (SELECT id FROM modules WHERE class_id = $1 AND number = ANY ($2::int[]))`,
      [classId, told.map(({ number }) => number)],
    );
    const wanted = told.flatMap(({ number, halfDays }) => halfDays.map((halfDay) => ({ number, halfDay })));
    const taught = await tx.rows<{ halfDay: number }>(
      `INSERT INTO module_half_days (half_day_id, module_id)
       SELECT h.id, m.id FROM jsonb_to_recordset($2::jsonb) AS w (number int, "halfDay" int)
       JOIN modules m ON m.class_id = $1 AND m.number = w.number
       JOIN half_days h ON h.class_id = $1 AND h.number = w."halfDay" AND h.cancelled_at IS NULL
       ON CONFLICT (half_day_id) DO UPDATE SET module_id = excluded.module_id
       RETURNING (SELECT number FROM half_days WHERE id = half_day_id) AS half_day`,
      [classId, JSON.stringify(wanted)],
    );
    const known = new Set(taught.map(({ halfDay }) => halfDay));
    const wrong = modules.flatMap(({ halfDays = [] }, index) => {
      const missing = halfDays.filter((halfDay) => !known.has(halfDay));
      return missing.length === 0
        ? []
        : [{ field: `modules.${index}.halfDays`, code: 'no_such_half_day', message: noSuchHalfDay(missing) }];
    });
    if (wrong.length > 0) throw new InvalidInput(wrong);
  }
}

/** Numbers of modules, and half-days among them. */
function assertEachOnce(modules: readonly ModulePlanned[]): void {
  const numbers = modules.map(({ number }) => number);
  const repeated = modules.flatMap(({ number }, index) =>
    numbers.indexOf(number) < index
      ? [{ field: `modules.${index}.number`, code: 'number_repeated', message: numberRepeated }]
      : [],
  );
  const taught = modules.flatMap(({ halfDays = [] }, index) => halfDays.map((halfDay) => ({ halfDay, index })));
  const shared = taught.filter(({ halfDay }, place) => taught.findIndex((one) => one.halfDay === halfDay) < place);
  const wrong = [
    ...repeated,
    ...[...new Set(shared.map(({ index }) => index))].map((index) => ({
      field: `modules.${index}.halfDays`,
      code: 'half_day_repeated',
      message: halfDayRepeated(shared.filter((one) => one.index === index).map(({ halfDay }) => halfDay)),
    })),
  ];
  if (wrong.length > 0) throw new InvalidInput(wrong);
}

const halfDayRepeated = (halfDays: readonly number[]) => ({
  vi: `Buổi ${halfDays.join(', ')} đã ghi cho học phần khác hoặc ghi hai lần; mỗi buổi chỉ thuộc một học phần.`,
  en: `Half-day ${halfDays.join(', ')} is given to another module or twice; each belongs to one module.`,
});
const noSuchHalfDay = (halfDays: readonly number[]) => ({
  vi: `Lớp không có buổi ${halfDays.join(', ')}, hoặc buổi đó đã hủy. Hãy xem lại số buổi trong lịch học.`,
  en: `The class has no half-day ${halfDays.join(', ')}, or it was cancelled. Check the numbers in the timetable.`,
});

const numberRepeated = {
  vi: 'Số thứ tự này đã dùng cho học phần khác. Hãy chọn số khác.',
  en: 'Another module has this number; choose another.',
};
