/** Whether specs of the queue run on Redis too; where they cannot, the whole run says so once. */
export const runsOnRedis = globalThis.programs.redis !== null;
