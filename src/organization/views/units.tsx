import { showDay } from '../../platform/clock';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { DayField, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import type { UnitName, UnitToday } from '../organization.queries';
import { unitWords } from '../units.words';

export function UnitsPage({ units, mayMerge }: { units: readonly UnitToday[]; mayMerge: boolean }) {
  const say = useWords(unitWords);
  const locale = useLocale();
  const nameOf = (unit: UnitToday | undefined) => (unit ? (locale === 'vi' ? unit.nameVi : unit.nameEn) : '');
  return (
    <>
      <PageHeader title={say.title} actions={mayMerge && <LinkButton href="/unit-mergers" label={say.merge} />} />
      <Table
        caption={say.title}
        hidesCaption
        rows={units}
        empty={{ title: say.noUnits }}
        columns={[
          { label: say.name, isRowName: true, cell: (unit) => <a href={`/units/${unit.id}`}>{nameOf(unit)}</a> },
          { label: say.code, cell: ({ code }) => code },
          {
            label: say.kind,
            cell: ({ kind, mergedIntoId }) =>
              mergedIntoId ? say.merged(nameOf(units.find(({ id }) => id === mergedIntoId))) : say[kind],
          },
        ]}
      />
    </>
  );
}

interface UnitProps {
  readonly unit: UnitToday;
  readonly names: readonly UnitName[];
  readonly values: FormValues;
  readonly refusal: Refusal | null;
}

export function UnitPage({ unit, names, values, refusal }: UnitProps) {
  const say = useWords(unitWords);
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={locale === 'vi' ? unit.nameVi : unit.nameEn}
        subtitle={unit.code}
        back={{ href: '/units', label: say.title }}
      />
      <Problem refusal={refusal} />
      <Table
        caption={say.names}
        rows={names}
        empty={{ title: say.noUnits }}
        columns={[
          { label: say.nameVi, isRowName: true, cell: ({ nameVi }) => nameVi },
          { label: say.nameEn, cell: ({ nameEn }) => nameEn },
          { label: say.since, cell: ({ since }) => showDay(since) },
          { label: say.until, cell: ({ until }) => (until ? showDay(until) : say.open) },
        ]}
      />
      <Card title={say.rename}>
        <p>{say.renameWhat}</p>
        <Form action={`/units/${unit.id}/names`} values={values} errors={refusal?.fields ?? []}>
          <TextField name="nameVi" label={say.nameVi} maxLength={200} required />
          <TextField name="nameEn" label={say.nameEn} maxLength={200} required />
          <DayField name="since" label={say.effective} required />
          <TextField name="reason" label={say.reason} maxLength={500} required />
          <SubmitButton label={say.doRename} />
        </Form>
      </Card>
    </>
  );
}
