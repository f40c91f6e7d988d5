import { DoubtedDays } from '../../../imports/views/doubted-days';
import { ImportState } from '../../../imports/views/import-state';
import { MatchColumns } from '../../../imports/views/match-columns';
import { Reading, UnreadNotice } from '../../../imports/views/reading';
import { TrialOutcome } from '../../../imports/views/trial-outcome';
import { UploadForm } from '../../../imports/views/upload-form';
import { unreadKinds } from '../../../sheets/unread';
import { Form, SubmitButton } from '../../forms';
import { address, wrong } from './form-specimens';
import type { Say, Specimen } from './specimens';

const states = ['previewed', 'applied', 'reversed'] as const;

export const importStates = (say: Say): readonly Specimen[] => [
  { of: ImportState, states: states.map((state) => <ImportState state={state} say={say} />) },
];

const matched = [
  {
    table: '2:1',
    columns: [
      {
        column: 'A',
        label: 'Họ và tên',
        samples: ['Nguyễn Thị Ánh'],
        fact: 'fullName',
        proposed: 'fullName',
        isChosen: false,
      },
      { column: 'F', label: 'Quê quán', samples: ['Huế', 'Cần Thơ'], fact: null, proposed: null, isChosen: false },
      { column: 'G', label: null, samples: [], fact: null, proposed: null, isChosen: true },
    ],
    rememberedAt: '2026-11-20T02:00:00Z',
  },
];
const facts = { all: ['fullName'], nameOf: () => 'Họ và tên' };

export const columnMatches = (): readonly Specimen[] => [
  {
    of: MatchColumns,
    states: [
      <Form action={address} id="columns">
        <MatchColumns matched={matched} tables={[]} facts={facts} />
      </Form>,
    ],
  },
];

export const doubtedDays = (): readonly Specimen[] => {
  const doubted = { place: '2:1!D', label: 'Ngày sinh', doubt: 'swapped' as const, isTurned: false, cells: 4 };
  const days = { ...doubted, sample: '12/03/1985', turned: '03/12/1985' };
  const columns = [days, { ...days, place: '2:1!H', label: 'Ngày vào Đảng', isTurned: true }];
  return [{ of: DoubtedDays, states: [<DoubtedDays columns={columns} action={`${address}/days`} asStands={{}} />] }];
};

export const readings = (): readonly Specimen[] => {
  const found = { where: 'A1:R9', rows: 8, sample: 'Nguyễn Thị Ánh', isHidden: false };
  const tables = [
    { ...found, id: '1:1', sheet: '2024', isRead: false },
    { ...found, id: '2:1', sheet: '2025', isRead: true },
  ];
  const unread = unreadKinds.map((what) => ({ where: 'F2:F9', what, label: 'Quê quán', sample: 'Huế', cells: 8 }));
  const reading = { tables: [], unread: [], choice: {}, doubtedDays: [] };
  return [
    { of: UnreadNotice, states: [<UnreadNotice unread={unread} />] },
    {
      of: Reading,
      states: [
        <Reading read={{ ...reading, tables, unread: unread.slice(0, 9) }} action={address} />,
        <Reading read={{ ...reading, matched }} facts={facts} action={`${address}/columns`} />,
        <Reading
          read={{
            ...{ ...reading, tables: [{ ...tables[1]!, lacks: ['fullName'] }] },
            headings: [{ id: '2:1', text: 'TT · Người', isTaken: true }],
          }}
          facts={facts}
          action={`${address}/headings`}
        />,
      ],
    },
  ];
};

export const trialOutcomes = (say: Say): readonly Specimen[] => {
  const outcome = (changes: number, same: number, refused: number) => (
    <TrialOutcome say={say} changes={changes} summary={{ same, refused }} hint={say.applyNext}>
      <SubmitButton label={say.send} />
    </TrialOutcome>
  );
  return [{ of: TrialOutcome, states: [outcome(3, 0, 0), outcome(3, 0, 2), outcome(0, 5, 0), outcome(0, 0, 2)] }];
};

export const uploadForms = (say: Say): readonly Specimen[] => {
  const units = { listed: ['LIX', 'VPS'].map((unit) => ({ value: unit, label: unit })), foundAt: null };
  const form = { action: address, say: { file: say.file, fileHint: say.fileHint }, label: say.send };
  return [
    {
      of: UploadForm,
      states: [
        <UploadForm {...form} id="upload" refusal={null} />,
        <UploadForm
          {...form}
          id="upload-of-unit"
          refusal={wrong('file')}
          ofUnit={{ units, label: say.unit, typed: {} }}
        />,
      ],
    },
  ];
};
