import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { lockAlone } from '../platform/database/advisory-locks';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { Action } from '../platform/journal/actions';
import { found, NotFound } from '../platform/problems/refusals';
import { PlatformSettings } from '../platform/settings';
import { readForm, type Upload } from '../platform/uploads';
import { readScan, type Scan } from './scan-file';
import { scanTooLarge } from './scan-file.refusals';
import { type ScanKind, scansOfOnePaper } from './scan-kinds';
import { type Paper, type PapersOfRoom, RecordedPapers } from './scanned-papers';
import { assertMayKeep, isInUse, isOwnScan, maySeeSuperseded } from './scans.policy';
import { type ScanItem, ScansQueries } from './scans.queries';
import { NotOwnScan, ScanInUse, ScanSuperseded, TooManyScans } from './scans.refusals';
import { scanActions } from './scans.words';

/** A letter or decision with what shows it, and what its reader may do. */
interface PaperWithScans {
  readonly paper: Paper;
  readonly scans: readonly ScanItem[];
  readonly mayKeep: boolean;
}

interface DecisionOn {
  readonly enrollmentId: string;
  readonly number: string;
  readonly date: Day;
}

/** Scans of letters and decisions; of nothing else, and never without the paper they show. */
@Injectable()
export class ScansService {
  constructor(
    private readonly database: Database,
    private readonly papers: RecordedPapers,
    private readonly queries: ScansQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /**
   * A form that records a letter or decision and may carry its scan, or JSON. What was typed stays with the request.
   * @throws InvalidInput of the field `file`
   */
  async readForm(request: FastifyRequest): Promise<{ fields: Readonly<Record<string, unknown>>; scan: Scan | null }> {
    const { scanFileMegabytes, scanPages } = this.settings;
    const { file, isTooLarge, fields } = await readForm(request, scanFileMegabytes, mostFields);
    if (isTooLarge) throw scanTooLarge(scanFileMegabytes);
    return { fields, scan: file && readScan(file, scanPages) };
  }

  async ofPaper(actor: Actor, kind: ScanKind, paperId: string): Promise<PaperWithScans> {
    return this.database.inTransaction(async (tx) => {
      const { room, paper } = await this.seen(tx, actor, kind, paperId);
      const scans = await this.queries.ofPaper(tx, kind, paperId);
      return {
        paper,
        scans: scans.filter(({ supersededAt }) => supersededAt === null || maySeeSuperseded(actor)),
        mayKeep: room.mayKeep(actor, paper),
      };
    });
  }

  async scan(actor: Actor, id: string): Promise<ScanItem> {
    return this.database.inTransaction(async (tx) => (await this.seenScan(tx, actor, id)).scan);
  }

  /** The same file once more is the scan there is. Returns its id. @throws NotFound | NotAllowed | TooManyScans */
  async keep(actor: Actor, kind: ScanKind, paperId: string, scan: Scan): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const { room, paper } = await this.seen(tx, actor, kind, paperId);
      assertMayKeep(actor, room, paper);
      // Of one paper one after the other, so that no more are kept than may be.
      await tx.execute(`SELECT ${lockAlone("'scans of ' || $1::uuid")}`, [paperId]);
      const standing = (await this.queries.ofPaper(tx, kind, paperId)).filter(
        ({ supersededAt }) => supersededAt === null,
      );
      const same = standing.find(({ sha256 }) => sha256 === scan.sha256);
      if (same) return same.id;
      if (standing.length >= scansOfOnePaper) throw new TooManyScans();
      const { name, type, content, sha256, pages } = scan;
      const kept = await tx.row<{ id: string }>(
        `INSERT INTO scans (kind, paper_id, file_name, type, pages, bytes, sha256, content, kept_at, kept_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
        [kind, paperId, name, type, pages, content.length, sha256, content, this.clock.now(), actor.accountId],
      );
      await this.write(tx, actor, scanActions.kept, kept.id, paper, { type, pages, bytes: content.length });
      return kept.id;
    }, 'scan');
  }

  /**
   * What came beside the form of a paper that was just recorded; without a scan nothing. Of a decision without a row of its
   * own, `paper` says by which enrollment, number and day it is known.
   */
  async keepWith(actor: Actor, kind: ScanKind, paper: string | DecisionOn, scan: Scan | null): Promise<void> {
    if (scan) await this.keep(actor, kind, typeof paper === 'string' ? paper : await this.idOf(paper), scan);
  }

  private async idOf({ enrollmentId, number, date }: DecisionOn): Promise<string> {
    const [known] = await this.database.read<{ id: string }>('SELECT paper_id($1, $2, $3) AS id', [
      enrollmentId,
      number,
      date,
    ]);
    return known!.id;
  }

  /** Whoever else reads it is written down, since papers name people. */
  async file(actor: Actor, id: string): Promise<Upload> {
    return this.database.inTransaction(async (tx) => {
      const { scan, paper } = await this.seenScan(tx, actor, id);
      const { content } = await tx.row<{ content: Buffer }>('SELECT content FROM scans WHERE id = $1', [id]);
      if (!isOwnScan(actor, scan)) {
        await tx.execute('UPDATE scans SET read_at = coalesce(read_at, $2) WHERE id = $1', [id, this.clock.now()]);
        await this.write(tx, actor, scanActions.read, id, paper, {});
      }
      return { name: scan.fileName, content };
    });
  }

  /** A slip of who uploaded it, while nobody made use of it. @throws NotOwnScan | ScanInUse */
  async remove(actor: Actor, id: string): Promise<ScanItem> {
    return this.database.inTransaction(async (tx) => {
      const { scan, paper } = await this.heldScan(tx, actor, id);
      if (!isOwnScan(actor, scan)) throw new NotOwnScan();
      if (isInUse(paper, scan)) throw new ScanInUse();
      await tx.execute('DELETE FROM scans WHERE id = $1', [id]);
      await this.write(tx, actor, scanActions.removed, id, paper, { sha256: scan.sha256 });
      return scan;
    });
  }

  /** It stands no longer, and stays readable to the office. */
  async supersede(actor: Actor, id: string, reason: string): Promise<ScanItem> {
    return this.database.inTransaction(async (tx) => {
      const { scan, paper } = await this.heldScan(tx, actor, id);
      await tx.execute(
        'UPDATE scans SET superseded_at = $2, superseded_by = $3, superseded_because = $4 WHERE id = $1',
        [id, this.clock.now(), actor.accountId, reason],
      );
      await this.write(tx, actor, scanActions.superseded, id, paper, {}, reason);
      return scan;
    });
  }

  private async seen(
    tx: Tx,
    actor: Actor,
    kind: ScanKind,
    paperId: string,
  ): Promise<{ room: PapersOfRoom; paper: Paper }> {
    const room = this.papers.all.find(({ kinds }) => kinds.includes(kind));
    if (!room) throw new NotFound();
    const paper = found(await room.find(tx, kind, paperId), (one) => room.maySee(actor, one));
    return { room, paper };
  }

  private async seenScan(tx: Tx, actor: Actor, id: string) {
    const scan = found(
      await this.queries.scan(tx, id),
      ({ supersededAt }) => supersededAt === null || maySeeSuperseded(actor),
    );
    return { scan, ...(await this.seen(tx, actor, scan.kind, scan.paperId)) };
  }

  private async heldScan(tx: Tx, actor: Actor, id: string) {
    const held = await this.seenScan(tx, actor, id);
    assertMayKeep(actor, held.room, held.paper);
    if (held.scan.supersededAt !== null) throw new ScanSuperseded();
    return held;
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    id: string,
    { kind, id: paperId, classId, unitId, personId }: Paper,
    facts: Readonly<Record<string, unknown>>,
    reason: string | null = null,
  ): Promise<void> {
    await this.journal.write(tx, actor, {
      action,
      subject: { type: 'scan', id },
      classId,
      unitId,
      personId,
      reason,
      facts: { kind, paperId, ...facts },
    });
  }
}

/** A list of a whole class with a box for each, or attendance and marks of an amendment. */
const mostFields = 1200;
