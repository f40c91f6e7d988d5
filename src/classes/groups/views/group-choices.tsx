import { type Choice, ChoiceField } from '../../../platform/pages/choices';
import { useWords } from '../../../platform/pages/page-context';
import { groupNameWords } from '../groups.words';

/** For which groups a half-day is; none ticked is the whole class, which the empty field says. Nothing in a class that is not divided. */
export function GroupChoices({ groups }: { groups: readonly Choice[] }) {
  const say = useWords(groupNameWords);
  if (groups.length === 0) return null;
  return (
    <>
      <input type="hidden" name="groupNumbers" value="" />
      <ChoiceField name="groupNumbers" label={say.forWhom} hint={say.forWhomHint} choices={groups} isMany isInline />
    </>
  );
}
