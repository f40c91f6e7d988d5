/** By SQLSTATE: no connection, a server that stops, starts or has no room, a statement that took too long. */
const states = /^(?:08...|53...|57014|57P0[1-5]|25P03)$/;
/** Of the network, as Node names them. */
const network =
  /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What the driver, its pool and TypeORM say of a connection that is gone; they give no code. */
const sentences =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client (?:has encountered a connection error|was closed)|Cannot use a pool after calling end|Query runner already released|Database connection provided by a query runner was already released|Driver not Connected)/i;

/** Whether the fault is that PostgreSQL could not be reached, or did not answer in time. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return states.test(code) || network.test(code);
  return sentences.test(String(message));
}
