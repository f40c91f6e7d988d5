import { Injectable } from '@nestjs/common';
import { CompletionsQueries } from '../completions/completions.queries';
import { RegisterLinesQueries } from '../completions/certificates/register-lines.queries';
import { LeaversQueries } from '../nominations/leavers/leavers.queries';
import { ReservesService } from '../nominations/reserves.service';
import { Database } from '../platform/database/database';
import { JournalSeals } from '../platform/journal/journal-seals';
import { brokenIn, invariantCodes, type InvariantCode } from './invariants';

/** An invariant and the ids of what breaks it; empty when it holds. */
export interface Finding {
  readonly invariant: InvariantCode;
  readonly ids: readonly string[];
}

/** Holds I1–I13 against the database; changes nothing. */
@Injectable()
export class InvariantsService {
  constructor(
    private readonly database: Database,
    private readonly seals: JournalSeals,
    private readonly reserves: ReservesService,
    private readonly completions: CompletionsQueries,
    private readonly registerLines: RegisterLinesQueries,
    private readonly leavers: LeaversQueries,
  ) {}

  /** All of them unless told which. */
  async examine(codes: readonly InvariantCode[] = invariantCodes): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const invariant of codes) findings.push({ invariant, ids: await this.broken(invariant) });
    return findings;
  }

  private async broken(invariant: InvariantCode): Promise<string[]> {
    if (invariant === 'I5') return this.reserves.waitingThoughFree();
    if (invariant === 'I13') return this.leavers.unflagged();
    if (invariant === 'I9') return this.brokenJournal();
    if (invariant === 'I10') return this.completions.notRecomputable();
    const rows = await this.database.read<{ id: string }>(brokenIn[invariant]!);
    const ids = rows.map(({ id }) => id);
    return invariant === 'I7' ? [...ids, ...(await this.registerLines.broken())] : ids;
  }

  /** A line whose hash does not fit, or a journal that would let one be changed. */
  private async brokenJournal(): Promise<string[]> {
    const lines = (await this.seals.brokenLines()).map((id) => `journal line ${id}`);
    const missing = await this.seals.missing();
    const guards = await this.database.read<{ id: string }>(
      `SELECT name AS id FROM unnest(ARRAY['journal_lines_are_kept', 'journal_seals_are_kept', 'journal_head_grows', 'journal_head_is_kept']) name
       WHERE NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = name AND tgenabled <> 'D')`,
    );
    return [...lines, ...missing, ...guards.map(({ id }) => `missing trigger ${id}`)];
  }
}
