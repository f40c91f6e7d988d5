import { ImportState } from '../../../imports/views/import-state';
import { Reading, UnreadNotice } from '../../../imports/views/reading';
import { TrialOutcome } from '../../../imports/views/trial-outcome';
import { UploadForm } from '../../../imports/views/upload-form';
import { unreadKinds } from '../../../sheets/unread';
import { SubmitButton } from '../../forms';
import { address, wrong } from './form-specimens';
import type { Say, Specimen } from './specimens';

const states = ['previewed', 'applied', 'reversed'] as const;

export const importStates = (say: Say): readonly Specimen[] => [
  { of: ImportState, states: states.map((state) => <ImportState state={state} say={say} />) },
];

export const readings = (): readonly Specimen[] => {
  const found = { where: 'A1:R9', rows: 8, sample: 'Nguyễn Thị Ánh', isHidden: false };
  const tables = [
    { ...found, id: '1:1', sheet: '2024', isRead: false },
    { ...found, id: '2:1', sheet: '2025', isRead: true },
  ];
  const unread = unreadKinds.map((what) => ({ where: 'F2:F9', what, label: 'Quê quán', sample: 'Huế', cells: 8 }));
  return [
    { of: UnreadNotice, states: [<UnreadNotice unread={unread} />] },
    { of: Reading, states: [<Reading read={{ tables, unread: unread.slice(0, 7), choice: {} }} action={address} />] },
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
  const units = ['LIX', 'VPS'].map((unit) => ({ value: unit, label: unit }));
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
