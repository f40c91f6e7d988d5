import { showDay, showMoment } from '../../platform/clock';
import { Card, PageHeader, StatCards } from '../../platform/pages/blocks';
import { TextArea } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Notice, Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { ListChangedMeanwhile } from '../list-imports.refusals';
import { type ListImportItem, type ListImportRow, nominated } from '../list-imports.queries';
import { listWords, verdictWords } from '../list-imports.words';
import { listVerdicts } from '../list-verdicts';
import { statedTotalIn } from '../nomination-list-rows';
import { LetterFields } from './letter-fields';
import { ListRows, PassedOverRows, verdictTones } from './list-import-rows';
import { ListState } from './list-imports';
import { errorsOf } from './refused-action';

/** The forms of this page, by the names of the addresses they are sent to. */
export type ListForm = 'application' | 'reversal' | 'retrial';

interface Props {
  readonly list: ListImportItem;
  readonly rows: readonly ListImportRow[];
  readonly mayAct: boolean;
  readonly refused: { readonly form: ListForm; readonly refusal: Refusal; readonly typed: FormValues } | null;
}

export function ListImportDetails(props: Props) {
  const say = useWords(listWords);
  const { list, rows, refused } = props;
  const people = rows.filter(({ verdict }) => verdict !== 'passed_over');
  return (
    <>
      <PageHeader
        title={list.fileName}
        subtitle={
          <>
            {list.unitName} · {say.uploadedAt} {showMoment(list.uploadedAt)} · <ListState state={list.state} />
          </>
        }
        back={{ href: `/classes/${list.classId}/list-imports`, label: `${say.lists}: ${list.className}` }}
      />
      {refused && <Problem refusal={refused.refusal} formId={refused.form} />}
      <NextStep {...props} />
      <Counts list={list} />
      <Totals rows={rows} found={people.length} />
      <ListRows rows={people} />
      <PassedOverRows rows={rows.filter(({ verdict }) => verdict === 'passed_over')} />
    </>
  );
}

/** Where the list stands, and the one thing to do now. */
function NextStep(props: Props) {
  const say = useWords(listWords);
  const { list } = props;
  if (list.state === 'applied') return <Sent {...props} />;
  if (list.state === 'reversed') {
    return (
      <Notice tone="info">
        <p>{say.undoneAt(showMoment(list.reversedAt!))}</p>
      </Notice>
    );
  }
  return <DryRun {...props} />;
}

function DryRun({ list, rows, mayAct, refused }: Props) {
  const say = useWords(listWords);
  const path = `/list-imports/${list.id}`;
  const { seat = 0, reserve = 0, passed_over = 0 } = list.counts;
  const what = say.willHappen(seat + reserve, seat, reserve, rows.length - passed_over - seat - reserve);
  const uploadAgain = <LinkButton href={`/classes/${list.classId}/list-imports`} label={say.uploadAgain} />;
  if (!mayAct) {
    return (
      <Notice tone="info">
        <p>{say.waitForUnit}</p>
      </Notice>
    );
  }
  if (nominated(list) === 0) {
    return (
      <Notice tone="warning">
        <p>{say.nothingToSend}</p>
        {uploadAgain}
      </Notice>
    );
  }
  const isRefused = refused?.form === 'application';
  return (
    <Card title={say.sendHeading}>
      {isRefused && refused.refusal instanceof ListChangedMeanwhile && (
        <ActionButton id="retrial" action={`${path}/retrial`} label={say.tryAgain} tone="primary" />
      )}
      <Form
        id="application"
        action={`${path}/application`}
        values={isRefused ? refused.typed : {}}
        errors={isRefused ? refused.refusal.fields : []}
      >
        <p>{say.willHappenLong(what)}</p>
        {list.letterNumber && list.letterDate ? (
          <p>{say.letterRead(list.letterNumber, showDay(list.letterDate))}</p>
        ) : (
          <>
            <p>{say.letterMissing}</p>
            <LetterFields />
          </>
        )}
        <div class="actions">
          <SubmitButton label={say.send(what)} />
          {uploadAgain}
        </div>
      </Form>
    </Card>
  );
}

function Sent({ list, mayAct, refused }: Props) {
  const say = useWords(listWords);
  const isRefused = refused?.form === 'reversal';
  return (
    <Notice tone="success">
      <p>
        {say.sentAt(showMoment(list.appliedAt!), nominated(list))} {say.letter}:{' '}
        {say.letterOf(list.letterNumber!, showDay(list.letterDate!))}.
      </p>
      {mayAct && (
        <ActionButton
          id="reversal"
          action={`/list-imports/${list.id}/reversal`}
          label={say.undo}
          tone="danger"
          confirm={say.undoConfirm(nominated(list))}
          values={isRefused ? refused.typed : {}}
          errors={isRefused ? errorsOf(refused.refusal) : []}
        >
          <TextArea name="reason" label={say.reason} rows={2} maxLength={500} required />
        </ActionButton>
      )}
    </Notice>
  );
}

function Counts({ list: { counts } }: { list: ListImportItem }) {
  const say = useWords(listWords);
  const names = useWords(verdictWords);
  const found = listVerdicts.filter((verdict) => verdict !== 'passed_over' && (counts[verdict] ?? 0) > 0);
  if (found.length === 0) return null;
  return (
    <StatCards
      label={say.byVerdict}
      cards={found.map((verdict) => ({
        label: names[verdict],
        value: counts[verdict]!,
        tone: verdictTones[verdict],
      }))}
    />
  );
}

/** Whether the file's own total agrees with what was read: the first thing a secretary would count. */
function Totals({ rows, found }: { rows: readonly ListImportRow[]; found: number }) {
  const say = useWords(listWords);
  const stated = rows
    .filter(({ read }) => read['kind'] === 'total')
    .map(({ read }) => statedTotalIn(String(read['text'])))
    .findLast((total) => total !== null);
  if (stated === undefined || stated === null) return <p>{say.found(found)}</p>;
  if (stated === found) return <p>{say.totalsAgree(found)}</p>;
  return (
    <Notice tone="warning">
      <p>{say.totalsDiffer(stated, found)}</p>
    </Notice>
  );
}
