import type { Education, Rating, Sex, Standing, TheoryLevel } from '../people/person.values';
import type { Day } from '../platform/clock';
import type { OverrideCited } from './checks';
import type { PostsOfNominee } from './posts/post-rules';

/** What the rules of admission look at. */
export interface NomineeFacts extends PostsOfNominee {
  readonly personId: string;
  readonly unitId: string;
  readonly fullName: string;
  readonly sex: Sex;
  readonly birthDate: Day;
  readonly standing: Standing;
  readonly joinedOn: Day | null;
  readonly officialOn: Day | null;
  readonly education: Education;
  readonly theoryLevel: TheoryLevel;
  readonly ratings: Readonly<Record<string, Rating>>;
  /** Units that became part of theirs: what those nominated stays good. */
  readonly mergedUnitIds: readonly string[];
  readonly leftOn: Day | null;
  /** The last day of a class of the same course this person completed; null when never. */
  readonly completedOn: Day | null;
  /** Null when none is in hand. */
  readonly certificateValidUntil: Day | 'lasting' | null;
  /** Whether another unit has somebody like them, who may be they. */
  readonly hasLikeElsewhere: boolean;
  /** A live nomination or enrollment in another class of the same course. */
  readonly sameCourseClass: string | null;
  /** A class this person is enrolled in whose half-day falls at the same time. */
  readonly overlap: Overlap | null;
  /** The same of a class this person is only nominated into so far. */
  readonly overlapNominated: Overlap | null;
  /** Until when they may learn on in this course, and the class they left by decision; null unless they wait for it. */
  readonly deferred: { readonly until: Day; readonly className: string } | null;
  /** A class of the year in which this one opens, another one and no study of resolutions, where they learn or learned. */
  readonly otherClassOfYear: string | null;
  readonly timesNominated: number;
  /** The year of the first nomination into this course that led to no class; null when there was none. */
  readonly waitingSince: number | null;
  /** Decisions that let this person into this class although a rule says no, by rule. */
  readonly overrides: Readonly<Record<string, OverrideCited>>;
}

export interface Overlap {
  readonly className: string;
  readonly day: Day;
}

export interface ClassFacts {
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly mode: 'part_time' | 'full_time';
}
