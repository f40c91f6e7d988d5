import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { NotAllowed } from '../platform/problems/refusals';
import { mayKeepLetterhead } from './letterheads.policy';
import type { FormForNonMembers } from './signatures';
import type { SignedLetterhead } from './letterheads.queries';
import { letterheadActions } from './letterheads.words';

/** The head of what the Bloc prints, and who signs it. */
@Injectable()
export class LetterheadsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** Papers printed from now on carry it. @throws NotAllowed */
  async keep(
    actor: Actor,
    { superior, body, place, signerCapacity, signerName }: SignedLetterhead,
    nonMembers?: FormForNonMembers,
  ): Promise<void> {
    if (!mayKeepLetterhead(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      const kept = await tx.row<{ unitId: string }>(
        `INSERT INTO letterheads (unit_id, superior, body, place, signer_capacity, signer_name)
         VALUES (organizing_bloc(), $1, $2, $3, $4, $5)
         ON CONFLICT (unit_id) DO UPDATE SET superior = excluded.superior, body = excluded.body, place = excluded.place,
           signer_capacity = excluded.signer_capacity, signer_name = excluded.signer_name
         RETURNING unit_id`,
        [superior, body, place, signerCapacity, signerName],
      );
      const { unitId } = kept;
      if (nonMembers) await tx.execute('UPDATE forms_of_address SET non_members = $1', [nonMembers]);
      await this.journal.write(tx, actor, {
        action: letterheadActions.letterhead_changed,
        subject: { type: 'unit', id: unitId },
        unitId,
        facts: { superior, body, place, signerCapacity, ...(nonMembers && { nonMembers }) },
      });
    });
  }
}
