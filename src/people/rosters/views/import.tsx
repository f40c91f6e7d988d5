import { showMoment } from '../../../platform/clock';
import { Card, PageHeader, StatCards } from '../../../platform/pages/blocks';
import { CheckField, ChoiceField } from '../../../platform/pages/choices';
import { ActionButton, SaveBar } from '../../../platform/pages/forms';
import { ImportState } from '../../../platform/imports/views/import-state';
import { Reading } from '../../../platform/imports/views/reading';
import { TrialOutcome } from '../../../platform/imports/views/trial-outcome';
import { linkTo } from '../../../platform/pages/links';
import { Pager } from '../../../platform/pages/lists';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import { asksForColumns } from '../../../platform/sheets/tables';
import type { FormValues } from '../../../platform/pages/form-scope';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import { peopleWords } from '../../people.words';
import { type ComparedRow, removableFacts, type RosterVerdict } from '../comparison';
import type { PersonNotInFile, RosterImportItem } from '../imports.queries';
import { personFacts } from '../person-columns.words';
import { rosterTable } from '../sheet';
import { rosterWords } from '../imports.words';
import { PassedOver } from './passed-over';
import { RosterRows } from './rows';

interface Props {
  readonly item: RosterImportItem;
  /** The kind of rows shown; all when not told. */
  readonly verdict: RosterVerdict | undefined;
  readonly rows: PageOf<ComparedRow>;
  readonly notInFile: readonly PersonNotInFile[];
  readonly mayAct: boolean;
  readonly refusal: Refusal | null;
  /** What was typed, when it was refused. */
  readonly typed: FormValues;
  readonly isFirstPage: boolean;
}

export function RosterImportPage({ item, verdict, rows, notInFile, mayAct, refusal, typed, isFirstPage }: Props) {
  const say = useWords(rosterWords);
  const locale = useLocale();
  const path = `/roster-imports/${item.id}`;
  const { new: added, changed, same, refused } = item.summary;
  const isAsked = asksForColumns(item) && added + changed + same + refused === 0;
  return (
    <>
      <PageHeader
        title={item.fileName}
        subtitle={
          <>
            {item.unitName} · {showMoment(item.uploadedAt)} · <ImportState state={item.state} say={say} />
          </>
        }
        back={{ href: '/roster-imports', label: say.rosters }}
      />
      <Problem refusal={refusal} />
      {item.seemsList && item.state === 'previewed' && (
        <Notice tone="warning" heading={say.seemsList}>
          <p>
            {say.seemsListHint} <a href="/classes">{say.toClasses}</a>
          </p>
        </Notice>
      )}
      {item.seemsLeft && item.state === 'previewed' && (
        <Notice tone="warning" heading={say.seemsLeft}>
          <p>{say.seemsLeftHint}</p>
        </Notice>
      )}
      <Reading
        read={item}
        action={mayAct && item.state === 'previewed' ? `${path}/readings` : null}
        refusal={refusal}
        typed={typed}
        facts={personFacts(rosterTable, item.uploadedAt, locale)}
      />
      {!isAsked && (
        <>
          <NextStep item={item} mayAct={mayAct} />
          <Counts item={item} path={path} />
          <section id="rows">
            <RosterRows title={verdict ? say[verdict] : say.all} rows={rows.items} />
            <Pager path={path} query={{ verdict }} next={rows.next} isFirstPage={isFirstPage} />
          </section>
          {mayAct && item.state === 'previewed' && changesOf(item) > 0 && <ToApply item={item} refusal={refusal} />}
        </>
      )}
      {notInFile.length > 0 && <NotInFile people={notInFile} />}
      <PassedOver rows={item.passedOver} />
    </>
  );
}

