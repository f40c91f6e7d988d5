import type { ClassItem } from '../../../classes/classes.queries';
import { codedName } from '../../../classes/coded-name';
import { type Day, showDay } from '../../../platform/clock';
import { Card, EmptyState, PageHeader, Timeline } from '../../../platform/pages/blocks';
import { DayField, TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { ScanField } from '../../../scans/views/scan-field';
import { ScansLink } from '../../../scans/views/scans-link';
import type { Reopening, ToTakeBack } from '../reopenings.queries';
import { reopeningWords } from '../reopenings.words';

interface Props {
  readonly item: ClassItem;
  readonly toTakeBack: ToTakeBack;
  readonly before: readonly Reopening[];
  readonly today: Day;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function ReopeningPage({ item, before, refusal, ...form }: Props) {
  const say = useWords(reopeningWords);
  return (
    <>
      <PageHeader
        title={say.heading}
        subtitle={codedName(item)}
        back={{ href: `/classes/${item.id}/completion`, label: say.backToResults }}
      />
      <Problem refusal={refusal} />
      {item.state === 'closed' ? (
        <ReopeningForm item={item} refusal={refusal} {...form} />
      ) : (
        <EmptyState title={say.notClosed} next={say.notClosedNext} />
      )}
      {before.length > 0 && <Before reopenings={before} />}
    </>
  );
}

function ReopeningForm({ item, toTakeBack, today, typed, refusal }: Omit<Props, 'before'>) {
  const say = useWords(reopeningWords);
  const { results, certificates, handedOut, told, amended, gradesCorrected, diplomas } = toTakeBack;
  const isFree = handedOut + told === 0;
  const back = `/classes/${item.id}/completion`;
  return (
    <>
      <Notice tone="warning" heading={say.whatHappens}>
        <ul>
          <li>{say.unlocks}</li>
          <li>{say.results(results)}</li>
          {certificates > 0 && <li>{say.certificates(certificates)}</li>}
          <li>{say.records}</li>
          {diplomas > 0 && <li>{say.diplomas(diplomas)}</li>}
          {amended > 0 && <li>{say.amended(amended)}</li>}
          {gradesCorrected > 0 && <li>{say.gradesCorrected(gradesCorrected)}</li>}
          <li>
            <strong>{isFree ? say.free : say.needsDecision(handedOut, told)}</strong>
          </li>
        </ul>
      </Notice>
      <Card>
        <Form action={`/classes/${item.id}/reopening`} isMultipart values={typed} errors={refusal?.fields ?? []}>
          {!isFree && (
            <>
              <FieldRow>
                <TextField name="decision" label={say.decision} required maxLength={100} />
                <DayField name="decidedOn" label={say.decidedOn} required max={today} />
              </FieldRow>
              <TextField name="authority" label={say.authority} required maxLength={200} />
              <ScanField />
            </>
          )}
          <TextArea name="reason" label={say.reason} hint={say.reasonHint} required rows={3} maxLength={1000} />
          <div class="actions">
            <SubmitButton label={say.reopen} tone="danger" />
            <LinkButton href={back} label={say.keep} />
          </div>
        </Form>
      </Card>
    </>
  );
}

function Before({ reopenings }: { reopenings: readonly Reopening[] }) {
  const say = useWords(reopeningWords);
  return (
    <Card title={say.before}>
      <Timeline
        entries={reopenings.map(({ id, reopenedAt, reopenedByName, reason, decision, decidedOn, authority }) => ({
          at: reopenedAt,
          who: reopenedByName ?? say.byService,
          what:
            decision === null ? (
              say.byOffice
            ) : (
              <>
                {say.byDecision(decision, showDay(decidedOn!), authority!)}{' '}
                <ScansLink kind="class_reopening" paperId={id} />
              </>
            ),
          reason,
        }))}
      />
    </Card>
  );
}
