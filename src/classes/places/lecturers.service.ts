import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { sortName, tidyName } from '../../platform/names';
import { assertMayManageClasses } from '../classes.policy';
import { Lecturer } from './lecturer.entity';
import { lecturerActions } from './rooms-and-lecturers.words';

@Injectable()
export class LecturersService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** Returns their id. */
  async add(actor: Actor, { fullName, workplace }: { fullName: string; workplace: string }): Promise<string> {
    assertMayManageClasses(actor);
    return this.database.inTransaction(async (tx) => {
      const named = { fullName: tidyName(fullName), sortName: sortName(fullName), workplace };
      const added = await tx.save(tx.create(Lecturer, named));
      await this.journal.write(tx, actor, {
        action: lecturerActions.added,
        subject: { type: 'lecturer', id: added.id },
      });
      return added.id;
    });
  }
}
