import { dayOf, showDay } from '../../clock';
import { Card } from '../../pages/blocks';
import { CheckField, ChoiceField, SelectField } from '../../pages/choices';
import type { FormValues } from '../../pages/form-scope';
import { ActionButton, Form, SubmitButton } from '../../pages/forms';
import { Notice } from '../../pages/notices';
import { useLocale, useWords } from '../../pages/page-context';
import { Unfold } from '../../pages/unfold';
import type { Refusal } from '../../problems/refusal';
import type { MatchedTable } from '../../sheets/columns';
import type { PossibleHeading, WhatWasRead } from '../../sheets/tables';
import { isReadAsItLooks, type Unread } from '../../sheets/unread';
import { type ColumnFacts, isInDoubt, MatchColumns } from './match-columns';
import { readingWords, unreadSentence } from '../reading.words';
import { DoubtedDays } from './doubted-days';

/** What a file holds that was not read, each with its place; nothing where all of it was. */
export function UnreadNotice({ unread, hint }: { unread: readonly Unread[]; hint?: string | undefined }) {
  const say = useWords(readingWords);
  const locale = useLocale();
  const sentences = (isRead: boolean) => {
    const told = unread.filter(({ what }) => isReadAsItLooks(what) === isRead);
    return told.length === 0 ? null : (
      <ul>
        {told.map((one) => (
          <li>{unreadSentence(one, locale)}</li>
        ))}
      </ul>
    );
  };
  const [left, otherwise] = [sentences(false), sentences(true)];
  return (
    <>
      {left && (
        <Notice tone="warning" heading={say.unread}>
          {left}
          {/* What is taken of nobody cannot be chosen either. */}
          {unread.some(({ what }) => what !== 'forbidden' && !isReadAsItLooks(what)) && <p>{hint ?? say.unreadHint}</p>}
        </Notice>
      )}
      {otherwise && (
        <Notice tone="info" heading={say.readAsItLooks}>
          {otherwise}
        </Notice>
      )}
    </>
  );
}

interface Props {
  readonly read: WhatWasRead & { readonly matched?: readonly MatchedTable[] };
  /** What columns can be said to be; none where they go by their headings alone. */
  readonly facts?: ColumnFacts;
  /** Where the choice is sent; null for who may only look, or where it is too late. */
  readonly action: string | null;
  readonly refusal?: Refusal | null;
  /** What was typed, when it was refused. */
  readonly typed?: FormValues;
}

