import { Card } from '../../pages/blocks';
import { CheckField, ChoiceField } from '../../pages/choices';
import { Form, SubmitButton } from '../../pages/forms';
import { Notice } from '../../pages/notices';
import { useLocale, useWords } from '../../pages/page-context';
import type { Refusal } from '../../problems/refusal';
import type { WhatWasRead } from '../../sheets/tables';
import type { Unread } from '../../sheets/unread';
import { readingWords, unreadSentence } from '../reading.words';

/** What a file holds that was not read, each with its place; nothing where all of it was. */
export function UnreadNotice({ unread, hint }: { unread: readonly Unread[]; hint?: string | undefined }) {
  const say = useWords(readingWords);
  const locale = useLocale();
  if (unread.length === 0) return null;
  return (
    <Notice tone="warning" heading={say.unread}>
      <ul>
        {unread.map((one) => (
          <li>{unreadSentence(one, locale)}</li>
        ))}
      </ul>
      <p>{hint ?? say.unreadHint}</p>
    </Notice>
  );
}

interface Props {
  readonly read: WhatWasRead;
  /** Where the choice is sent; null for who may only look, or where it is too late. */
  readonly action: string | null;
  readonly refusal?: Refusal | null;
}

/** Which tables of a file were read and what was not, with the choice to have it read otherwise. */
export function Reading({ read: { tables, unread, choice }, action, refusal = null }: Props) {
  const say = useWords(readingWords);
  const isThere = (what: Unread['what']) => unread.some((one) => one.what === what);
  const asks = {
    hiddenRows: isThere('hidden_row') || choice.hiddenRows,
    hiddenColumns: isThere('hidden_column') || choice.hiddenColumns,
    struckRows: isThere('struck_row') || choice.struckRows,
  };
  const hasChoice = tables.length > 1 || Object.values(asks).some(Boolean);
  const ticked = (['hiddenRows', 'hiddenColumns', 'struckRows'] as const).filter((one) => choice[one]);
  const values = {
    tables: tables.filter(({ isRead }) => isRead).map(({ id }) => id),
    ...Object.fromEntries(ticked.map((one) => [one, 'true'])),
  };
  return (
    <>
      <UnreadNotice unread={unread} hint={action && hasChoice ? say.unreadChoice : undefined} />
      {action && hasChoice && (
        <Card title={say.choose}>
          <Form action={action} id="reading" values={values} errors={refusal?.fields}>
            {tables.length > 1 && (
              <ChoiceField
                name="tables"
                label={say.tables}
                hint={say.tablesHint}
                isMany
                choices={tables.map(({ id, sheet, where, rows, sample, isHidden }) => ({
                  value: id,
                  label: say.table(sheet, where) + (isHidden ? ` (${say.hiddenTable})` : ''),
                  hint: say.people(rows, sample),
                }))}
              />
            )}
            {asks.hiddenRows && <CheckField name="hiddenRows" label={say.hiddenRows} />}
            {asks.hiddenColumns && <CheckField name="hiddenColumns" label={say.hiddenColumns} />}
            {asks.struckRows && <CheckField name="struckRows" label={say.struckRows} />}
            <SubmitButton label={say.readAgain} tone="plain" />
          </Form>
        </Card>
      )}
    </>
  );
}
