/** Loaded before a program, it lets the clock of its whole machine go ahead: `MACHINE_AHEAD_MILLISECONDS`. */
const ahead = Number(process.env['MACHINE_AHEAD_MILLISECONDS']);
const RightDate = Date;
const now = () => RightDate.now() + ahead;

globalThis.Date = new Proxy(RightDate, {
  construct: (target, given: [], newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], newTarget) as Date,
  get: (target, name, receiver): unknown => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});
