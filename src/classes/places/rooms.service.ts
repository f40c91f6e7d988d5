import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found, InvalidInput } from '../../platform/problems/refusals';
import { assertMayManageClasses } from '../classes.policy';
import { Room } from './room.entity';
import { roomActions } from './rooms-and-lecturers.words';

type NewRoom = Pick<Room, 'name' | 'address' | 'capacity'> & { readonly hostUnitId?: string | undefined };

@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** Returns its id. @throws RoomNameTaken */
  async add(actor: Actor, room: NewRoom): Promise<string> {
    assertMayManageClasses(actor);
    return this.database.inTransaction(async (tx) => {
      await this.assertUnit(tx, room.hostUnitId ?? null);
      const added = await tx.save(tx.create(Room, room));
      await this.journal.write(tx, actor, {
        action: roomActions.added,
        subject: { type: 'room', id: added.id },
        facts: { ...room },
      });
      return added.id;
    });
  }

  /** Says whose room it is, or that it is nobody's: its secretary takes attendance of what is held there. @throws NotFound | InvalidInput */
  async host(actor: Actor, id: string, hostUnitId: string | null): Promise<void> {
    assertMayManageClasses(actor);
    await this.database.inTransaction(async (tx) => {
      const room = found(await tx.findOneBy(Room, { id }));
      await this.assertUnit(tx, hostUnitId);
      const was = room.hostUnitId;
      room.isHostedBy(hostUnitId);
      await tx.save(room);
      await this.journal.write(tx, actor, {
        action: roomActions.host_changed,
        subject: { type: 'room', id },
        facts: { was, hostUnitId },
      });
    });
  }

  private async assertUnit(tx: Tx, id: string | null): Promise<void> {
    if (id === null || (await tx.rows(`SELECT FROM units WHERE id = $1`, [id])).length > 0) return;
    throw InvalidInput.field('hostUnitId', 'not_in_list', {
      vi: 'Không có đơn vị này. Hãy chọn trong danh sách.',
      en: 'There is no such unit; choose one from the list.',
    });
  }
}
