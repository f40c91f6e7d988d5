export const dayParts = ['morning', 'afternoon', 'evening'] as const;
/** A half-day is five periods: the morning, the afternoon or the evening of a day. */
export type DayPart = (typeof dayParts)[number];

/** When each part begins and ends, `HH:mm` by the wall clock. */
export type PartTimes = Readonly<Record<DayPart, { readonly from: string; readonly to: string }>>;

/** When a half-day begins and ends where no place says otherwise. */
export const usualTimes: PartTimes = {
  morning: { from: '07:30', to: '11:30' },
  afternoon: { from: '13:30', to: '17:00' },
  evening: { from: '18:00', to: '21:00' },
};

/** Between which times a part may begin, so that nobody is called to an afternoon at half past seven in the morning. */
export const beginsBetween: Readonly<Record<DayPart, readonly [first: string, last: string]>> = {
  morning: ['05:00', '11:59'],
  afternoon: ['12:00', '16:59'],
  evening: ['17:00', '21:59'],
};

/** How long one period and all the breaks of a half-day are, in minutes. */
export interface PeriodLength {
  readonly periodMinutes: number;
  readonly breakMinutes: number;
}

const periodsOfHalfDay = 5;

/** What the periods of a half-day and its breaks need, in minutes. */
export const minutesNeeded = ({ periodMinutes, breakMinutes }: PeriodLength): number =>
  periodsOfHalfDay * periodMinutes + breakMinutes;

const minutesAt = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The parts of a day that do not last as long as their periods. */
export const partsTooShort = (times: PartTimes, length: PeriodLength): DayPart[] =>
  dayParts.filter((part) => minutesAt(times[part].to) - minutesAt(times[part].from) < minutesNeeded(length));