/** Which tables of a file were read and what was not, with the choice to have it read otherwise. */
export function Reading({ read, facts, action, refusal = null, typed = {} }: Props) {
  const { tables, unread, choice, doubtedDays, headings = [], matched = [] } = read;
  const say = useWords(readingWords);
  const isThere = (what: Unread['what']) => unread.some((one) => one.what === what);
  const asks = {
    hiddenRows: isThere('hidden_row') || choice.hiddenRows,
    hiddenColumns: isThere('hidden_column') || choice.hiddenColumns,
    struckRows: isThere('struck_row') || choice.struckRows,
  };
  const hasChoice = tables.length > 1 || Object.values(asks).some(Boolean);
  const ticked = (['hiddenRows', 'hiddenColumns', 'struckRows'] as const).filter((one) => choice[one]);
  const isRefused = refusal !== null && Object.keys(typed).some((name) => name.startsWith('columns.'));
  const lacking = [...new Set(tables.flatMap(({ isRead, lacks = [] }) => (isRead ? lacks : [])))];
  const hidden = choice.headings ? { headings: choice.headings } : {};
  const asStands = {
    ...hidden,
    tables: tables.filter(({ isRead }) => isRead).map(({ id }) => id),
    ...Object.fromEntries(ticked.map((one) => [one, 'true'])),
  };
  const turned = doubtedDays.filter(({ isTurned }) => isTurned).map(({ place }) => place);
  const asksColumns = facts !== undefined && matched.length > 0;
  const rememberedAt = matched.find((table) => table.rememberedAt !== null)?.rememberedAt;
  const isAsked = facts !== undefined && lacking.length > 0;
  const again = <SubmitButton label={say.readAgain} tone={isAsked ? 'primary' : 'plain'} />;
  // What is asked about is said once.
  const asked = tables.filter(({ isRead, lacks }) => isAsked && isRead && lacks);
  const told = unread.filter(
    ({ what, where }) => what !== 'unknown_table' || !asked.some((one) => where.endsWith(one.where)),
  );
  const isInQuestion = isRefused || matched.some(({ columns }) => columns.some((column) => isInDoubt(column)));
  const columns = asksColumns && (
    <Unfold label={say.match} isOpen={isInQuestion}>
      <MatchColumns matched={matched} tables={tables} facts={facts} />
      {!hasChoice && again}
    </Unfold>
  );
  // A line that unfolds, of which nobody has to say anything, needs no frame.
  const isQuiet = !hasChoice && headings.length === 0 && !isInQuestion;
  const reread = action && (
    <>
      {headings.length > 0 && <HeadingRow action={action} headings={headings} ticked={ticked} />}
      <Form
        action={action}
        id="reading"
        hidden={{ ...hidden, turnedDays: turned }}
        values={isRefused ? typed : asStands}
        errors={refusal?.fields}
      >
        {tables.length > 1 && (
          <ChoiceField
            name="tables"
            label={say.tables}
            hint={say.tablesHint}
            isMany
            choices={tables.map(({ id, sheet, where, rows, sample, isHidden, lacks }) => ({
              value: id,
              label: say.table(sheet, where) + (isHidden ? ` (${say.hiddenTable})` : ''),
              hint: lacks ? say.rowsOfNobody(rows) : say.people(rows, sample),
            }))}
          />
        )}
        {asks.hiddenRows && <CheckField name="hiddenRows" label={say.hiddenRows} />}
        {asks.hiddenColumns && <CheckField name="hiddenColumns" label={say.hiddenColumns} />}
        {asks.struckRows && <CheckField name="struckRows" label={say.struckRows} />}
        {columns}
        {hasChoice && again}
      </Form>
    </>
  );
  return (
    <>
      {isAsked && (
        <Notice tone="warning" heading={say.lacking(lacking.map((fact) => facts.nameOf(fact)))}>
          <p>
            {say.lackingNext} {facts.hint}
          </p>
        </Notice>
      )}
      <UnreadNotice unread={told} hint={action && (hasChoice || asksColumns) ? say.unreadChoice : undefined} />
      {rememberedAt && (
        <Notice tone="info">
          <p>{say.remembered(showDay(dayOf(new Date(rememberedAt))))}</p>
          {action && (
            <ActionButton action={action} label={say.forget} tone="plain" hidden={{ ...asStands, forget: 'true' }} />
          )}
        </Notice>
      )}
      <DoubtedDays columns={doubtedDays} action={action} asStands={{ ...asStands, ...saidOf(read) }} />
      {action && (hasChoice || asksColumns) && (isQuiet ? reread : <Card title={say.choose}>{reread}</Card>)}
    </>
  );
}

/** What was said of the columns of this file; what is remembered is not said anew, nor of tables with the same headings. */
function saidOf({ choice, matched = [] }: Props['read']): Readonly<Record<string, string>> {
  const others = matched
    .filter(({ rememberedAt, sameAs }) => rememberedAt !== null || sameAs)
    .map(({ table }) => `${table}!`);
  const said = Object.entries(choice.columns ?? {}).filter(
    ([place]) => !others.some((table) => place.startsWith(table)),
  );
  return Object.fromEntries(said.map(([place, fact]) => [`columns.${place}`, fact]));
}

/** Which row has the headings, where it was not found by them. */
function HeadingRow(props: {
  readonly action: string;
  readonly headings: readonly PossibleHeading[];
  readonly ticked: readonly string[];
}) {
  const say = useWords(readingWords);
  const { action, headings, ticked } = props;
  const taken = headings.find(({ isTaken }) => isTaken);
  return (
    <Unfold label={say.headingRow(taken ? rowOf(taken) : null)}>
      <Form
        action={action}
        id="headings"
        values={{ headings: taken?.id ?? '' }}
        hidden={Object.fromEntries(ticked.map((one) => [one, 'true']))}
      >
        <SelectField
          name="headings"
          label={say.headings}
          hint={say.headingsHint}
          choices={headings.map((heading) => ({
            value: heading.id,
            label: say.rowWith(rowOf(heading), heading.text),
          }))}
          required
        />
        <SubmitButton label={say.readByHeading} tone="plain" />
      </Form>
    </Unfold>
  );
}

const rowOf = ({ id }: PossibleHeading): string => id.split(':')[1]!;
