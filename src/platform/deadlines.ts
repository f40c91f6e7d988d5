/** How long the service waits for what it depends on, in seconds, before it says so and goes on. */
export interface Deadlines {
  /** For a connection to PostgreSQL: until one is free or made. */
  readonly connectSeconds: number;
  /** For one statement. */
  readonly statementSeconds: number;
  /** For an answer of the queue. */
  readonly queueSeconds: number;
  /** For a word of the mail server. */
  readonly mailSeconds: number;
  /** For the whole answer of a webhook's receiver. */
  readonly webhookSeconds: number;
  /** For a word of the provider people sign in at. */
  readonly openIdSeconds: number;
  /** For each thing readiness asks after. */
  readonly healthSeconds: number;
  /** For what is under way when the process is told to stop. */
  readonly stopSeconds: number;
  /** By how much a recurring look may be late before it is overdue. */
  readonly lateLookSeconds: number;
}

export const usualDeadlines: Deadlines = {
  connectSeconds: 10,
  statementSeconds: 60,
  queueSeconds: 5,
  mailSeconds: 30,
  webhookSeconds: 10,
  openIdSeconds: 10,
  healthSeconds: 2,
  stopSeconds: 20,
  lateLookSeconds: 300,
};

/** Something did not answer in time. */
class TooLate extends Error {
  constructor(what: string, seconds: number) {
    super(`${what} did not answer within ${seconds} s.`);
  }
}

/** What `work` gives, or {@link TooLate}; the work itself goes on and nobody listens. */
export async function inTime<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate(what, seconds)), seconds * 1_000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
