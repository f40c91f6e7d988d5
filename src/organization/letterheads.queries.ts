import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import type { FormForNonMembers, SignatureBlock, SignedPaper } from './signatures';
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

  /** The head of what the Bloc prints and who signs papers of a kind; its name of today and the city's committee where the office entered nothing. */
  async ofBloc(paper: SignedPaper | null = null, tx?: Tx): Promise<SignedLetterhead> {
    const [letterhead] = await this.database.read<SignedLetterhead>(
      `SELECT coalesce(l.superior, 'THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH') AS superior,
              coalesce(l.body, upper(n.name_vi COLLATE "vi-x-icu")) AS body,
              coalesce(l.place, 'Thành phố Hồ Chí Minh') AS place, coalesce(nullif(concat_ws(E'\\n', b.on_behalf, b.in_place_of, b.title), ''), l.signer_capacity, 'T/M Ban Thường vụ') AS signer_capacity,
              CASE WHEN b.on_behalf IS NULL THEN l.signer_name ELSE b.name END AS signer_name
       FROM units u JOIN unit_names n ON n.unit_id = u.id AND n.valid @> $1::date
       LEFT JOIN letterheads l ON l.unit_id = u.id LEFT JOIN signature_blocks b ON b.unit_id = u.id AND b.paper = $2
       WHERE u.id = organizing_bloc()`,
      [this.clock.today(), paper],
      tx,
    );
    if (!letterhead) throw new Error('There is no Bloc whose letterhead could be printed.');
    return letterhead;
  }

  /** How people are called who are not in the Party. */
  async nonMembers(): Promise<FormForNonMembers> {
    const [form] = await this.database.read<{ nonMembers: FormForNonMembers }>(
      'SELECT non_members FROM forms_of_address',
    );
    return form!.nonMembers;
  }

  /** The papers somebody else signs than on the letterhead. */
  async signatures(): Promise<{ readonly paper: SignedPaper; readonly block: SignatureBlock }[]> {
    const rows = await this.database.read<SignatureBlock & { readonly paper: SignedPaper }>(
      `SELECT paper, on_behalf, in_place_of, title, name FROM signature_blocks WHERE unit_id = organizing_bloc()`,
    );
    return rows.map(({ paper, ...block }) => ({ paper, block }));
  }
}
