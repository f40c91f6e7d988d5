import { shareOf } from '../platform/pages/papers/shares';

/** What became of a nomination that left its unit, in the order of its life; each is in one of them. Who was transferred counts where they learn on. */
export const standings = [
  'waitingForGroup',
  'waitingForOffice',
  'reserves',
  'accepted',
  'returned',
  'rejected',
  'withdrawn',
  'substituted',
  'deferred',
  'classCancelled',
  'leftOver',
] as const;
type Standing = (typeof standings)[number];

/** Of them, those that the columns of the reports tell together: the place was given up, or taken by somebody else. */
export const goneStandings = ['withdrawn', 'substituted', 'deferred'] as const satisfies readonly Standing[];

/** The states of the classes of a year, as the reports call them. */
export const classStates = ['planned', 'announced', 'open', 'closed', 'cancelled'] as const;

/** Every number of the reports that counts something. */
export const numberNames = [
  'allocated',
  'free',
  'fillable',
  'held',
  'nominated',
  ...standings,
  'gone',
  'enrolled',
  'judged',
  'completed',
  'marked',
  'present',
  'classes',
  ...classStates,
  'seats',
  'pool',
  'studyMembers',
  'studyAttended',
  'studyNonMembers',
] as const;
export type NumberName = (typeof numberNames)[number];

/** Everything that is counted, per course and unit. */
type Measure =
  Standing | 'allocated' | 'free' | 'fillable' | 'held' | 'enrolled' | 'judged' | 'completed' | 'present' | 'marked';

/** Counts as the database gave them: what it found nothing of is absent. */
export type Counts = Partial<Record<Measure, number>>;

/** What the reports say of a course, of a unit, or of all together. */
export interface Figures {
  readonly seats: {
    readonly allocated: number;
    /** Of the allocated, those nobody has. */
    readonly free: number;
    /** Of the free, those of classes not confirmed yet: somebody may still be sent. */
    readonly fillable: number;
    /** By its people, on seats of the pool too. */
    readonly held: number;
  };
  /** Every nomination a unit sent, whatever became of it. */
  readonly nominated: number;
  readonly nominations: Readonly<Record<Standing, number>>;
  readonly enrolled: number;
  readonly completion: {
    /** People of classes that were closed: those a judgement was made of. */
    readonly judged: number;
    readonly completed: number;
    /** Percent of the judged, one decimal; null before the first judgement. */
    readonly rate: number | null;
  };
  readonly attendance: {
    readonly marked: number;
    readonly present: number;
    /** Percent of the half-days marked so far, one decimal; null before the first mark. */
    readonly rate: number | null;
  };
}

export function figuresOf(counts: Counts): Figures {
  const count = (measure: Measure) => counts[measure] ?? 0;
  const nominations = Object.fromEntries(
    standings.map((standing) => [standing, count(standing)]),
  ) as Figures['nominations'];
  const [judged, completed, marked, present] = [count('judged'), count('completed'), count('marked'), count('present')];
  return {
    seats: { allocated: count('allocated'), free: count('free'), fillable: count('fillable'), held: count('held') },
    nominated: standings.reduce((sum, standing) => sum + count(standing), 0),
    nominations,
    enrolled: count('enrolled'),
    completion: { judged, completed, rate: shareOf(completed, judged) },
    attendance: { marked, present, rate: shareOf(present, marked) },
  };
}

/** Whether there is anything to tell: a row of zeros and dashes is not worth its place. */
export function hasFigures({ seats, nominated, enrolled, completion }: Figures): boolean {
  return seats.allocated + seats.held + nominated + enrolled + completion.judged > 0;
}
