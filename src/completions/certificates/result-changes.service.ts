import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { DiplomasService } from '../../theory-classes/diplomas.service';
import { TheoryLevelsService } from '../../training-records/theory-levels.service';
import type { TrainingRecord } from '../../training-records/training-record.entity';
import { lastLineOf } from '../../training-records/training-records.queries';
import { TrainingRecordsService } from '../../training-records/training-records.service';
import { ClosingWorkQueries, type Graduate } from '../closing-work.queries';
import { ClosingsQueries } from '../closings.queries';
import type { AwardsChanged, ResultChange, ResultChanges } from '../result-changes';
import { AwardsService } from './awards.service';
import { Certificate, standingOn } from './certificate.entity';
import { CertificatesService } from './certificates.service';
import { CertificateRegister } from './register';

interface Result {
  readonly completionId: string;
  readonly enrollmentId: string;
  readonly personId: string;
  readonly courseId: string;
  readonly completed: boolean;
}

type Line = Pick<TrainingRecord, 'id' | 'withdrawn' | 'awardNumber' | 'awardRevokedOn'>;

const unchanged: AwardsChanged = { ended: null, issued: null };

@Injectable()
export class ResultChangesService implements ResultChanges {
  constructor(
    private readonly clock: Clock,
    private readonly closings: ClosingsQueries,
    private readonly work: ClosingWorkQueries,
    private readonly register: CertificateRegister,
    private readonly certificates: CertificatesService,
    private readonly awards: AwardsService,
    private readonly diplomas: DiplomasService,
    private readonly records: TrainingRecordsService,
    private readonly theoryLevels: TheoryLevelsService,
  ) {}

  async follow(tx: Tx, actor: Actor, completionId: string, change: ResultChange): Promise<AwardsChanged> {
    const result = await this.hold(tx, completionId);
    const [line = null] = await tx.rows<Line>(
      `SELECT r.id, r.withdrawn, r.award_number, r.award_revoked_on FROM ${lastLineOf('$1')}`,
      [completionId],
    );
    const certificate = await tx.findOne(Certificate, {
      where: { completionId, state: 'issued' },
      lock: { mode: 'pessimistic_write' },
    });
    const changed = result.completed
      ? await this.give(tx, actor, result, certificate, line, change)
      : await this.take(tx, actor, result, certificate, line, change);
    await this.theoryLevels.settle(tx, actor, result.personId);
    return changed;
  }

  /** Whoever changes somebody's lines waits for their person. */
  private async hold(tx: Tx, completionId: string): Promise<Result> {
    return tx.row(
      `SELECT c.id AS completion_id, c.enrollment_id, c.person_id, k.course_id, c.completed
       FROM completions c JOIN classes k ON k.id = c.class_id JOIN persons p ON p.id = c.person_id WHERE c.id = $1 FOR UPDATE OF c, p`,
      [completionId],
    );
  }

  private async give(
    tx: Tx,
    actor: Actor,
    { completionId, enrollmentId, courseId }: Result,
    certificate: Certificate | null,
    line: Line | null,
    { reason, decision, was }: ResultChange,
  ): Promise<AwardsChanged> {
    const award = await this.closings.award(courseId, this.clock.now(), tx);
    const before = await this.work.graduate(tx, completionId);
    // A grade corrected on the certificate by a decision stands until the result has another one.
    const isGradeChanged = before.grade !== was.grade;
    let changed = unchanged;
    if (award.kind === 'diploma') await this.diplomas.open(tx, [{ enrollmentId, school: award.school }]);
    if (award.kind === 'certificate') {
      const isRevoked = (line?.awardRevokedOn ?? null) !== null;
      const today = this.clock.today();
      if (certificate && isGradeChanged && standingOn(certificate, today) !== 'expired') {
        const young = await this.certificates.replaceWith(tx, actor, certificate, award, {
          reason,
          decision,
          grade: before.grade,
        });
        changed = { ended: certificate.number, issued: young.number };
      } else if (certificate === null && !isRevoked) {
        const [first] = await this.register.issue(tx, actor, award, today, [before]);
        changed = { ended: null, issued: first!.number };
      }
    }
    const now = await this.work.graduate(tx, completionId);
    if (line === null) await this.awards.record(tx, actor, [now]);
    else await this.bring(tx, actor, line, now, reason, isGradeChanged);
    return changed;
  }

  /** What stands in the line of who completes to what is so now. */
  private async bring(
    tx: Tx,
    actor: Actor,
    line: Line,
    { grade, awardNumber, issuedOn, issuedBy, validUntil, theoryLevel }: Graduate,
    reason: string,
    isGradeChanged: boolean,
  ): Promise<void> {
    const isNewAward = awardNumber !== null && awardNumber !== line.awardNumber;
    if (!line.withdrawn && !isGradeChanged && !isNewAward) return;
    const award = { awardNumber, issuedOn, issuedBy, validUntil, theoryLevel, awardRevokedOn: null };
    const changes = { ...(isGradeChanged || line.withdrawn ? { grade } : {}), ...(isNewAward ? award : {}) };
    await this.records.correct(tx, actor, [{ recordId: line.id, changes }], reason);
  }

  private async take(
    tx: Tx,
    actor: Actor,
    { enrollmentId }: Result,
    certificate: Certificate | null,
    line: Line | null,
    { reason, decision }: ResultChange,
  ): Promise<AwardsChanged> {
    await this.diplomas.takeBack(tx, enrollmentId);
    if (certificate) await this.certificates.revokeWith(tx, actor, certificate, { reason, decision });
    if (line && !line.withdrawn) await this.records.withdraw(tx, actor, [line.id], reason);
    return { ended: certificate?.number ?? null, issued: null };
  }
}
