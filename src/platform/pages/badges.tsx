import type { ComponentChildren } from 'preact';
import { Icon } from './icons';
import { usePage, useWords } from './page-context';
import { pageWords } from './words';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A state in a word; the colour only repeats what the word says. */
export function Badge({ tone = 'neutral', text }: { tone?: Tone; text: string }) {
  return <span class={`state state-${tone}`}>{text}</span>;
}

export type Outcome = 'pass' | 'warn' | 'block';

/** How one check turned out: a word, the sentence that explains it, and the rule it rests on. */
export function Verdict({
  outcome,
  sentence,
  citation,
}: {
  outcome: Outcome;
  sentence?: string;
  citation?: string | null;
}) {
  const text = useWords(pageWords);
  return (
    <div class={`verdict verdict-${outcome}`}>
      <Icon name={outcome} />
      <div>
        <strong class="verdict-word">{text[outcome]}</strong>
        {sentence && <span class="verdict-sentence"> {sentence}</span>}
        {citation && (
          <small class="verdict-citation">
            {text.citation} {citation}
          </small>
        )}
      </div>
    </div>
  );
}

/**
 * How far a long work has come. With `pollUrl` the part replaces itself every second, or after `pollAfter` seconds, by what
 * that address answers; the answer to a finished work leaves `pollUrl` out, which ends the asking.
 */
export function Progress({
  label,
  done,
  total,
  pollUrl,
  pollAfter = 1,
  children,
}: {
  label: string;
  done: number;
  total: number;
  pollUrl?: string;
  pollAfter?: number;
  /** What is told besides, and asked for anew with it. */
  children?: ComponentChildren;
}) {
  const text = useWords(pageWords);
  const { path } = usePage();
  const polling = pollUrl ? { 'hx-get': pollUrl, 'hx-trigger': `every ${pollAfter}s`, 'hx-swap': 'outerHTML' } : {};
  return (
    <div class="progress-part" {...polling}>
      <div class="progress-words">
        <span>{label}</span>
        <span>{text.progressOf(done, total)}</span>
      </div>
      {/* The native element: its width needs no style attribute, which the content policy forbids. */}
      <progress value={done} max={Math.max(total, 1)} aria-label={label} />
      {children}
      {pollUrl && (
        <noscript>
          <a href={path}>{text.reloadForProgress}</a>
        </noscript>
      )}
    </div>
  );
}
