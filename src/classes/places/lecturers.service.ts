import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { sortName, tidyName } from '../../platform/names';
import { NotFound } from '../../platform/problems/refusals';
import { assertMayManageClasses } from '../classes.policy';
import { Lecturer } from './lecturer.entity';
import { lecturerActions } from './rooms-and-lecturers.words';

interface LecturerFacts {
  readonly fullName: string;
  readonly workplace: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

@Injectable()
export class LecturersService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** Returns their id. */
  async add(actor: Actor, lecturer: LecturerFacts): Promise<string> {
    assertMayManageClasses(actor);
    return this.database.inTransaction(async (tx) => {
      const added = await tx.save(tx.create(Lecturer, columnsOf(lecturer)));
      await this.journal.write(tx, actor, {
        action: lecturerActions.added,
        subject: { type: 'lecturer', id: added.id },
      });
      return added.id;
    });
  }

  /** Another name, workplace or way to reach them; what is left out is taken away. @throws NotFound | NotAllowed */
  async change(actor: Actor, id: string, lecturer: LecturerFacts): Promise<void> {
    assertMayManageClasses(actor);
    await this.database.inTransaction(async (tx) => {
      const { affected } = await tx.update(Lecturer, { id }, columnsOf(lecturer));
      if (affected === 0) throw new NotFound();
      await this.journal.write(tx, actor, { action: lecturerActions.changed, subject: { type: 'lecturer', id } });
    });
  }
}

const columnsOf = ({ fullName, workplace, email, phone }: LecturerFacts) => ({
  fullName: tidyName(fullName),
  sortName: sortName(fullName),
  workplace,
  email: email ?? null,
  phone: phone ?? null,
});
