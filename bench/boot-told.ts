/** What a process tells once it listens: where, and which files of packages it has loaded. */
export interface Booted {
  readonly url: string;
  readonly packages: readonly string[];
}

/** Also answers `heap` with the bytes still held after a collection; ends with its parent. */
export function tellParent(booted: Booted): void {
  process.on('message', () => {
    globalThis.gc?.();
    process.send!(process.memoryUsage().heapUsed);
  });
  process.on('disconnect', () => process.exit(0));
  process.send!(booted);
}
