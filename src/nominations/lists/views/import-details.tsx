import { showMoment } from '../../../platform/clock';
import { PageHeader, StatCards } from '../../../platform/pages/blocks';
import { ImportState } from '../../../platform/imports/views/import-state';
import { Reading } from '../../../platform/imports/views/reading';
import { asksForColumns } from '../../../platform/sheets/tables';
import { LinkButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { ListImportItem, ListImportRow } from '../imports.queries';
import { listWords, verdictWords } from '../imports.words';
import { listVerdicts } from '../verdicts';
import { personFacts } from '../../../people/rosters/person-columns.words';
import { listTable } from '../sheet';
import { statedTotalIn } from '../../../people/rosters/row-kinds';
import { NotListedPeople } from './not-listed';
import { byUrgency, ListRows, PassedOverRows, verdictTones } from './import-rows';
import { type ListImportProps, NextStep } from './import-next-step';

export function ListImportDetails(props: ListImportProps) {
  const say = useWords(listWords);
  const locale = useLocale();
  const { list, rows, verdict, notListed, mayAct, refused } = props;
  const names = useWords(verdictWords);
  const people = rows.filter(({ verdict }) => verdict !== 'passed_over');
  const isAsked = asksForColumns(list) && people.length === 0;
  return (
    <>
      <PageHeader
        title={list.fileName}
        subtitle={
          <>
            {list.unitName} · {say.uploadedAt} {showMoment(list.uploadedAt)} ·{' '}
            <ImportState state={list.state} say={say} />
          </>
        }
        back={{ href: `/classes/${list.classId}/list-imports`, label: `${say.lists}: ${list.className}` }}
      />
      {refused && <Problem refusal={refused.refusal} formId={refused.form} />}
      <Reading
        read={list}
        action={mayAct && list.state === 'previewed' ? `/list-imports/${list.id}/readings` : null}
        refusal={refused?.form === 'reading' ? refused.refusal : null}
        typed={refused?.typed}
        facts={personFacts(listTable, list.uploadedAt, locale)}
      />
      {list.state !== 'reversed' && notListed.length > 0 && <NotListedPeople people={notListed} mayAct={mayAct} />}
      {!isAsked && (
        <NextStep {...props}>
          <Counts list={list} />
          <Totals rows={rows} found={people.length} />
          <p>
            <LinkButton href={`/list-imports/${list.id}/workbook`} label={say.downloadWorkbook} />
          </p>
          <section id="rows">
            {verdict && (
              <p>
                <a href={`/list-imports/${list.id}#rows`}>{say.allRows(people.length)}</a>
              </p>
            )}
            <ListRows
              title={verdict ? names[verdict] : say.rows}
              rows={people.filter((row) => !verdict || row.verdict === verdict).toSorted(byUrgency)}
            />
          </section>
        </NextStep>
      )}
      <PassedOverRows rows={rows.filter(({ verdict }) => verdict === 'passed_over')} />
    </>
  );
}

function Counts({ list: { id, counts } }: { list: ListImportItem }) {
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
        href: `/list-imports/${id}?verdict=${verdict}#rows`,
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
