import type { TheoryLevel } from '../people/person.values';
import type { Day } from '../platform/clock';
import { type NeedKind, type NeedRules, type TrainingNeed, trainingNeeds } from './training-needs';
import type { TraineeFacts } from './training-needs.queries';

/** Key cadres of one unit, or of all, by theory level; and how many people lack what. */
export interface CoverageCounts {
  readonly keyCadres: number;
  readonly levels: Readonly<Record<TheoryLevel, number>>;
  /** People who lack something of a kind; a person counts once in each. */
  readonly needs: Readonly<Record<NeedKind, number>>;
}

/** One thing that one person lacks. */
export interface NeedLine extends TrainingNeed {
  /** Of person, kind and what it is about: the same while it is missing. */
  readonly id: string;
  readonly person: Pick<
    TraineeFacts,
    'personId' | 'fullName' | 'sortName' | 'code' | 'unitId' | 'unitCode' | 'unitNameVi' | 'unitNameEn' | 'position'
  >;
}

export const needOrders = ['deadline', '-deadline', 'name', '-name', 'unit', '-unit'] as const;
export type NeedOrder = (typeof needOrders)[number];

/** So many months ahead an ending certificate can be asked for. */
export const mostMonths = 60;

/** After everything that has a deadline. */
const noDeadline: Day = '9999-12-31';

/** What somebody lacks as lists and counts read it, found just now or kept. */
export interface FoundNeed {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly sortName: string;
  readonly kind: NeedKind;
  readonly courseId: string | null;
  readonly due: Day;
  readonly need: TrainingNeed;
}

/** Whatever these people lack, and will within {@link mostMonths}. */
export function needsFound(people: readonly TraineeFacts[], rules: NeedRules, today: Day): FoundNeed[] {
  return people.flatMap((facts) => {
    const { personId, unitId, unitCode, sortName } = facts;
    return trainingNeeds(facts, rules, today, mostMonths).map((need) => {
      const { kind, about, courseId, deadline } = need;
      const due = deadline ?? noDeadline;
      return { id: `${personId}:${kind}:${about}`, personId, unitId, unitCode, sortName, kind, courseId, due, need };
    });
  });
}
