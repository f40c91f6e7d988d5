import type { Page } from 'playwright-core';
import type { FullDesks } from './full-desks';
import type { Hand } from './hand';

export const roles = ['secretary', 'office', 'manager', 'cadre', 'group'] as const;
export type Role = (typeof roles)[number];

/** One of the main jobs of a role, from the desk to where it is done. */
export interface Job {
  readonly what: string;
  walk(at: Desk): Promise<void>;
}

/** Where a job begins: somebody's desk in a browser, and what lies on it. */
export interface Desk {
  readonly hand: Hand;
  readonly page: Page;
  readonly desks: FullDesks;
  /** Where a list may be kept that is to be sent. */
  readonly list: string;
  /** As pages take days. */
  readonly day: (daysFromNow: number) => string;
}
