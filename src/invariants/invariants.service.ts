import { Injectable } from '@nestjs/common';
import { CompletionsQueries } from '../completions/completions.queries';
import { RegisterLinesQueries } from '../completions/certificates/register-lines.queries';
import { LeaversQueries } from '../nominations/leavers/leavers.queries';
import { ReservesService } from '../nominations/reserves.service';
import { Database } from '../platform/database/database';
import { JournalSeals } from '../platform/journal/journal-seals';
import { amongAll, amongChanged } from './among';
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

  /**
   * All of them unless told which.
   * @param changed the ids of classes and people that are looked at alone; everything unless told
   */
  async examine(
    codes: readonly InvariantCode[] = invariantCodes,
    changed: readonly string[] | null = null,
  ): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const invariant of codes) findings.push({ invariant, ids: await this.broken(invariant, changed) });
    return findings;
  }

  private async broken(invariant: InvariantCode, changed: readonly string[] | null): Promise<string[]> {
    if (invariant === 'I5') return this.reserves.waitingThoughFree();
    if (invariant === 'I13') return this.leavers.unflagged(changed);
    if (invariant === 'I9') return changed ? this.unguardedJournal() : this.brokenJournal();
    if (invariant === 'I10') return this.completions.notRecomputable(changed);
    const statement = brokenIn[invariant]!;
    const rows = changed
      ? await this.database.read<{ id: string }>(statement(amongChanged), [changed])
      : await this.database.read<{ id: string }>(statement(amongAll));
    const ids = rows.map(({ id }) => id);
    return invariant === 'I7' ? [...ids, ...(await this.registerLines.broken())] : ids;
  }

  /** A line whose hash does not fit, or that is missing, or a journal that would let one be changed. */
  private async brokenJournal(): Promise<string[]> {
    const lines = (await this.seals.brokenLines()).map((id) => `journal line ${id}`);
    return [...lines, ...(await this.seals.unsealed()), ...(await this.unguardedJournal())];
  }

  /** A journal that was cut off, or that would let a line be changed: seen without reading it. */
  private async unguardedJournal(): Promise<string[]> {
    const guards = await this.database.read<{ id: string }>(
      `SELECT name AS id FROM unnest(ARRAY['journal_lines_are_kept', 'journal_seals_are_kept', 'journal_head_grows', 'journal_head_is_kept']) name
       WHERE NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = name AND tgenabled <> 'D')`,
    );
    return [...(await this.seals.cutOff()), ...guards.map(({ id }) => `missing trigger ${id}`)];
  }
}
