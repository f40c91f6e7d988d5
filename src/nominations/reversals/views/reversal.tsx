import type { ClassItem } from '../../../classes/classes.queries';
import { codedName } from '../../../classes/coded-name';
import { halfDayTitle } from '../../../enrollments/half-day-title';
import { Card, EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { TextArea } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { WouldComeBack } from '../reversals.queries';
import { halfDayLostWords, reversalWords } from '../reversals.words';

interface Props {
  readonly item: ClassItem;
  readonly back: WouldComeBack;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function ReversalPage({ item, back, typed, refusal }: Props) {
  const say = useWords(reversalWords);
  const path = `/classes/${item.id}`;
  return (
    <>
      <PageHeader title={say.heading} subtitle={codedName(item)} back={{ href: path, label: say.backToClass }} />
      <Problem refusal={refusal} />
      {item.state !== 'cancelled' ? (
        <EmptyState title={say.notCancelled} action={<LinkButton href={path} label={say.backToClass} />} />
      ) : (
        <>
          <Notice tone="warning" heading={say.whatHappens}>
            <WhatComesBack {...back} />
          </Notice>
          <Card>
            <Form action={`${path}/cancellation/reversal`} values={typed} errors={refusal?.fields ?? []}>
              <TextArea name="reason" label={say.reason} hint={say.reasonHint} rows={3} maxLength={500} required />
              <div class="actions">
                <SubmitButton label={say.reverse} />
                <LinkButton href={path} label={say.keep} />
              </div>
            </Form>
          </Card>
        </>
      )}
    </>
  );
}

function WhatComesBack({ halfDays, people, unknown }: WouldComeBack) {
  const say = useWords(reversalWords);
  const why = useWords(halfDayLostWords);
  const locale = useLocale();
  const busy = people.filter(({ isBusy }) => isBusy);
  return (
    <ul>
      {people.length > 0 && <li>{say.people(people.length - busy.length)}</li>}
      {busy.length > 0 && <li>{say.busy(busy.map(({ fullName }) => fullName).join(', '))}</li>}
      {unknown > 0 && <li>{say.unknown(unknown)}</li>}
      {halfDays.length > 0 && <li>{say.halfDays(halfDays.filter(({ lost }) => lost === null).length)}</li>}
      {halfDays.map((halfDay) => halfDay.lost && <li>{say.lost(halfDayTitle(halfDay, locale), why[halfDay.lost])}</li>)}
      <li>{say.told}</li>
    </ul>
  );
}
