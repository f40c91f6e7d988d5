import { ImportState } from '../../../imports/views/import-state';
import { TrialOutcome } from '../../../imports/views/trial-outcome';
import { UploadForm } from '../../../imports/views/upload-form';
import { SubmitButton } from '../../forms';
import { address, wrong } from './form-specimens';
import type { Say, Specimen } from './specimens';

const states = ['previewed', 'applied', 'reversed'] as const;

export const importStates = (say: Say): readonly Specimen[] => [
  { of: ImportState, states: states.map((state) => <ImportState state={state} say={say} />) },
];

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
