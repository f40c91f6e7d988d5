import type { ComponentChildren } from 'preact';
import { CheckField, ChoiceField, RowCheck, SelectField } from '../../choices';
import { Field } from '../../field';
import { FieldGrid } from '../../field-grid';
import {
  DayField,
  FileField,
  MomentField,
  NumberField,
  PasswordField,
  TextArea,
  TextField,
  TimeField,
} from '../../fields';
import {
  ActionButton,
  FieldRow,
  Form,
  type FormProps,
  HiddenFields,
  LinkButton,
  SaveBar,
  SubmitButton,
} from '../../forms';
import { Filters, Pager, WaitsForMe } from '../../lists';
import { FoundChoices, SearchedField } from '../../searched/searched-field';
import { InvalidInput } from '../../../problems/refusals';
import type { Say, Specimen } from './specimens';

export const address = '/components';

const values = {
  name: 'Nguyễn Thị Ánh',
  reason: 'Thiếu số công văn.',
  mark: '7,5',
  day: '2026-12-12',
  time: '07:30',
  moment: '2026-12-12T07:30',
  mode: 'full_time',
  compared: 'true',
  'unitId.named': 'PIN – Pin Ắc quy Miền Nam',
};

export const wrong = (field: string) =>
  InvalidInput.field(field, 'missing', { vi: 'Mục này cần được sửa.', en: 'This needs correcting.' });

const foundSoFar = [2, 0].map((count) => (
  <div class="searched">
    <FoundChoices
      choices={['PIN – Pin Ắc quy Miền Nam', 'SFG – Phân bón Miền Nam']
        .slice(0, count)
        .map((label) => ({ value: label, label }))}
      isMore={false}
    />
  </div>
));

/** A field empty, filled in and refused; each in a form of its own, so that no two controls have one id. */
function inStates(name: string, field: ComponentChildren): readonly ComponentChildren[] {
  const states: readonly Partial<FormProps>[] = [{}, { values }, { values, errors: wrong(name).fields }];
  return states.map((state, index) => (
    <Form action={address} id={`${name}-${index}`} {...state}>
      {field}
    </Form>
  ));
}

export const field = (say: Say): readonly Specimen[] => [
  {
    of: Field,
    states: inStates(
      'own',
      <Field
        name="own"
        label={say.name}
        hint={say.nameHint}
        required
        control={(attributes) => <input {...attributes} class="form-control" />}
      />,
    ),
  },
];

export const fields = (say: Say): readonly Specimen[] => [
  {
    of: TextField,
    states: [
      ...inStates('name', <TextField name="name" label={say.name} hint={say.nameHint} required />),
      <Form action={address} id="suggested">
        <TextField name="unit" label={say.unit} suggestions={['LIX', 'VPS']} />
      </Form>,
    ],
  },
  {
    of: PasswordField,
    states: inStates('password', <PasswordField name="password" label={say.password} autocomplete="off" />),
  },
  { of: NumberField, states: inStates('mark', <NumberField name="mark" label={say.mark} isWhole={false} />) },
  { of: DayField, states: inStates('day', <DayField name="day" label={say.day} min="2026-01-01" />) },
  { of: TimeField, states: inStates('time', <TimeField name="time" label={say.time} />) },
  { of: MomentField, states: inStates('moment', <MomentField name="moment" label={say.moment} required />) },
  { of: TextArea, states: inStates('reason', <TextArea name="reason" label={say.reason} />) },
  { of: FileField, states: inStates('file', <FileField name="file" label={say.file} accept=".xlsx" />) },
];

export const searched = (say: Say): readonly Specimen[] => [
  {
    of: SearchedField,
    states: inStates(
      'unitId',
      <SearchedField name="unitId" label={say.unit} choices={{ listed: [], foundAt: address }} required />,
    ),
  },
  { of: FoundChoices, states: foundSoFar },
];

