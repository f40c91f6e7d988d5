import { Injectable } from '@nestjs/common';
import { TrainingClass } from '../classes/training-class.entity';
import { CoursesQueries, type CourseRule } from '../courses/courses.queries';
import type { TheoryLevel } from '../people/person.values';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { found } from '../platform/problems/refusals';
import { checkNominee } from './admission-rules';
import type { NomineeFacts } from './nominee-facts';
import { AdmissionQueries } from './admission.queries';
import type { Check } from './checks';
import { CallNotOpen, ClassOver } from './nominations.refusals';

/** A class as nominations see it: its rules are those in force on its opening day. */
export interface Admission {
  readonly trainingClass: TrainingClass;
  readonly rules: readonly CourseRule[];
  /** The theory level the course leads to; null when it leads to none. */
  readonly raisesTo: TheoryLevel | null;
  /** Whether the course asks for the Group's word before the office's review, of the Group's units. */
  readonly asksGroup: boolean;
}

export interface CheckedNominee {
  readonly facts: NomineeFacts;
  readonly checks: readonly Check[];
}

/** Opens a class for nominations and holds people against its rules. */
@Injectable()
export class AdmissionsService {
  constructor(
    private readonly courses: CoursesQueries,
    private readonly queries: AdmissionQueries,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, classId: string): Promise<Admission> {
    const trainingClass = found(await tx.findOneBy(TrainingClass, { id: classId }));
    const { courseId, opensOn } = trainingClass;
    const { approvalSteps, raisesTo, rules } = await this.courses.admission(courseId, opensOn, tx);
    return { trainingClass, rules, raisesTo, asksGroup: approvalSteps.includes('group') };
  }

  /** Whether the Group's word comes before the office's review. */
  async needsEndorsement(tx: Tx, { asksGroup, trainingClass }: Admission, unitId: string): Promise<boolean> {
    if (!asksGroup) return false;
    const { below } = await tx.row<{ below: boolean }>('SELECT group_above($1, $2) IS NOT NULL AS below', [
      unitId,
      trainingClass.opensOn,
    ]);
    return below;
  }

  /** Whether nobody but the nominee could give the Group's word, so that the Bloc's office gives it. */
  async isOnlyEndorser(tx: Tx, { personId, unitId }: Pick<NomineeFacts, 'personId' | 'unitId'>): Promise<boolean> {
    const { only } = await tx.row<{ only: boolean }>(
      `SELECT coalesce(only_holder('group_officer', $1, $2) = $3, false) AS only`,
      [unitId, this.clock.today(), personId],
    );
    return only;
  }

  /** @throws CallNotOpen unless the window is open, or the office enters late with a reason */
  assertOpen({ trainingClass }: Admission, lateReason: string | null): void {
    this.assertNotOver({ trainingClass });
    const announced = trainingClass.announcedAt !== null;
    if (announced && (lateReason !== null || trainingClass.callIsOpenAt(this.clock.now()))) return;
    throw new CallNotOpen(trainingClass.callOpensAt, trainingClass.callClosesAt);
  }

  assertNotOver({ trainingClass }: Pick<Admission, 'trainingClass'>): void {
    if (trainingClass.hasEnded) throw new ClassOver();
  }

  /** Every person with the checks of a nomination by `unitId`; ids that are nobody's are left out. */
  async check(
    tx: Tx,
    { trainingClass, rules }: Admission,
    unitId: string,
    personIds: readonly string[],
  ): Promise<Map<string, CheckedNominee>> {
    const facts = await this.queries.facts(tx, trainingClass.id, personIds, this.clock.today());
    return new Map(
      [...facts].map(([id, nominee]) => [
        id,
        { facts: nominee, checks: checkNominee(rules, nominee, trainingClass, unitId) },
      ]),
    );
  }
}
