import { Badge, type Tone } from '../../pages/badges';
import type { ImportState as State } from '../import.entity';

const tones: Readonly<Record<State, Tone>> = {
  previewed: 'warning',
  applied: 'success',
  reversed: 'neutral',
};

/** How far a file came, in the words of its kind. */
export function ImportState({ state, say }: { state: State; say: Readonly<Partial<Record<State, string>>> }) {
  return <Badge tone={tones[state]} text={say[state] ?? ''} />;
}
