import { ChoiceField, choicesOf, yesOrNo } from '../../platform/pages/choices';
import { useWords } from '../../platform/pages/page-context';
import { classModeWords } from '../classes.labels';
import { classWords } from '../classes.words';
import { classModes } from '../class-mode';

export function ModeField() {
  const say = useWords(classWords);
  const modes = useWords(classModeWords);
  return <ChoiceField name="mode" label={say.mode} choices={choicesOf(classModes, modes)} isInline required />;
}

/** What becomes of seats nobody uses. */
export function PoolFields() {
  const say = useWords(classWords);
  return (
    <>
      <ChoiceField name="poolOpen" label={say.poolOpen} choices={yesOrNo(say.poolIsOpen, say.poolIsClosed)} />
      <ChoiceField
        name="freedToPool"
        label={say.freedToPool}
        choices={[
          { value: 'false', label: say.freedStays },
          { value: 'true', label: say.freedGoes },
        ]}
      />
    </>
  );
}