export const choices = (say: Say): readonly Specimen[] => {
  const modes = [
    { value: 'part_time', label: say.partTime },
    { value: 'full_time', label: say.fullTime, hint: say.fullTimeHint },
  ];
  const rowCheck = <RowCheck name="ids" value="1" label={values.name} />;
  return [
    { of: SelectField, states: inStates('mode', <SelectField name="mode" label={say.mode} choices={modes} />) },
    { of: CheckField, states: inStates('compared', <CheckField name="compared" label={say.compared} required />) },
    {
      of: ChoiceField,
      states: [
        ...inStates('mode-of', <ChoiceField name="mode-of" label={say.mode} choices={modes} />),
        <Form action={address} id="many" values={values}>
          <ChoiceField name="mode" label={say.mode} choices={modes} isMany isInline />
        </Form>,
      ],
    },
    {
      of: RowCheck,
      states: [
        <Form action={address} id="row" children={rowCheck} />,
        <Form action={address} id="row-ticked" values={{ ids: ['1'] }} children={rowCheck} />,
      ],
    },
  ];
};

export const fieldGrid = (say: Say): readonly Specimen[] => [
  {
    of: FieldGrid,
    states: [
      <Form action={address} id="grid" values={values}>
        <FieldGrid>
          <FieldRow>
            <TextField name="name" label={say.name} />
            <NumberField name="mark" label={say.mark} isWhole={false} />
          </FieldRow>
        </FieldGrid>
      </Form>,
    ],
  },
];

const tones = ['primary', 'plain', 'danger'] as const;

export const forms = (say: Say): readonly Specimen[] => [
  {
    of: Form,
    states: [
      <Form action={address} id="whole" values={values}>
        <TextField name="name" label={say.name} required />
        <TextArea name="reason" label={say.reason} />
        <div class="actions">
          <SubmitButton label={say.send} />
          <SubmitButton label={say.saveDraft} tone="plain" name="draft" value="yes" />
        </div>
      </Form>,
    ],
  },
  {
    of: FieldRow,
    states: [
      <Form action={address} id="row-of-fields" values={values}>
        <FieldRow>
          <TextField name="name" label={say.name} />
          <DayField name="day" label={say.day} />
        </FieldRow>
      </Form>,
    ],
  },
  {
    of: SubmitButton,
    states: tones.map((tone) => (
      <Form action={address} id={`send-${tone}`}>
        <SubmitButton label={say.send} tone={tone} />
      </Form>
    )),
  },
  {
    of: SaveBar,
    states: [
      <SaveBar>
        <p>{say.lead}</p>
        <SubmitButton label={say.send} />
      </SaveBar>,
    ],
  },
  { of: LinkButton, states: tones.map((tone) => <LinkButton href={address} label={say.open} tone={tone} />) },
  {
    of: ActionButton,
    states: [
      <ActionButton action={address} id="act" label={say.withdraw} />,
      <ActionButton action={address} id="act-danger" label={say.withdraw} tone="danger" confirm={say.withdrawMeans} />,
      <ActionButton
        action={address}
        id="act-refused"
        label={say.withdraw}
        confirm={say.withdrawMeans}
        confirmLabel={say.withdrawNow}
        errors={wrong('reason').fields}
      >
        <TextArea name="reason" label={say.reason} rows={2} />
      </ActionButton>,
    ],
  },
  {
    of: HiddenFields,
    states: [
      <Form action={address} id="hidden">
        <HiddenFields fields={{ version: 3 }} />
        {say.hiddenFields}
      </Form>,
    ],
  },
];

export const lists = (say: Say): readonly Specimen[] => [
  {
    of: Filters,
    states: [
      <Filters action={address} values={{ search: 'Ánh' }}>
        <TextField name="search" label={say.name} />
      </Filters>,
    ],
  },
  { of: WaitsForMe, states: inStates('waitsFor', <WaitsForMe value="office" />) },
  {
    of: Pager,
    states: [
      <Pager path={address} next="1" isFirstPage />,
      <Pager path={address} next="2" isFirstPage={false} />,
      <Pager path={address} next={null} isFirstPage={false} />,
    ],
  },
];
