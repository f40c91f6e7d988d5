import { Injectable } from '@nestjs/common';
import { TrainingClass } from '../classes/training-class.entity';
import { type CourseAdmission, CoursesQueries, type CourseRule } from '../courses/courses.queries';
import type { TheoryLevel } from '../people/person.values';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { found } from '../platform/problems/refusals';
import { Together } from '../platform/together';
import { checkNominee } from './admission-rules';
import type { NomineeFacts } from './nominee-facts';
import { type AdmissionFacts, AdmissionQueries, type Asked } from './admission.queries';
import type { Check } from './checks';
import { CallNotOpen, ClassOver } from './nominations.refusals';
import { endorsedAbove } from './turn';

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

/** @throws ClassOver */
export function assertNotOver({ trainingClass }: Pick<Admission, 'trainingClass'>): void {
  if (trainingClass.hasEnded) throw new ClassOver();
}

/** A class and one person, as they were a moment ago. */
export interface AskedAdmission {
  readonly admission: Admission;
  /** Not there for an id that is nobody's. */
  readonly nominee: CheckedNominee | undefined;
  readonly hasFreeSeat: boolean;
}

/** Opens a class for nominations and holds people against its rules. */
@Injectable()
export class AdmissionsService {
  private readonly asking = new Together<Asked, AdmissionFacts>(
    (asked) => this.queries.ofEach(this.database.reader, asked, this.clock.today()),
    2,
  );

  constructor(
    private readonly database: Database,
    private readonly courses: CoursesQueries,
    private readonly queries: AdmissionQueries,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, classId: string): Promise<Admission> {
    return this.withRules(tx, found(await tx.findOneBy(TrainingClass, { id: classId })));
  }

  /** As {@link of}; from here to the end of the transaction the class neither ends nor moves a half-day. */
  async held(tx: Tx, classId: string): Promise<Admission> {
    const lock = { mode: 'for_key_share' } as const;
    return this.withRules(tx, found(await tx.findOne(TrainingClass, { where: { id: classId }, lock })));
  }

  private async withRules(tx: Tx, trainingClass: TrainingClass): Promise<Admission> {
    const { courseId, opensOn } = trainingClass;
    return admissionOf(trainingClass, await this.courses.admission(courseId, opensOn, tx));
  }

  /** A class with one person who is to be nominated by a unit, in one statement with what others ask in the same turn. */
  async ofOne(asked: Asked, unitId: string): Promise<AskedAdmission> {
    const { trainingClass, course, nominee, hasFreeSeat } = await this.asking.do(asked);
    const admission = admissionOf(found(trainingClass), course);
    return { admission, nominee: nominee ? checked(admission, nominee, unitId) : undefined, hasFreeSeat };
  }

  /** Of these units, those for whose people the Group's word comes before the office's review. */
  async unitsToEndorse(
    tx: Tx,
    { asksGroup, trainingClass }: Admission,
    unitIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    if (!asksGroup) return new Set();
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM unnest($1::uuid[]) AS u (id) WHERE group_above(id, $2) IS NOT NULL',
      [[...new Set(unitIds)], trainingClass.opensOn],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Of these nominations, those to which nobody but the nominee could give the Group's word, so that the Bloc's office gives it. */
  async endorsedAbove(tx: Tx, nominationIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT n.id FROM nominations n WHERE n.id = ANY ($1::uuid[]) AND ${endorsedAbove('$2')}`,
      [nominationIds, this.clock.today()],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** @throws CallNotOpen unless the window is open, or the office enters late with a reason */
  assertOpen({ trainingClass }: Admission, lateReason: string | null): void {
    this.assertNotOver({ trainingClass });
    const announced = trainingClass.announcedAt !== null;
    if (announced && (lateReason !== null || trainingClass.callIsOpenAt(this.clock.now()))) return;
    throw new CallNotOpen(trainingClass.callOpensAt, trainingClass.callClosesAt);
  }

  assertNotOver(admission: Pick<Admission, 'trainingClass'>): void {
    assertNotOver(admission);
  }

  /** Every person with the checks of a nomination by `unitId`; ids that are nobody's are left out. */
  async check(
    tx: Tx,
    admission: Admission,
    unitId: string,
    personIds: readonly string[],
  ): Promise<Map<string, CheckedNominee>> {
    return this.checkOf(tx, admission, new Map(personIds.map((id) => [id, unitId])));
  }

  /** As {@link check}, for people of several units: by person, the unit that nominates them. */
  async checkOf(
    tx: Tx,
    admission: Pick<Admission, 'trainingClass' | 'rules'>,
    unitOf: ReadonlyMap<string, string>,
  ): Promise<Map<string, CheckedNominee>> {
    const facts = await this.queries.facts(tx, admission.trainingClass.id, [...unitOf.keys()], this.clock.today());
    return new Map([...facts].map(([id, nominee]) => [id, checked(admission, nominee, unitOf.get(id)!)]));
  }
}

const admissionOf = (trainingClass: TrainingClass, { approvalSteps, raisesTo, rules }: CourseAdmission): Admission => ({
  ...{ trainingClass, rules, raisesTo },
  asksGroup: approvalSteps.includes('group'),
});

const checked = (
  { trainingClass, rules }: Pick<Admission, 'trainingClass' | 'rules'>,
  facts: NomineeFacts,
  unitId: string,
): CheckedNominee => ({
  facts,
  checks: checkNominee(rules, facts, trainingClass, unitId),
});
