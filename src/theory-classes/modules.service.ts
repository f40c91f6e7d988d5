import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { InvalidInput } from '../platform/problems/refusals';
import { holdOpen } from './hold-open';
import { ModuleHasMarks } from './theory-classes.refusals';
import { maySetUpModules } from './theory-classes.policy';
import type { ModuleKind } from './theory-module.entity';

export interface ModulePlanned {
  readonly number: number;
  readonly name: string;
  readonly kind: ModuleKind;
  readonly weight: number;
}

@Injectable()
export class ModulesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /**
   * Makes this the list of modules of a class. A module is known by its number: one that is there already takes the new
   * name, kind and weight and keeps its marks; one left out is removed. @throws ModuleHasMarks | MarksLocked | NotATheoryClass
   */
  async setUp(actor: Actor, classId: string, modules: readonly ModulePlanned[]): Promise<void> {
    assertNumberedOnce(modules);
    await this.database.inTransaction(async (tx) => {
      await holdOpen(tx, actor, classId, maySetUpModules);
      // Two people setting up the same class take turns.
      await tx.query(`SELECT id FROM modules WHERE class_id = $1 ORDER BY id FOR UPDATE`, [classId]);
      const removed = await this.removeLeftOut(tx, classId, modules);
      await tx.query(
        `INSERT INTO modules (class_id, number, name, kind, weight)
         SELECT $1, number, name, kind, weight FROM jsonb_to_recordset($2::jsonb) AS m (number int, name text, kind text, weight int)
         ON CONFLICT ON CONSTRAINT modules_one_number DO UPDATE SET name = excluded.name, kind = excluded.kind, weight = excluded.weight`,
        [classId, JSON.stringify(modules)],
      );
      await this.journal.write(tx, actor, {
        action: 'modules.set_up',
        subject: { type: 'class', id: classId },
        classId,
        facts: { modules, removed },
      });
    });
  }

  private async removeLeftOut(tx: Tx, classId: string, kept: readonly ModulePlanned[]): Promise<number[]> {
    const leftOut: { id: string; number: number; name: string; marks: number }[] = await tx.query(
      `SELECT m.id, m.number, m.name, (SELECT count(*) FROM module_marks k WHERE k.module_id = m.id) AS marks
       FROM modules m WHERE m.class_id = $1 AND m.number <> ALL ($2::int[]) ORDER BY m.number`,
      [classId, kept.map(({ number }) => number)],
    );
    const marked = leftOut.find(({ marks }) => marks > 0);
    if (marked) throw new ModuleHasMarks(marked.number, marked.name, marked.marks);
    await tx.query(`DELETE FROM modules WHERE id = ANY ($1)`, [leftOut.map(({ id }) => id)]);
    return leftOut.map(({ number }) => number);
  }
}

function assertNumberedOnce(modules: readonly ModulePlanned[]): void {
  const numbers = modules.map(({ number }) => number);
  const repeated = modules.flatMap(({ number }, index) => (numbers.indexOf(number) < index ? [index] : []));
  if (repeated.length === 0) return;
  throw new InvalidInput(
    repeated.map((index) => ({ field: `modules.${index}.number`, code: 'number_repeated', message: numberRepeated })),
  );
}

const numberRepeated = {
  vi: 'Số thứ tự này đã dùng cho học phần khác; hãy chọn số khác.',
  en: 'Another module has this number; choose another.',
};
