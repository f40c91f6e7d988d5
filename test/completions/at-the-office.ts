import { ClosingRunsService } from '../../src/completions/closing-runs.service';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders } from '../builders';
import { Closing } from './closing';

/** What every spec of closing starts from: a web process, which asks for closings and works on none, so that a spec decides when anything is done. */
export let app: TestApp;
export let a: Builders;
export let given: Closing;
export let office: BuiltAccount;

/** Said by each spec file: a service of its own behind what this module names. */
export function beginAtTheOffice(): void {
  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    given = new Closing(app, a);
    office = await a.office();
  });
  afterAll(() => app.stop());
}

/** Closes a class here and now, as a worker would. */
export const close = async (inClass: BuiltClass): Promise<void> => {
  await app.get(ClosingRunsService).workOn(await given.ask(office, inClass));
};
