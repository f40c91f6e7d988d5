import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberAfter } from './arguments';
import type { BenchedService } from './benched-service';
import { BootedProcess } from './booted-process';
import { median } from './figures';

const sides = ['service', 'floor'] as const;
const targets = { seconds: 2, megabytes: 1.6 };

/** From nothing to the first page, and the memory held then; beside an empty NestJS application that loads the same packages. */
export async function measureBoot(service: BenchedService): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'training-bench-'));
  const list = join(folder, 'packages.json');
  const measured = { service: [] as Booting[], floor: [] as Booting[] };
  const boot = (side: (typeof sides)[number]) =>
    side === 'service'
      ? BootedProcess.start('boot-service', [], { DATABASE_URL: service.databaseUrl })
      : BootedProcess.start('boot-empty', [list], {});
  try {
    const first = await boot('service');
    writeFileSync(list, JSON.stringify(first.told.packages));
    await first.stop();
    // The first of the floor warms the disk for it, as that one did for the service.
    await (await boot('floor')).stop();
    for (let round = numberAfter('--rounds', 5); round > 0; round -= 1)
      for (const side of sides) {
        const booted = await boot(side);
        measured[side].push({ seconds: booted.firstPageSeconds, megabytes: booted.residentMegabytes });
        await booted.stop();
      }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  report(measured);
  return true;
}

interface Booting {
  readonly seconds: number;
  readonly megabytes: number;
}

function report(measured: Readonly<Record<(typeof sides)[number], readonly Booting[]>>): void {
  const of = (what: keyof Booting) => {
    const [service, floor] = sides.map((side) => median(measured[side].map((booting) => booting[what])));
    return {
      service: rounded(service!),
      floor: rounded(floor!),
      times: rounded(service! / floor!),
      target: targets[what],
    };
  };
  console.log(`Node ${process.versions.node}, medians of ${measured.service.length} rounds`);
  console.table({ 'first page, s': of('seconds'), 'resident, MB': of('megabytes') });
}

const rounded = (value: number) => Number(value.toPrecision(3));
