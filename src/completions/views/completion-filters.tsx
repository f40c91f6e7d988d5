import { SelectField } from '../../platform/pages/choices';
import { TextField } from '../../platform/pages/fields';
import { Filters } from '../../platform/pages/lists';
import { useWords } from '../../platform/pages/page-context';
import type { CompletionsRequest } from '../completions.requests';
import { completionWords } from '../completions.words';

export type CompletionsFilter = Pick<CompletionsRequest, 'completed' | 'search'>;

/** `labels` name the two results: expected ones read otherwise than final ones. */
export function CompletionFilters({
  path,
  filter: { completed, search },
  labels,
}: {
  path: string;
  filter: CompletionsFilter;
  labels: { readonly completed: string; readonly notCompleted: string };
}) {
  const say = useWords(completionWords);
  return (
    <Filters action={path} values={{ search, completed }}>
      <TextField name="search" label={say.search} hint={say.searchHint} autocomplete="off" maxLength={100} />
      <SelectField
        name="completed"
        label={say.result}
        blank={say.all}
        choices={[
          { value: 'true', label: labels.completed },
          { value: 'false', label: labels.notCompleted },
        ]}
      />
    </Filters>
  );
}
