import { type Day, showDay } from '../../platform/clock';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { DayField, TextField } from '../../platform/pages/fields';
import { controlId, type FormValues } from '../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import { newUnitWords } from '../new-units.words';
import type { UnitName, UnitParent, UnitToday } from '../organization.queries';
import { longestName } from '../unit-facts';
import { unitWords } from '../units.words';
import { ParentField } from './new-units';

export type UnitForm = 'names' | 'moves' | 'address' | 'return';

interface Props {
  readonly unit: UnitToday;
  readonly names: readonly UnitName[];
  readonly parents: readonly UnitParent[];
  /** What it may stand below. */
  readonly above: readonly UnitToday[];
  /** Whether the reader shares out seats and calls units. */
  readonly mayGiveSeats: boolean;
  /** Which of its forms came back refused, with what was typed in it. */
  readonly refused: { readonly form: UnitForm; readonly refusal: Refusal; readonly values: FormValues } | null;
}

/** A unit: its names and places by day, and what may be done with it. */
export function UnitPage({ unit, names, parents, above, mayGiveSeats, refused }: Props) {
  const say = useWords(unitWords);
  const add = useWords(newUnitWords);
  const locale = useLocale();
  const path = `/units/${unit.id}`;
  const formOf = (form: UnitForm) => ({
    action: `${path}/${form}`,
    id: controlId('do', `${path}/${form}`),
    values: refused?.form === form ? refused.values : {},
    errors: refused?.form === form ? refused.refusal.fields : [],
  });
  const reason = <TextField name="reason" label={say.reason} maxLength={500} required />;
  const since = <DayField name="since" label={say.effective} required />;
  const days = [
    { label: say.since, cell: (row: { since: Day }) => showDay(row.since) },
    { label: say.until, cell: (row: { until: Day | null }) => (row.until ? showDay(row.until) : say.open) },
  ];
  return (
    <>
      <PageHeader
        title={locale === 'vi' ? unit.nameVi : unit.nameEn}
        subtitle={[unit.code, unit.address].filter(Boolean).join(' · ')}
        back={{ href: '/units', label: say.title }}
        actions={
          unit.isLive &&
          unit.kind !== 'bloc' && (
            <>
              {mayGiveSeats && unit.kind === 'base' && <LinkButton href={`${path}/joining`} label={say.letIn} />}
              <LinkButton href={`${path}/end`} label={say.end} />
            </>
          )
        }
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused ? formOf(refused.form).id : undefined} />
      {unit.leftOn && (
        <Notice tone="warning" heading={say.leftOn(showDay(unit.leftOn))}>
          <ActionButton {...formOf('return')} label={say.comeBack} confirm={say.comeBackWhat}>
            {reason}
          </ActionButton>
        </Notice>
      )}
      <Table
        caption={say.names}
        rows={names}
        empty={{ title: say.noUnits }}
        columns={[
          { label: say.nameVi, isRowName: true, cell: ({ nameVi }) => nameVi },
          { label: say.nameEn, cell: ({ nameEn }) => nameEn },
          ...days,
        ]}
      />
      {parents.length > 0 && (
        <Table
          caption={say.parents}
          rows={parents}
          empty={{ title: say.noUnits }}
          columns={[
            {
              label: add.parent,
              isRowName: true,
              cell: ({ parentId, nameVi, nameEn }) => (
                <a href={`/units/${parentId}`}>{locale === 'vi' ? nameVi : nameEn}</a>
              ),
            },
            ...days,
          ]}
        />
      )}
      <Card title={say.rename}>
        <p>{say.renameWhat}</p>
        <Form {...formOf('names')}>
          <TextField name="nameVi" label={say.nameVi} maxLength={longestName} required />
          <TextField name="nameEn" label={say.nameEn} maxLength={longestName} required />
          {since}
          {reason}
          <SubmitButton label={say.doRename} />
        </Form>
      </Card>
      <Card title={add.address}>
        <Form {...formOf('address')} values={refused?.form === 'address' ? refused.values : { address: unit.address }}>
          <TextField name="address" label={add.address} maxLength={300} />
          <SubmitButton label={say.saveAddress} />
        </Form>
      </Card>
      {unit.isLive && unit.kind !== 'bloc' && (
        <Card title={say.move}>
          <p>{say.moveWhat}</p>
          <Form {...formOf('moves')}>
            <ParentField label={add.parent} parents={above} />
            {since}
            {reason}
            <SubmitButton label={say.doMove} />
          </Form>
        </Card>
      )}
    </>
  );
}
