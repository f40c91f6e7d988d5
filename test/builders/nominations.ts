import type { NominationState } from '../../src/nominations/nomination.states';
import type { BuiltPerson } from './people';
import type { Rows } from './rows';

export interface NominationWords {
  readonly state?: NominationState;
  /** The number of the seat it holds. */
  readonly seat?: number;
  readonly rank?: number;
  readonly reason?: string | null;
  readonly correctBy?: string | null;
  readonly lateReason?: string;
  readonly submittedAt?: Date | string | null;
  readonly endorsedAt?: Date | null;
  readonly decidedAt?: Date | null;
  readonly placeGivenUpAt?: Date;
}

/** A nomination that was sent with a letter, unless it is a draft. */
export class BuiltNomination {
  constructor(
    private readonly rows: Rows,
    readonly id: string,
    readonly classId: string,
    readonly person: BuiltPerson,
  ) {}

  static async build(
    rows: Rows,
    inClass: { readonly id: string },
    person: BuiltPerson,
    { seat, ...words }: NominationWords,
    now: Date,
  ): Promise<BuiltNomination> {
    const { state = 'submitted' } = words;
    const id = await rows.insert('nominations', {
      classId: inClass.id,
      personId: person.id,
      unitId: person.unitId,
      state,
      letterNumber: '12-CV/ĐU',
      letterDate: '2026-01-04',
      checks: '[]',
      createdAt: now,
      submittedAt: state === 'draft' ? null : now,
      endedAt: over.includes(state) ? now : null,
      version: 1,
      ...words,
    });
    const built = new BuiltNomination(rows, id, inClass.id, person);
    if (seat) await built.takesSeat(seat);
    return built;
  }

  async becomes(words: NominationWords): Promise<void> {
    await this.rows.change('nominations', { id: this.id }, words);
  }

  async leavesSeat(): Promise<void> {
    await this.rows.change('seats', { nominationId: this.id }, { nominationId: null });
  }

  async takesSeat(number: number): Promise<void> {
    await this.rows.change('seats', { classId: this.classId, number }, { nominationId: this.id });
  }
}

const over: readonly NominationState[] = [
  'rejected',
  'withdrawn',
  'substituted',
  'transferred',
  'deferred',
  'class_cancelled',
];
