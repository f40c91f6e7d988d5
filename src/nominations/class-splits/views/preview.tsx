import { groupNameWords } from '../../../classes/groups/groups.words';
import { halfDayTitle } from '../../../enrollments/half-day-title';
import { type FormValues, textAt } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { carriedWords } from '../../passages/passages.words';
import { WhatIsCarried } from '../../passages/views/what-is-carried';
import type { SplitOutcome } from '../splits.service';
import { splitWords } from '../splits.words';

/** What a split would do, and the button that does it. */
export function SplitPreview({ path, values, outcome }: { path: string; values: FormValues; outcome: SplitOutcome }) {
  const say = useWords(splitWords);
  const along = useWords(carriedWords);
  const { group } = useWords(groupNameWords);
  const locale = useLocale();
  const names = Object.keys(values).filter((name) => name !== 'expects');
  return (
    <Notice tone="warning" heading={say.willHappen} role="status" isFocused>
      <ul>
        {outcome.parts.map(
          ({ code, people, capacity, carried, promoted, groups, halfDays, withoutRoom, withoutLecturer, emptied }) => (
            <>
              <li>{say.willGo(people.length, code, people.map(({ fullName }) => fullName).join(', '))}</li>
              <li>{say.capacity(code, capacity, carried.reserves - promoted, promoted)}</li>
              <li>
                <WhatIsCarried carried={carried} />
              </li>
              {carried.examsLost > 0 && <li>{along.examsLost(carried.examsLost)}</li>}
              {groups.map(({ number, name, isWhole, managers }) => (
                <li>
                  {(isWhole ? say.groupGoes : say.groupIsShared)(group(number, name))}
                  {along.lookedAfter(managers)}.
                </li>
              ))}
              <li>{say.halfDays(halfDays, withoutRoom, withoutLecturer)}</li>
              {emptied.map(({ name, takenBy, ...when }) => (
                <li>{say.taken(halfDayTitle(when, locale), name, takenBy)}</li>
              ))}
            </>
          ),
        )}
        <li>{say.willStay(outcome.stay)}</li>
        <li>{say.told}</li>
        <li>{say.undo}</li>
      </ul>
      <Form
        id="confirm"
        action={path}
        hidden={{
          ...Object.fromEntries(names.map((name) => [name, textAt(values, name)])),
          expects: outcome.fingerprint,
        }}
      >
        <SubmitButton label={say.split} />
      </Form>
    </Notice>
  );
}
