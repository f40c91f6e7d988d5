/** How it went so far by what counts, in half-days; the same numbers wherever somebody's attendance is told. */
export interface Attended {
  readonly present: number;
  readonly excused: number;
  readonly unexcused: number;
  /** Over, and nobody marked them. */
  readonly unmarked: number;
  /** From before they joined the class and not attended since: missed, by the rule of the course. */
  readonly missedBefore: number;
  /** The same where the rule leaves them out: in none of the numbers above. */
  readonly beforeJoining: number;
}

/** The columns of {@link Attended}, of half-days `f` of one learner that were held, by `counts_as`; SQL. */
export const attendedColumns = `
  count(*) FILTER (WHERE f.counts_as = 'present') AS present, count(*) FILTER (WHERE f.counts_as = 'excused') AS excused,
  count(*) FILTER (WHERE f.counts_as = 'unexcused') AS unexcused, count(*) FILTER (WHERE f.counts_as = 'unmarked') AS unmarked,
  count(*) FILTER (WHERE f.counts_as = 'missed_before') AS missed_before, count(*) FILTER (WHERE f.counts_as = 'left_out') AS before_joining`;

/** Whether a half-day `f` was held by a moment: it is over, has begun and was marked, or was attended elsewhere already; SQL. */
export const wasHeld = (at: string, during = 'f.during') =>
  `(upper(${during}) <= ${at} OR (lower(${during}) <= ${at} AND f.mark <> 'unmarked') OR coalesce(f.carried, false))`;

/** The columns of {@link Attended} for an enrollment, live or ended, by a moment; SQL. */
export const attendedOf = (e: string, at: string) => `
  SELECT ${attendedColumns} FROM half_days_of_learners f
  WHERE f.enrollment_id = ${e}.id AND ${wasHeld(at)} AND (f.live OR (${e}.ended_at IS NOT NULL AND f.mark <> 'unmarked'
    AND is_for_group((SELECT group_numbers FROM half_days WHERE id = f.half_day_id), ${e}.group_number)))`;

/** How many half-days count so far. */
export const heldOf = ({ present, excused, unexcused, unmarked, missedBefore }: Attended): number =>
  present + excused + unexcused + unmarked + missedBefore;
