import type { ComponentChildren } from 'preact';
import { Notice } from '../../pages/notices';

interface Props {
  readonly say: {
    readonly nothingToApply: string;
    readonly nothingReadable: string;
    readonly nothingStoredYet: string;
    readonly refusedNext: (rows: number) => string;
  };
  /** How much applying would change. */
  readonly changes: number;
  readonly summary: { readonly same: number; readonly refused: number };
  /** What applying would do. */
  readonly hint: string;
  /** The form that applies it. */
  readonly children: ComponentChildren;
}

/** What a trial led to: the one thing to do now, or why there is nothing to do. */
export function TrialOutcome({ say, changes, summary: { same, refused }, hint, children }: Props) {
  if (changes === 0) {
    return (
      <Notice tone={same > 0 ? 'info' : 'warning'}>
        <p>{same > 0 ? say.nothingToApply : say.nothingReadable}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warning" heading={say.nothingStoredYet}>
      <p>{hint}</p>
      {refused > 0 && <p>{say.refusedNext(refused)}</p>}
      {children}
    </Notice>
  );
}
