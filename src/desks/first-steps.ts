import { accountKeepers } from '../accounts/accounts.policy';
import { classPlanners } from '../classes/classes.policy';
import { courseKeepers } from '../courses/courses.policy';
import { operators } from '../operations/operations.policy';
import { treeKeepers } from '../organization/organization.policy';
import { rosterKeepers } from '../people/people.policy';
import type { Role } from '../platform/access/actor';
import { beginners } from './first-steps.policy';

/** What an office does until its first class is announced, in the order one step needs the one before; each has its page. */
export const firstSteps = {
  office: { href: '/office', for: beginners },
  units: { href: '/units', for: treeKeepers },
  courses: { href: '/courses', for: courseKeepers },
  rules: { href: '/courses', for: courseKeepers },
  accounts: { href: '/accounts', for: accountKeepers },
  rosters: { href: '/roster-imports', for: rosterKeepers },
  rooms: { href: '/rooms', for: classPlanners },
  lecturers: { href: '/lecturers', for: classPlanners },
  mail: { href: '/operations', for: operators },
  first_class: { href: '/classes/new', for: classPlanners },
} as const satisfies Readonly<Record<string, { readonly href: string; readonly for: readonly Role[] }>>;

export type FirstStep = keyof typeof firstSteps;
export const firstStepNames = Object.keys(firstSteps) as readonly FirstStep[];

/** What a person may say of a step that is not done. */
export const stepAnswers = ['looked_at', 'skipped'] as const;
export type StepAnswer = (typeof stepAnswers)[number];

/** Rules are looked at, not made: nothing in the data tells that somebody did. */
export const mayBeLookedAt = (step: FirstStep): boolean => step === 'rules';

export interface StepItem {
  readonly step: FirstStep;
  readonly href: string;
  /** Found in the data, or said by a person. */
  readonly state: 'open' | 'done' | StepAnswer;
}

export const isSettled = ({ state }: StepItem): boolean => state !== 'open';
