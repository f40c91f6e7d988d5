import { showDay } from '../../platform/clock';
import { EmptyState, PageHeader } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import { newUnitWords } from '../new-units.words';
import type { UnitToday } from '../organization.queries';
import { unitWords } from '../units.words';

export function UnitsPage({ units, mayMerge }: { units: readonly UnitToday[]; mayMerge: boolean }) {
  const say = useWords(unitWords);
  const add = useWords(newUnitWords);
  const locale = useLocale();
  const nameOf = (unit: UnitToday | undefined) => (unit ? (locale === 'vi' ? unit.nameVi : unit.nameEn) : '');
  return (
    <>
      <PageHeader
        title={say.title}
        actions={
          <>
            <LinkButton href="/units/new" label={add.add} tone="primary" />
            <LinkButton href="/units/pasted" label={add.paste} />
            {mayMerge && <LinkButton href="/unit-mergers" label={say.merge} />}
          </>
        }
      />
      <Table
        caption={say.title}
        list="whole"
        hidesCaption
        rows={units}
        empty={{ title: say.noUnits }}
        columns={[
          { label: say.name, isRowName: true, cell: (unit) => <a href={`/units/${unit.id}`}>{nameOf(unit)}</a> },
          { label: say.code, cell: ({ code }) => code },
          { label: add.parent, cell: ({ parentId }) => nameOf(units.find(({ id }) => id === parentId)) },
          {
            label: say.kind,
            cell: ({ kind, mergedIntoId, leftOn }) => {
              if (mergedIntoId) return say.merged(nameOf(units.find(({ id }) => id === mergedIntoId)));
              return leftOn ? say.leftOn(showDay(leftOn)) : say[kind];
            },
          },
        ]}
      />
      {units.every(({ kind }) => kind === 'bloc') && <EmptyState title={say.onlyBloc} next={say.onlyBlocNext} />}
    </>
  );
}
