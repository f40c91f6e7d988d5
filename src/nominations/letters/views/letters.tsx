import type { ClassItem } from '../../../classes/classes.queries';
import { ClassFrame } from '../../../classes/views/class-frame';
import type { Actor } from '../../../platform/access/actor';
import { showDay, showMoment } from '../../../platform/clock';
import { ExcelLink } from '../../../platform/pages/exports/list';
import { CheckField, RowCheck, SelectField } from '../../../platform/pages/choices';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SaveBar, SubmitButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Card } from '../../../platform/pages/blocks';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { ScanField } from '../../../scans/views/scan-field';
import { ScansLink } from '../../../scans/views/scans-link';
import type { NamedUnit } from '../../../organization/unit-choices.queries';
import { choicesOfUnits } from '../../nominating-units';
import { deciders, mayReview, nominationFollowers } from '../../nominations.policy';
import { GroupLetterFields } from '../../views/letter-fields';
import type { EndorsedWithoutLetter, LetterItem } from '../letters.queries';
import type { LettersPageQuery } from '../letters.requests';
import { letterWords } from '../letters.words';
import { SearchedField } from '../../../platform/pages/searched/searched-field';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly letters: readonly LetterItem[];
  readonly next: string | null;
  readonly isFirstPage: boolean;
  readonly filter: Omit<LettersPageQuery, 'cursor'>;
  readonly units: readonly NamedUnit[];
  readonly without: readonly EndorsedWithoutLetter[];
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

const formId = 'record';

export function Letters(props: Props) {
  const { item, actor, letters, next, isFirstPage, filter, without, refusal } = props;
  const path = `/classes/${item.id}/letters`;
  return (
    <ClassFrame
      item={item}
      actor={actor}
      current="nominations"
      actions={letters.length > 0 && <ExcelLink href={linkTo(`${path}/workbook`, { ...filter })} />}
    >
      <Problem refusal={refusal} formId={formId} />
      <LetterFilters path={path} {...props} />
      <LetterTable {...props} />
      <Pager path={path} query={{ ...filter }} next={next} isFirstPage={isFirstPage} />
      {without.length > 0 && <WithoutLetter path={path} {...props} />}
    </ClassFrame>
  );
}

function LetterFilters({ path, filter, units }: Props & { path: string }) {
  const say = useWords(letterWords);
  return (
    <Filters action={path} values={{ ...filter }}>
      {units.length > 1 && (
        <SearchedField name="unitId" label={say.ofUnit} blank={say.allUnits} choices={choicesOfUnits(units)} />
      )}
      <SelectField
        name="sort"
        label={say.sort}
        blank={say.sortLatest}
        choices={[
          { value: 'date', label: say.sortEarliest },
          { value: 'unit', label: say.sortUnit },
        ]}
      />
      <CheckField name="isMissingScan" label={say.isMissingScan} />
    </Filters>
  );
}

function LetterTable({ item, actor, letters, next, isFirstPage, filter }: Props) {
  const say = useWords(letterWords);
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Table
      caption={say.letters}
      list={{ next, isFirstPage }}
      hasOwnFile
      rows={letters}
      empty={isFiltered ? { title: say.noneFound, next: say.noneFoundNext } : { title: say.none, next: say.noneNext }}
      columns={[
        {
          label: say.number,
          isRowName: true,
          cell: ({ kind, paperId, number, unitId }) =>
            kind === 'unit_letter' && mayReview(actor, unitId) ? (
              <a href={`/classes/${item.id}/letters/${paperId}/review`}>{number}</a>
            ) : (
              number
            ),
        },
        { label: say.date, cell: ({ date }) => showDay(date) },
        { label: say.kind, cell: ({ kind }) => say[kind] },
        { label: say.unit, cell: ({ unitName }) => unitName },
        { label: say.names, isNumber: true, cell: ({ names }) => names },
        { label: say.scan, cell: (letter) => <Scan letter={letter} actor={actor} /> },
      ]}
    />
  );
}

/** The Group's letter names people of other units too, so that a unit only reads that there is a scan. */
function Scan({ letter: { kind, paperId, unitId, scans }, actor }: { letter: LetterItem; actor: Actor }) {
  const say = useWords(letterWords);
  const opens =
    actor.reaches(kind === 'group_letter' ? deciders : nominationFollowers, unitId) || mayReview(actor, unitId);
  if (opens) return <ScansLink kind={kind} paperId={paperId} count={scans} />;
  return <>{scans > 0 ? say.hasScan : say.noScan}</>;
}

function WithoutLetter({ path, without, typed, refusal }: Props & { path: string }) {
  const say = useWords(letterWords);
  return (
    <Form id={formId} action={path} isMultipart values={typed} errors={refusal?.fields}>
      <Card title={say.without}>
        <p>{say.withoutWhat}</p>
        <Table
          caption={say.without}
          list="whole"
          hidesCaption
          isLong
          rows={without}
          empty={{ title: say.none }}
          columns={[
            {
              label: say.choose,
              hidesLabel: true,
              cell: ({ id, fullName }) => <RowCheck name="nominationIds" value={id} label={say.chooseRow(fullName)} />,
            },
            {
              label: say.name,
              isRowName: true,
              cell: ({ id, fullName }) => <a href={`/nominations/${id}`}>{fullName}</a>,
            },
            { label: say.ofUnit, cell: ({ unitName }) => unitName },
            { label: say.endorsedAt, cell: ({ endorsedAt }) => showMoment(endorsedAt) },
          ]}
        />
        <GroupLetterFields required />
        <ScanField />
      </Card>
      <SaveBar>
        <SubmitButton label={say.record} />
      </SaveBar>
    </Form>
  );
}
