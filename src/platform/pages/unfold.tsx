import type { ComponentChildren } from 'preact';
import { Icon } from './icons';

/** Something that matters to few readers: a line that unfolds. */
export function Unfold({
  label,
  isPass = false,
  isOpen = false,
  children,
}: {
  label: string;
  /** Whether the line itself says that something is in order. */
  isPass?: boolean;
  /** Whether there is something in it to do now. */
  isOpen?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class={isPass ? 'unfold unfold-pass' : 'unfold'} open={isOpen}>
      <summary>
        {isPass && <Icon name="pass" />} <span>{label}</span>
      </summary>
      {children}
    </details>
  );
}
