/** What one turn of a loop came to: how many were delivered, or null when nothing was due. */
type Turn = number | null;

/**
 * Several loops that deliver what is due, turn by turn, until nothing is left. One run a process: who asks
 * while it is under way gets its result. A process that stops finishes what is in hand and leaves the rest to others.
 */
export class DeliveryLoops {
  private underWay: Promise<number> | null = null;
  private isStopping = false;

  get isUnderWay(): boolean {
    return this.underWay !== null;
  }

  /** @param prepare what is done once, before the first turn. Returns how many were delivered. */
  async run(loops: number, prepare: () => Promise<void>, deliverNext: () => Promise<Turn>): Promise<number> {
    this.underWay ??= this.start(loops, prepare, deliverNext).finally(() => (this.underWay = null));
    return this.underWay;
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.underWay?.catch(() => undefined);
  }

  private async start(loops: number, prepare: () => Promise<void>, deliverNext: () => Promise<Turn>): Promise<number> {
    await prepare();
    const counts = await Promise.allSettled(Array.from({ length: loops }, () => this.loop(deliverNext)));
    return counts.reduce((sum, count) => {
      if (count.status === 'rejected') throw count.reason;
      return sum + count.value;
    }, 0);
  }

  private async loop(deliverNext: () => Promise<Turn>): Promise<number> {
    let delivered = 0;
    while (!this.isStopping) {
      const turn = await deliverNext();
      if (turn === null) break;
      delivered += turn;
    }
    return delivered;
  }
}