/** Where the import stands, and the one thing that can be done now. */
function NextStep({ item, mayAct }: Pick<Props, 'item' | 'mayAct'>) {
  const say = useWords(rosterWords);
  const { id, state, summary } = item;
  const values = valuesOf(item);
  if (state === 'reversed') {
    return (
      <Notice tone="info">
        <p>{say.reversedAt(showMoment(item.reversedAt!))}</p>
      </Notice>
    );
  }
  if (state === 'applied') {
    return (
      <Notice tone="success">
        <p>
          {say.appliedAt(showMoment(item.appliedAt!))} {say.appliedDone(summary.new, summary.changed)}
        </p>
        {mayAct && (
          <ActionButton
            action={`/roster-imports/${id}/reversal`}
            label={say.reverse}
            tone="danger"
            confirm={say.reverseConfirm}
          />
        )}
      </Notice>
    );
  }
  return (
    <TrialOutcome say={say} changes={changesOf(item)} summary={summary} hint={say.applyNext}>
      {values > 0 && <p>{say.blankStays(values)}</p>}
    </TrialOutcome>
  );
}

/** Stays in sight below the rows it is about. */
function ToApply({ item, refusal }: Pick<Props, 'item' | 'refusal'>) {
  const say = useWords(rosterWords);
  const ofPeople = useWords(peopleWords);
  const { id, summary } = item;
  const values = valuesOf(item);
  return (
    <SaveBar>
      <p>{say.summary(summary.new, summary.changed, summary.refused)}</p>
      <ActionButton
        action={`/roster-imports/${id}/application`}
        label={say.apply}
        tone="primary"
        confirm={say.applyConfirm(summary.new, summary.changed)}
        errors={refusal?.fields.filter(({ field }) => field === 'meant')}
      >
        {(item.seemsList || item.seemsLeft) && (
          <CheckField name="meant" label={item.seemsLeft ? say.meantOfThem : say.meant} required />
        )}
        {values > 0 && (
          <ChoiceField
            name="remove"
            label={say.removable(values)}
            hint={say.removableHint}
            choices={removableKinds(item).map(({ fact, count }) => ({
              value: fact,
              label: say.removeKind(ofPeople[fact], count),
            }))}
            isMany
          />
        )}
      </ActionButton>
    </SaveBar>
  );
}

const removableKinds = ({ removable }: RosterImportItem) =>
  removableFacts.flatMap((fact) => (removable[fact] ? [{ fact, count: removable[fact] }] : []));
const valuesOf = (item: RosterImportItem) => removableKinds(item).reduce((sum, { count }) => sum + count, 0);
const changesOf = (item: RosterImportItem) => item.summary.new + item.summary.changed + valuesOf(item);

function Counts({ item: { state, summary }, path }: { item: RosterImportItem; path: string }) {
  const say = useWords(rosterWords);
  const card = (verdict: RosterVerdict, hint: string) => ({
    label: say[verdict],
    value: summary[verdict],
    ...(state === 'previewed' ? { hint } : {}),
    href: `${linkTo(path, { verdict })}#rows`,
  });
  return (
    <StatCards
      label={say.outcome}
      cards={[
        { ...card('new', say.newHint), tone: 'success' },
        { ...card('changed', say.changedHint), tone: 'info' },
        card('same', say.sameHint),
        { ...card('refused', say.refusedHint), tone: summary.refused > 0 ? 'danger' : 'neutral' },
        {
          label: say.notInFile,
          value: summary.notInFile,
          hint: say.notInFileHint,
          ...(summary.notInFile > 0 ? { href: '#not-in-file' } : {}),
          tone: summary.notInFile > 0 ? 'warning' : 'neutral',
        },
      ]}
    />
  );
}

function NotInFile({ people }: { people: readonly PersonNotInFile[] }) {
  const say = useWords(rosterWords);
  return (
    <div id="not-in-file">
      <Card title={say.notInFileTitle(people.length)}>
        <p>{say.notInFileNote}</p>
        <Table
          caption={say.notInFile}
          hidesCaption
          isLong
          columns={[
            {
              label: say.fullName,
              isRowName: true,
              cell: ({ personId, fullName }) => <a href={`/people/${personId}`}>{fullName}</a>,
            },
            { label: say.code, cell: ({ code }) => <span class="text-nowrap">{code}</span> },
            { label: say.position, cell: ({ position }) => position },
          ]}
          rows={people}
          empty={{ title: say.noRows }}
        />
      </Card>
    </div>
  );
}
