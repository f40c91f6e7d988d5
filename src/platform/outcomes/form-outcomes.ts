import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { Id } from '../request-fields';

/** Of a page that a form with several parts leads to. */
export class OutcomeQuery {
  @Id({ optional: true })
  readonly outcome?: string;
}

/** What a kind of form comes to; what is kept of it comes back from JSON. */
export interface OutcomeKind<Outcome> {
  readonly name: string;
  readonly outcome?: Outcome;
}

/** @param name as in the rows of `form_outcomes` */
export const declareOutcome = <Outcome extends object>(name: string): OutcomeKind<Outcome> => ({ name });

/**
 * What became of each part of a form that could be done in part. It is kept with an id, which the page its sender is led to
 * is asked for by, so that reading that page again sends nothing again (decision 127). Kept as long as keys of repeated
 * requests are, and shown to nobody else.
 */
@Injectable()
export class FormOutcomes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the id. */
  async keep<Outcome extends object>(actor: Actor, { name }: OutcomeKind<Outcome>, outcome: Outcome): Promise<string> {
    const [kept] = await this.database.reader.rows<{ id: string }>(
      `INSERT INTO form_outcomes (account_id, kind, outcome, kept_at) VALUES ($1, $2, $3, $4) RETURNING id`,
      [actor.accountId, name, JSON.stringify(outcome), this.clock.now()],
    );
    return kept!.id;
  }

  /** Null where no id was given, and for what was another's or is no longer kept. */
  async kept<Outcome>(actor: Actor, { name }: OutcomeKind<Outcome>, id: string | undefined): Promise<Outcome | null> {
    if (!id) return null;
    const [row] = await this.database.read<{ outcome: Outcome }>(
      `SELECT outcome FROM form_outcomes WHERE id = $1 AND account_id = $2 AND kind = $3`,
      [id, actor.accountId, name],
    );
    return row?.outcome ?? null;
  }
}
