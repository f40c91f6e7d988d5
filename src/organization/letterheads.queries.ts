import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Letterhead } from '../platform/pdf/pdf-parts';

export interface SignedLetterhead extends Letterhead {
  /** In which capacity somebody signs: "TM. Ban Thường vụ – Bí thư". */
  readonly signerCapacity: string;
  readonly signerName: string | null;
}

@Injectable()
export class LetterheadsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The head of what the Bloc prints; its name of today and the city's committee where the office entered nothing. */
  async ofBloc(tx?: Tx): Promise<SignedLetterhead> {
    const [letterhead] = await this.database.read<SignedLetterhead>(
      `SELECT coalesce(l.superior, 'THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH') AS superior,
              coalesce(l.body, upper(n.name_vi COLLATE "vi-x-icu")) AS body,
              coalesce(l.place, 'Thành phố Hồ Chí Minh') AS place, coalesce(l.signer_capacity, 'TM. Ban Thường vụ') AS signer_capacity,
              l.signer_name
       FROM units u JOIN unit_names n ON n.unit_id = u.id AND n.valid @> $1::date
       LEFT JOIN letterheads l ON l.unit_id = u.id
       WHERE u.id = organizing_bloc()`,
      [this.clock.today()],
      tx,
    );
    if (!letterhead) throw new Error('There is no Bloc whose letterhead could be printed.');
    return letterhead;
  }
}
