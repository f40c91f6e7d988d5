import { InvalidSetting } from './config';
import { NotOurFolder } from './platform/database/cluster-home';
import { AlreadyRunning } from './platform/database/embedded-cluster';
import { Refusal } from './platform/problems/refusal';

/** Ends a command that did not do what it was told: a "no" in its own words, in both languages, a fault with where it came from. */
export function failed(error: unknown): never {
  if (error instanceof Refusal) console.error(`${error.sentence.vi}\n${error.sentence.en}`);
  else console.error(isForThePerson(error) ? error.message : error);
  process.exit(1);
}

const isForThePerson = (error: unknown): error is Error =>
  [InvalidSetting, AlreadyRunning, NotOurFolder].some((kind) => error instanceof kind) ||
  String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
