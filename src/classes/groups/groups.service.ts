import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../accounts/accounts.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found, NotAllowed, NotFound } from '../../platform/problems/refusals';
import { mayRunClass, maySeeClass } from '../classes.policy';
import { ClassesService } from '../classes.service';
import type { TrainingClass } from '../training-class.entity';
import { ClassGroup } from './group.entity';
import { groupActions } from './groups.words';

/** What is left out stays; null takes a name or a room away. */
export interface GroupFacts {
  readonly name?: string | null | undefined;
  readonly roomId?: string | null | undefined;
}

/** The groups of a class, without the people in them. */
@Injectable()
export class ClassGroupsService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly accounts: AccountsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | NotAllowed | ClassNotInState | ClassIsClosing */
  async make(actor: Actor, classId: string, { name = null, roomId = null }: GroupFacts): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      await this.hold(tx, actor, classId);
      return this.makeWith(tx, actor, classId, { name, roomId });
    });
  }

  /** The numbers of the first `count` groups, making those that lack; of all there are unless told. The class must be held. */
  async numbersFor(tx: Tx, actor: Actor, classId: string, count?: number): Promise<number[]> {
    const numbers = async () =>
      (await tx.find(ClassGroup, { where: { classId }, order: { number: 'ASC' } })).map(({ number }) => number);
    const made = (await numbers()).length;
    for (let left = (count ?? made) - made; left > 0; left -= 1)
      await this.makeWith(tx, actor, classId, { name: null, roomId: null });
    return (await numbers()).slice(0, count);
  }

  async one(tx: Tx, id: string): Promise<ClassGroup | null> {
    return tx.findOneBy(ClassGroup, { id });
  }

  /** @throws NotFound | NotAllowed | ClassNotInState | ClassIsClosing | RoomTaken when its half-days meet others there */
  async change(actor: Actor, id: string, facts: GroupFacts): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const group = await this.holdGroup(tx, actor, id);
      group.change(facts);
      await tx.save(group);
      const { classId, number } = group;
      await this.journal.write(tx, actor, {
        action: groupActions.changed,
        subject: { type: 'class', id: classId },
        classId,
        facts: { group: number, ...facts },
      });
    });
  }

  /** Who is in it, and what it is to meet for, is the caller's to look at. */
  async removeWith(tx: Tx, actor: Actor, { id, classId, number }: ClassGroup): Promise<void> {
    await this.dismissAllWith(tx, actor, classId, number);
    await tx.delete(ClassGroup, { id });
    await this.journal.write(tx, actor, {
      action: groupActions.removed,
      subject: { type: 'class', id: classId },
      classId,
      facts: { group: number },
    });
  }

  /** Who looks after a group alone, by appointment of the office. */
  async inChargeOf(
    tx: Tx,
    classId: string,
    number: number,
  ): Promise<{ readonly accountId: string; readonly name: string }[]> {
    return tx.rows(
      `SELECT g.account_id, a.name FROM own_grants g JOIN accounts a ON a.id = g.account_id
       WHERE g.role = 'class_manager' AND g.class_id = $1 AND g.group_number = $2 ORDER BY a.name, a.id`,
      [classId, number],
    );
  }

  async dismissAllWith(tx: Tx, actor: Actor, classId: string, groupNumber: number): Promise<void> {
    for (const { accountId } of await this.inChargeOf(tx, classId, groupNumber))
      await this.accounts.endGrantWith(tx, actor, { accountId, role: 'class_manager', classId, groupNumber });
  }

  /** The class of the group is held with it. @throws NotFound | NotAllowed | ClassNotInState | ClassIsClosing */
  async holdGroup(tx: Tx, actor: Actor, id: string): Promise<ClassGroup> {
    const { classId } = found(await tx.findOneBy(ClassGroup, { id }));
    await this.hold(tx, actor, classId);
    return found(await tx.findOneBy(ClassGroup, { id }));
  }

  /** Nobody else changes the class or its groups until the transaction ends. @throws NotFound | NotAllowed | ClassNotInState | ClassIsClosing */
  async hold(tx: Tx, actor: Actor, classId: string): Promise<TrainingClass> {
    const trainingClass = await this.classes.loadForUpdate(tx, classId);
    if (!maySeeClass(actor, trainingClass)) throw new NotFound();
    if (!mayRunClass(actor, classId)) throw new NotAllowed();
    trainingClass.assertCanChange();
    return trainingClass;
  }

  private async makeWith(
    tx: Tx,
    actor: Actor,
    classId: string,
    facts: Required<Pick<ClassGroup, 'name' | 'roomId'>>,
  ): Promise<string> {
    const { number } = await tx.row<{ number: number }>(
      `SELECT coalesce(max(number), 0) + 1 AS number FROM class_groups WHERE class_id = $1`,
      [classId],
    );
    const { id } = await tx.save(tx.create(ClassGroup, { classId, number, ...facts, createdAt: this.clock.now() }));
    await this.journal.write(tx, actor, {
      action: groupActions.made,
      subject: { type: 'class', id: classId },
      classId,
      facts: { group: number, ...facts },
    });
    return id;
  }
}
