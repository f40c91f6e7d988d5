import type { ClassItem } from '../../../classes/classes.queries';
import type { Actor } from '../../../platform/access/actor';
import { showMoment } from '../../../platform/clock';
import { Card } from '../../../platform/pages/blocks';
import { ImportState } from '../../../platform/imports/views/import-state';
import { UploadForm } from '../../../platform/imports/views/upload-form';
import { CurrentForm, type FormValues } from '../../../platform/pages/form-scope';
import { LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { ListImportListed } from '../imports.queries';
import { listWords, verdictWords } from '../imports.words';
import { listVerdicts } from '../verdicts';
import type { NamedUnit } from '../../../organization/unit-choices.queries';
import { choicesOfUnits } from '../../nominating-units';
import { ClassFrame } from '../../../classes/views/class-frame';
import { SearchedField } from '../../../platform/pages/searched/searched-field';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  /** The units the reader may send a list of; none for who only reads. */
  readonly units: readonly NamedUnit[];
  /** Whether lists of several units may stand side by side. */
  readonly namesUnit: boolean;
  readonly lists: readonly ListImportListed[];
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function ListImports({ item, actor, units, namesUnit, lists, typed, refusal }: Props) {
  const say = useWords(listWords);
  const closed = (
    <Notice tone="warning">
      <p>{say.closed}</p>
    </Notice>
  );
  return (
    <ClassFrame item={item} actor={actor} current="nominations">
      <h2>{say.heading}</h2>
      <Problem refusal={refusal} />
      {item.callIsOpen
        ? units.length > 0 && (
            <>
              <Card>
                <p>{say.howTo}</p>
                <UploadForm
                  action={`/classes/${item.id}/list-imports`}
                  say={say}
                  label={say.preview}
                  refusal={refusal}
                  ofUnit={{ units: choicesOfUnits(units), label: say.unit, typed }}
                />
              </Card>
              <PrefilledForm item={item} units={units} />
            </>
          )
        : closed}
      <Table
        caption={say.earlier}
        list="whole"
        isLong
        rows={lists}
        empty={{ title: say.noLists, next: say.noListsNext }}
        columns={[
          {
            label: say.fileName,
            isRowName: true,
            cell: ({ id, fileName }) => <a href={`/list-imports/${id}`}>{fileName}</a>,
          },
          ...(namesUnit ? [{ label: say.unit, cell: ({ unitName }: ListImportListed) => unitName }] : []),
          { label: say.uploadedAt, cell: ({ uploadedAt }) => showMoment(uploadedAt) },
          { label: say.state, isState: true, cell: ({ state }) => <ImportState state={state} say={say} /> },
          { label: say.outcome, cell: (list) => <Outcome list={list} /> },
        ]}
      />
    </ClassFrame>
  );
}

function PrefilledForm({ item, units }: Pick<Props, 'item' | 'units'>) {
  const say = useWords(listWords);
  const path = `/classes/${item.id}/list-form`;
  const [only, ...others] = units;
  return (
    <Card title={say.formHeading}>
      <p>{say.formHowTo}</p>
      {others.length === 0 ? (
        <LinkButton href={`${path}?unitId=${only!.id}`} label={say.downloadForm} />
      ) : (
        <form method="get" action={path} class="form">
          <CurrentForm.Provider value={{ id: 'list-form', values: {}, errors: [] }}>
            <SearchedField name="unitId" label={say.unit} required choices={choicesOfUnits(units)} />
          </CurrentForm.Provider>
          <SubmitButton label={say.downloadForm} tone="plain" />
        </form>
      )}
    </Card>
  );
}

function Outcome({ list: { counts } }: { list: ListImportListed }) {
  const names = useWords(verdictWords);
  const found = listVerdicts.filter((verdict) => verdict !== 'passed_over' && (counts[verdict] ?? 0) > 0);
  return <>{found.map((verdict) => `${names[verdict]}: ${counts[verdict]}`).join(' · ')}</>;
}
