import type { ComponentChildren } from 'preact';
import { showMoment } from '../clock';
import type { Tone } from './badges';
import { PageHelp } from './frame/help';
import { Icon } from './icons';
import { useWords } from './page-context';
import { pageWords } from './words';

/** The heading of a page: one h1, what it is about, and what can be done from here. */
export function PageHeader({
  title,
  subtitle,
  back,
  actions,
}: {
  title: string;
  subtitle?: ComponentChildren;
  back?: { readonly href: string; readonly label: string };
  actions?: ComponentChildren;
}) {
  return (
    <>
      <div class="page-heading">
        <div>
          {back && (
            <a class="back-link" href={back.href}>
              <Icon name="back" />
              {back.label}
            </a>
          )}
          <h1>{title}</h1>
          {subtitle && <p class="page-subtitle">{subtitle}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </div>
      <PageHelp />
    </>
  );
}

export function Card({
  title,
  level = 2,
  actions,
  footer,
  children,
}: {
  title?: string;
  level?: 2 | 3;
  actions?: ComponentChildren;
  footer?: ComponentChildren;
  children: ComponentChildren;
}) {
  const Heading = `h${level}` as const;
  return (
    <section class="card">
      {(title || actions) && (
        <div class="card-header">
          {title && <Heading class="card-title">{title}</Heading>}
          {actions && <div class="actions">{actions}</div>}
        </div>
      )}
      <div class="card-body">{children}</div>
      {footer && <div class="card-footer">{footer}</div>}
    </section>
  );
}

/** Nothing to show: says so, and what to do next. */
export function EmptyState({ title, next, action }: { title: string; next?: string; action?: ComponentChildren }) {
  return (
    <div class="empty-state">
      <p class="empty-state-title">{title}</p>
      {next && <p>{next}</p>}
      {action && <div class="actions">{action}</div>}
    </div>
  );
}

export interface StatCard {
  readonly label: string;
  readonly value: string | number;
  readonly hint?: string;
  readonly href?: string;
  readonly tone?: Tone;
}

/** The few numbers of a desk; one with an address leads to the list behind the number. */
export function StatCards({ label, cards }: { label: string; cards: readonly StatCard[] }) {
  return (
    <ul class="stat-cards" aria-label={label}>
      {cards.map((card) => (
        <li class={`card stat-card stat-${card.tone ?? 'neutral'}`}>
          <span class="stat-label">{card.href ? <a href={card.href}>{card.label}</a> : card.label}</span>
          <strong class="stat-value">{card.value}</strong>
          {card.hint && <span class="stat-hint">{card.hint}</span>}
        </li>
      ))}
    </ul>
  );
}

export interface Description {
  readonly term: string;
  readonly value: ComponentChildren;
}

/** Facts by name; what is not known says so instead of leaving a gap. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  const text = useWords(pageWords);
  const isMissing = (value: ComponentChildren) => value === null || value === undefined || value === '';
  return (
    <dl class="descriptions">
      {items.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{isMissing(value) ? <span class="quiet">{text.notEntered}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface TimelineEntry {
  readonly at: Date;
  readonly who: string;
  readonly what: ComponentChildren;
  readonly reason?: string | null;
}

/** Who did what and when, in the order given. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class="history">
      {entries.map(({ at, who, what, reason }) => (
        <li>
          <div class="history-what">{what}</div>
          {reason && <div class="history-reason">{reason}</div>}
          <div class="history-when">
            <time dateTime={at.toISOString()}>{showMoment(at)}</time> · {who}
          </div>
        </li>
      ))}
    </ol>
  );
}
