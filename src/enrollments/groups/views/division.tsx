import type { ClassItem } from '../../../classes/classes.queries';
import { groupNameWords } from '../../../classes/groups/groups.words';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { CheckField, ChoiceField } from '../../../platform/pages/choices';
import { NumberField } from '../../../platform/pages/fields';
import { Form, type FormProps, LinkButton, SaveBar, SubmitButton } from '../../../platform/pages/forms';
import { Notice } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import { groupWords } from '../groups.words';
import type { Division, WantedDivision } from '../members.service';

/** How the class is to be divided; what would come of it is shown first. */
export function DivideForm({
  path,
  groups,
  values = {},
  ...form
}: Pick<FormProps, 'id' | 'values' | 'errors'> & { path: string; groups: number }) {
  const say = useWords(groupWords);
  const usual = { by: 'evenly', groups: String(groups || 2) };
  return (
    <Card title={say.divideTitle}>
      <Form action={`${path}/divisions/preview`} {...form} values={{ ...usual, ...values }}>
        <p>{say.divideWhat}</p>
        <ChoiceField
          name="by"
          label={say.by}
          choices={[
            { value: 'evenly', label: say.evenly, hint: say.evenlyHint },
            { value: 'alphabet', label: say.alphabet },
            { value: 'unit', label: say.unit, hint: say.unitHint },
          ]}
        />
        <NumberField name="groups" label={say.howMany} required />
        {groups > 0 && <CheckField name="onlyUngrouped" label={say.onlyUngrouped} />}
        <SubmitButton label={say.preview} />
      </Form>
    </Card>
  );
}

/** What dividing would do, and the button that does exactly that. */
export function DivisionPreview({
  item,
  wanted,
  division: { moved, sizes, busy, fingerprint },
}: {
  item: ClassItem;
  wanted: WantedDivision;
  division: Division;
}) {
  const say = useWords(groupWords);
  const names = useWords(groupNameWords);
  const path = `/classes/${item.id}/groups`;
  const nameOf = (number: number | null) => (number === null ? say.ungrouped : names.group(number));
  return (
    <>
      <PageHeader
        title={say.previewTitle(item.code)}
        subtitle={say.previewWhat(moved.length)}
        back={{ href: path, label: say.back }}
      />
      {busy.length > 0 && (
        <Notice tone="warning">
          <p>{say.busy(busy.map(({ fullName, classCode }) => `${fullName} (${classCode})`).join(', '))}</p>
        </Notice>
      )}
      <Table
        caption={say.groups}
        rows={sizes}
        empty={{ title: say.none }}
        columns={[
          { label: say.group, isRowName: true, cell: ({ number }) => names.group(number) },
          { label: say.people, isNumber: true, cell: ({ people }) => people },
        ]}
      />
      <Table
        caption={say.previewWhat(moved.length)}
        hidesCaption
        isLong
        rows={moved}
        empty={{ title: say.nobodyMoves }}
        columns={[
          { label: say.name, isRowName: true, cell: ({ fullName }) => fullName },
          { label: say.ofUnit, cell: ({ unitName }) => unitName },
          { label: say.from, isNamed: true, cell: ({ from }) => nameOf(from) },
          { label: say.to, isNamed: true, cell: ({ to }) => nameOf(to) },
        ]}
      />
      {moved.length > 0 && (
        <Form action={`${path}/divisions`} hidden={{ ...wanted, expects: fingerprint }}>
          <SaveBar>
            <SubmitButton label={say.apply} />
            <LinkButton href={path} label={say.back} />
          </SaveBar>
        </Form>
      )}
    </>
  );
}
