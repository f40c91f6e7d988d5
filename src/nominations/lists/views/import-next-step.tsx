import type { ComponentChildren } from 'preact';
import { showDay, showMoment } from '../../../platform/clock';
import { Card } from '../../../platform/pages/blocks';
import { CheckField } from '../../../platform/pages/choices';
import { TextArea } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SaveBar, SubmitButton } from '../../../platform/pages/forms';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { ScanField } from '../../../scans/views/scan-field';
import { hasWarning } from '../../checks';
import { type ListVerdict, nominates } from '../verdicts';
import { type ListImportItem, type ListImportRow, nominated, type NotListed } from '../imports.queries';
import { ListChangedMeanwhile, ListMeantElsewhere } from '../imports.refusals';
import { listWords } from '../imports.words';
import { LetterFields } from '../../views/letter-fields';
import { errorsOf } from '../../views/refused-action';

/** The forms of this page, by the names of the addresses they are sent to. */
export type ListForm = 'application' | 'reversal' | 'retrial' | 'reading';

export interface ListImportProps {
  readonly list: ListImportItem;
  readonly rows: readonly ListImportRow[];
  readonly notListed: readonly NotListed[];
  /** The rows wanted; all when not told. */
  readonly verdict: ListVerdict | undefined;
  readonly mayAct: boolean;
  readonly refused: { readonly form: ListForm; readonly refusal: Refusal; readonly typed: FormValues } | null;
}

/** Where the list stands and the one thing to do now, with the rows it is about. */
export function NextStep({ children, ...props }: ListImportProps & { children: ComponentChildren }) {
  const { list, mayAct } = props;
  if (list.state === 'previewed' && mayAct && nominated(list) > 0) return <ToSend {...props}>{children}</ToSend>;
  return (
    <>
      <Standing {...props} />
      {children}
    </>
  );
}

function Standing(props: ListImportProps) {
  const say = useWords(listWords);
  const { list, mayAct } = props;
  if (list.state === 'applied') return <Sent {...props} />;
  if (list.state === 'reversed') {
    return (
      <Notice tone="info">
        <p>{say.undoneAt(showMoment(list.reversedAt!))}</p>
      </Notice>
    );
  }
  if (!mayAct) {
    return (
      <Notice tone="info">
        <p>{say.waitForUnit}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warning">
      <p>{say.nothingToSend}</p>
      <UploadAgain list={list} />
    </Notice>
  );
}

function UploadAgain({ list: { classId } }: Pick<ListImportProps, 'list'>) {
  return <LinkButton href={`/classes/${classId}/list-imports`} label={useWords(listWords).uploadAgain} />;
}

/** One form around the rows: what is asked first stands above them, what they are to be read for below. */
function ToSend({ list, rows, refused, children }: ListImportProps & { children: ComponentChildren }) {
  const say = useWords(listWords);
  const locale = useLocale();
  const path = `/list-imports/${list.id}`;
  const { seat = 0, reserve = 0, passed_over = 0 } = list.counts;
  const what = say.willHappen(seat + reserve, seat, reserve, rows.length - passed_over - seat - reserve);
  const isRefused = refused?.form === 'application';
  const warned = rows.filter(({ verdict, checks }) => nominates(verdict) && hasWarning(checks));
  return (
    <>
      {isRefused && refused.refusal instanceof ListChangedMeanwhile && (
        <ActionButton id="retrial" action={`${path}/retrial`} label={say.tryAgain} tone="primary" />
      )}
      <Form
        id="application"
        action={`${path}/application`}
        isMultipart
        values={isRefused ? refused.typed : {}}
        errors={isRefused ? refused.refusal.fields : []}
      >
        <Card title={say.sendHeading}>
          <p>{say.willHappenLong(what)}</p>
          {list.letterNumber && list.letterDate ? (
            <p>{say.letterRead(list.letterNumber, showDay(list.letterDate))}</p>
          ) : (
            <>
              <p>{say.letterMissing}</p>
              <LetterFields />
            </>
          )}
          <ScanField />
          {list.meantElsewhere.length === 0 && isRefused && refused.refusal instanceof ListMeantElsewhere && (
            <CheckField name="meant" label={say.meant(list.className)} required />
          )}
          {list.meantElsewhere.length > 0 && (
            <Notice tone="warning" heading={say.meantElsewhere}>
              {list.meantElsewhere.map((why) => (
                <p>{why[locale]}</p>
              ))}
              {list.seemsRoster && (
                <p>
                  <a href="/roster-imports">{say.sendAsRoster}</a>
                </p>
              )}
              <CheckField name="meant" label={say.meant(list.className)} required />
            </Notice>
          )}
          <UploadAgain list={list} />
        </Card>
        {children}
        <SaveBar>
          <p>{what}</p>
          {warned.length > 0 && <CheckField name="acknowledged" label={say.acknowledge(warned.length)} required />}
          <SubmitButton label={say.send} />
        </SaveBar>
      </Form>
    </>
  );
}

function Sent({ list, mayAct, refused }: ListImportProps) {
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
