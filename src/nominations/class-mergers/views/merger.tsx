import type { ClassItem } from '../../../classes/classes.queries';
import { groupNameWords } from '../../../classes/groups/groups.words';
import { isUnderWay } from '../../../classes/training-class.states';
import { halfDayTitle } from '../../../enrollments/half-day-title';
import { dayOf, showDay } from '../../../platform/clock';
import { Card, EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { CheckField, SelectField } from '../../../platform/pages/choices';
import { TextArea, TextField } from '../../../platform/pages/fields';
import { type FormValues, textAt } from '../../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { carriedWords } from '../../passages/passages.words';
import { WhatIsCarried } from '../../passages/views/what-is-carried';
import type { ClassToMergeInto } from '../mergers.queries';
import type { ClassMergerOutcome } from '../mergers.service';
import { classMergerWords } from '../mergers.words';

interface Props {
  readonly item: ClassItem;
  readonly choices: readonly ClassToMergeInto[];
  readonly values: FormValues;
  readonly refusal?: Refusal;
  readonly outcome?: ClassMergerOutcome;
}

export function ClassMergerPage({ item, choices, values, refusal, outcome }: Props) {
  const say = useWords(classMergerWords);
  const path = `/classes/${item.id}/merger`;
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${item.id}`, label: say.back }}
        title={say.title(item.name)}
        subtitle={item.code}
      />
      <Problem refusal={refusal ?? null} />
      {outcome && <Outcome path={path} values={values} outcome={outcome} />}
      {choices.length === 0 || !isUnderWay(item.state) ? (
        <EmptyState
          title={say.nowhere}
          next={say.nowhereNext}
          action={<LinkButton href={`/classes/${item.id}`} label={say.back} />}
        />
      ) : (
        <Card>
          <p>{say.what}</p>
          <Form action={`${path}/preview`} values={values} errors={refusal?.fields ?? []}>
            <SelectField
              name="intoClassId"
              label={say.into}
              required
              choices={choices.map(({ id, code, name, opensOn, holders }) => ({
                value: id,
                label: say.choice(code, name, showDay(opensOn), holders),
              }))}
            />
            <CheckField name="withFreeSeats" label={say.withFreeSeats} />
            <TextArea name="reason" label={say.reason} hint={say.reasonHint} rows={2} maxLength={500} required />
            {((outcome?.busy.length ?? 0) > 0 ||
              refusal?.code === 'busy_at_its_hours' ||
              textAt(values, 'overlapReason')) && (
              <TextField name="overlapReason" label={say.overlapReason} hint={say.overlapHint} maxLength={500} />
            )}
            <div class="actions">
              <SubmitButton label={say.look} />
              <LinkButton href={`/classes/${item.id}`} label={say.keep} />
            </div>
          </Form>
        </Card>
      )}
    </>
  );
}

const texts = ['intoClassId', 'withFreeSeats', 'overlapReason', 'reason'];

function Outcome({ path, values, outcome }: { path: string; values: FormValues; outcome: ClassMergerOutcome }) {
  const say = useWords(classMergerWords);
  if (outcome.inBoth.length + outcome.busy.length + outcome.examsWithoutMinutes.length > 0)
    return <InTheWay {...outcome} />;
  return (
    <Notice tone="warning" heading={say.willHappen} role="status" isFocused>
      <WhatHappens {...outcome} />
      <Form
        id="confirm"
        action={path}
        hidden={{
          ...Object.fromEntries(texts.map((name) => [name, textAt(values, name)])),
          expects: outcome.fingerprint,
        }}
      >
        <SubmitButton label={say.merge} />
      </Form>
    </Notice>
  );
}

function InTheWay({ inBoth, busy, examsWithoutMinutes }: ClassMergerOutcome) {
  const say = useWords(classMergerWords);
  const locale = useLocale();
  return (
    <Notice tone="danger" heading={say.notYet} role="alert" isFocused>
      {inBoth.length > 0 && <p>{say.inBoth}</p>}
      <ul>
        {inBoth.map(({ nominationId, fullName }) => (
          <li>{nominationId ? <a href={`/nominations/${nominationId}`}>{fullName}</a> : fullName}</li>
        ))}
        {examsWithoutMinutes.map(({ id, moduleName, startsAt }) => (
          <li>
            <a href={`/exams/${id}`}>{say.withoutMinutes(moduleName ?? say.finalExam, showDay(dayOf(startsAt)))}</a>
          </li>
        ))}
        {busy.map(({ fullName, classId, classCode, ...when }) => (
          <li>
            <a href={`/classes/${classId}/roster`}>{say.busy(fullName, halfDayTitle(when, locale), classCode)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function WhatHappens(outcome: ClassMergerOutcome) {
  const say = useWords(classMergerWords);
  const along = useWords(carriedWords);
  const { group } = useWords(groupNameWords);
  const locale = useLocale();
  const { carried, intoCode, capacityBefore, capacity, promoted, smallRooms, leaveLost, visitsEnded } = outcome;
  return (
    <ul>
      <li>{say.goes(carried.people, intoCode)}</li>
      <li>{say.capacity(intoCode, capacityBefore, capacity)}</li>
      {carried.reserves + promoted > 0 && <li>{say.reserves(carried.reserves, promoted)}</li>}
      <li>
        <WhatIsCarried carried={carried} />
      </li>
      {smallRooms.map(({ name, seats }) => (
        <li>{say.smallRoom(name, seats, capacity)}</li>
      ))}
      {outcome.halfDaysLeft.map(({ marked, topic, ...when }) => (
        <li>{say.halfDayLeft([halfDayTitle(when, locale), topic].filter(Boolean).join(' – '), marked)}</li>
      ))}
      {outcome.modulesLeft.map((name) => (
        <li>{say.moduleLeft(name)}</li>
      ))}
      {leaveLost > 0 && <li>{say.leaveLost(leaveLost)}</li>}
      {carried.examsLost > 0 && <li>{along.examsLost(carried.examsLost)}</li>}
      {outcome.groups.map(({ number, name, people, isNew, toNumber, managers }) => (
        <li>
          {isNew
            ? say.becomesGroup(group(number, name), people, intoCode, toNumber)
            : say.joinsGroup(group(number, name), people, intoCode)}
          {along.lookedAfter(managers)}.
        </li>
      ))}
      {outcome.meetingsLost > 0 && <li>{say.meetingsLost(outcome.meetingsLost, intoCode)}</li>}
      {outcome.openLists > 0 && <li>{say.openLists(outcome.openLists)}</li>}
      {outcome.remindersLeft > 0 && <li>{say.remindersLeft(outcome.remindersLeft, intoCode)}</li>}
      {visitsEnded > 0 && <li>{say.visitsEnded(visitsEnded)}</li>}
      <li>{say.ends}</li>
      <li>{say.undo}</li>
    </ul>
  );
}
