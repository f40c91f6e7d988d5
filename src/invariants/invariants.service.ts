import { Injectable } from '@nestjs/common';
import { CompletionsQueries } from '../completions/completions.queries';
import { RegisterLinesQueries } from '../completions/certificates/register-lines.queries';
import { LeaversQueries } from '../nominations/leavers/leavers.queries';
import { RequalifiedReservesService } from '../nominations/seats/requalified.service';
import { type Broken, brokenInAll, brokenOf, findBroken } from '../platform/database/broken';
import { Database } from '../platform/database/database';
import { JournalSeals } from '../platform/journal/journal-seals';
import { amongAll, amongChanged } from './among';
import { brokenIn, invariantCodes, type InvariantCode } from './invariants';

/** An invariant and what breaks it; nothing does when it holds. */
export interface Finding extends Broken {
  readonly invariant: InvariantCode;
}

/** Holds I1–I13 against the database; changes nothing. */
@Injectable()
export class InvariantsService {
  constructor(
    private readonly database: Database,
    private readonly seals: JournalSeals,
    private readonly reserves: RequalifiedReservesService,
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
    for (const invariant of codes) findings.push({ invariant, ...(await this.broken(invariant, changed)) });
    return findings;
  }

  private async broken(invariant: InvariantCode, changed: readonly string[] | null): Promise<Broken> {
    if (invariant === 'I5') return brokenOf(await this.reserves.waitingThoughFree());
    if (invariant === 'I13') return this.leavers.unflagged(changed);
    if (invariant === 'I9') return changed ? this.unguardedJournal() : this.brokenJournal();
    if (invariant === 'I10') return brokenOf(await this.completions.notRecomputable(changed));
    const statement = brokenIn[invariant]!;
    const { reader } = this.database;
    const found = changed
      ? await findBroken(reader, statement(amongChanged), [changed])
      : await findBroken(reader, statement(amongAll));
    return invariant === 'I7' ? brokenInAll([found, await this.registerLines.broken()]) : found;
  }

  /** A line whose hash does not fit, or that is missing, or a journal that would let one be changed. */
  private async brokenJournal(): Promise<Broken> {
    return brokenInAll([await this.seals.brokenLines(), await this.seals.unsealed(), await this.unguardedJournal()]);
  }

  /** A journal that was cut off, or that would let a line be changed: seen without reading it. */
  private async unguardedJournal(): Promise<Broken> {
    const guards = await findBroken(
      this.database.reader,
      `SELECT 'missing trigger ' || name AS id FROM unnest(ARRAY['journal_lines_are_kept', 'journal_seals_are_kept', 'journal_head_grows', 'journal_head_is_kept']) name
       WHERE NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = name AND tgenabled <> 'D')`,
    );
    return brokenInAll([brokenOf(await this.seals.cutOff()), guards]);
  }
}
