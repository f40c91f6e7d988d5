import type { ComponentChildren } from 'preact';

/** A number leads to those it counts; nothing leads nowhere. */
export const counted = (count: number, href: string | null): ComponentChildren =>
  count === 0 || href === null ? count : <a href={href}>{count}</a>;
