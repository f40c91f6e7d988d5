interface Wanted {
  /** The first that runs is taken. */
  readonly paths: readonly string[];
  readonly says: RegExp;
  readonly tries: string;
}

/** The path of each program that runs on this machine; null for one that does not. */
export type Programs<Name extends string = 'chromium' | 'redis'> = Readonly<Record<Name, string | null>>;

export function programs<Name extends string>(of: Readonly<Record<Name, Wanted>>): Programs<Name>;
export function notTried(found: Programs, isCi: boolean): string | null;
export function notTried<Name extends string>(
  found: Programs<Name>,
  isCi: boolean,
  of: Readonly<Record<Name, Wanted>>,
): string | null;

declare global {
  var programs: Programs;
}
