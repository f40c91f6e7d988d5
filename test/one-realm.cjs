const { TestEnvironment } = require('jest-environment-node');

/** What the runner keeps of one file; other names and shared symbols belong to packages, which stay loaded. */
const keptOfFile = () =>
  Object.getOwnPropertySymbols(globalThis).filter((key) => [undefined, 'EVENT_HANDLERS'].includes(Symbol.keyFor(key)));

/** The realm of the worker itself: what test/loads-once.cjs loads once knows the same `Error` and `Date` as the specs. */
class OneRealm extends TestEnvironment {
  constructor(given, context) {
    super(given, context);
    this.global = globalThis;
    this.before = { kept: new Set(keptOfFile()), console, exit: process.exit, env: { ...process.env } };
    Object.assign(globalThis, given.projectConfig.globals);
  }

  /** Leaves the worker as it was found. */
  async teardown() {
    for (const key of keptOfFile()) if (!this.before.kept.has(key)) Reflect.deleteProperty(globalThis, key);
    globalThis.console = this.before.console;
    process.exit = this.before.exit;
    for (const name of Object.keys(process.env)) if (!(name in this.before.env)) delete process.env[name];
    Object.assign(process.env, this.before.env);
    await super.teardown();
  }
}

module.exports = OneRealm;
