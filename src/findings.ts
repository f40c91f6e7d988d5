import { invariants } from './invariants/invariants';
import type { Finding } from './invariants/invariants.service';

/** Says of each invariant whether it holds, and names what breaks one. Returns what the command ends with. */
export function report(findings: readonly Finding[]): number {
  for (const { invariant, broken, ids } of findings) {
    console.log(`${invariant.padEnd(4)} ${broken === 0 ? 'holds ' : 'BROKEN'}  ${invariants[invariant].en}`);
    for (const id of ids.slice(0, 50)) console.log(`       ${id}`);
    if (broken > 50) console.log(`       … and ${broken - 50} more`);
  }
  return findings.every(({ broken }) => broken === 0) ? 0 : 2;
}
