import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { NotAllowed } from '../platform/problems/refusals';
import { mayKeepLetterhead } from './letterheads.policy';
import { letterheadActions } from './letterheads.words';
import { capacityOf, type SignatureBlock, type SignedPaper } from './signatures';

/** Who signs papers of each kind. Papers printed from now on carry it; certificates keep what they were issued with. */
@Injectable()
export class SignaturesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @param block null to have these papers signed as the letterhead says @throws NotAllowed */
  async keep(actor: Actor, paper: SignedPaper, block: SignatureBlock | null): Promise<void> {
    if (!mayKeepLetterhead(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      const { unitId } = await tx.row<{ unitId: string }>('SELECT organizing_bloc() AS unit_id');
      await tx.execute('DELETE FROM signature_blocks WHERE unit_id = $1 AND paper = $2', [unitId, paper]);
      if (block) {
        await tx.execute(
          `INSERT INTO signature_blocks (unit_id, paper, on_behalf, in_place_of, title, name) VALUES ($1, $2, $3, $4, $5, $6)`,
          [unitId, paper, block.onBehalf, block.inPlaceOf, block.title, block.name],
        );
      }
      await this.journal.write(tx, actor, {
        action: letterheadActions.signature_changed,
        subject: { type: 'unit', id: unitId },
        unitId,
        facts: { paper, capacity: block && capacityOf(block) },
      });
    });
  }
}
