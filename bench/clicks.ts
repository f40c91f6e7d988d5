import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../demo/browser';
import { cadre, classManager, demoPassword, groupOfficer, office, secretaryOf } from '../demo/cast';
import { Clock, addDays, showDay } from '../src/platform/clock';
import type { BenchedService } from './benched-service';
import { jobsOfCadre } from './clicks/cadre';
import { fillDesks, type FullDesks } from './clicks/full-desks';
import { jobsOfGroup } from './clicks/group';
import { Hand, type Effort } from './clicks/hand';
import { type Job, type Role, roles } from './clicks/jobs';
import { jobsOfManager } from './clicks/manager';
import { jobsOfOffice } from './clicks/office';
import { jobsOfSecretary } from './clicks/secretary';
import { pageOfTimes } from './clicks/times';

const people: Readonly<Record<Role, { readonly email: string; readonly jobs: readonly Job[] }>> = {
  secretary: { email: secretaryOf('SFG'), jobs: jobsOfSecretary },
  office: { email: office, jobs: jobsOfOffice },
  cadre: { email: cadre, jobs: jobsOfCadre },
  manager: { email: classManager, jobs: jobsOfManager },
  group: { email: groupOfficer, jobs: jobsOfGroup },
};

/** What the five main jobs of each role take in pages, clicks and fields, done in a browser on the data of the demo; written to docs/times.md. */
export async function measureClicks(service: BenchedService): Promise<boolean> {
  const stage = await service.playDemo();
  const desks = await fillDesks(stage);
  const browser = await openBrowser();
  const counted = {} as Record<Role, Effort[]>;
  try {
    // Somebody asks for leave before somebody grants it.
    for (const role of ['secretary', 'office', 'cadre', 'manager', 'group'] as const)
      counted[role] = await new Sitting(browser, service.url, desks, people[role].email).efforts(people[role].jobs);
  } finally {
    await browser.close();
  }
  const jobs = roles.flatMap((role) =>
    people[role].jobs.map(({ what }, nth) => ({ role, what, now: counted[role][nth]! })),
  );
  console.table(jobs.map(({ role, what, now }) => ({ role, what, ...now })));
  writeFileSync(join('docs', 'times.md'), pageOfTimes(jobs));
  return true;
}

/** Somebody at a browser of their own, who does one job after the other, each from the desk. */
class Sitting {
  private readonly today = new Clock().today();

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly desks: FullDesks,
    private readonly email: string,
  ) {}

  async efforts(jobs: readonly Job[]): Promise<Effort[]> {
    const folder = mkdtempSync(join(tmpdir(), 'training-clicks-'));
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
    try {
      const page = await context.newPage();
      await page.goto(this.url);
      await page.fill('[name=email]', this.email);
      await page.fill('[name=password]', demoPassword);
      await Promise.all([page.waitForEvent('load'), page.click('main button[type=submit]')]);
      const hand = new Hand(() => page);
      const efforts: Effort[] = [];
      for (const { what, walk } of jobs) {
        await hand.open(this.url);
        const list = join(folder, 'danh-sach.xlsx');
        const day = (from: number) => showDay(addDays(this.today, from));
        await walk({ hand, page, desks: this.desks, list, day }).catch((cause: unknown) => {
          throw new Error(`${this.email}: ${what}`, { cause });
        });
        efforts.push(hand.done());
      }
      return efforts;
    } finally {
      await context.close();
      rmSync(folder, { recursive: true });
    }
  }
}
