import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { assertMayManageClasses } from '../classes.policy';
import { Room } from './room.entity';
import { roomActions } from './rooms-and-lecturers.words';

@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** Returns its id. @throws RoomNameTaken */
  async add(actor: Actor, room: Omit<Room, 'id'>): Promise<string> {
    assertMayManageClasses(actor);
    return this.database.inTransaction(async (tx) => {
      const added = await tx.save(tx.create(Room, room));
      await this.journal.write(tx, actor, {
        action: roomActions.added,
        subject: { type: 'room', id: added.id },
        facts: { ...room },
      });
      return added.id;
    });
  }
}
