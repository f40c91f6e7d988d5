import type { Tx } from '../platform/database/database';
import type { AttendanceMark } from './attendance-line.entity';

/** Decisions that amend a result stand above, with it; what they say of single facts counts before what was recorded here. */
export abstract class AmendedFacts {
  abstract attendance(
    tx: Tx,
    enrollmentId: string,
  ): Promise<readonly { readonly halfDayId: string; readonly mark: AttendanceMark }[]>;
  abstract marks(
    tx: Tx,
    enrollmentId: string,
  ): Promise<readonly { readonly moduleId: string; readonly attempt: 1 | 2; readonly mark: number }[]>;
}
