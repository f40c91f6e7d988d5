import { SelectField, yesOrNo } from '../../platform/pages/choices';
import { TextField } from '../../platform/pages/fields';
import { linkTo } from '../../platform/pages/links';
import { Filters } from '../../platform/pages/lists';
import { useWords } from '../../platform/pages/page-context';
import type { Column } from '../../platform/pages/tables';
import { type CompletionOrder, type CompletionSort, orderOf } from '../completion-order';
import type { CompletionsRequest } from '../completions.requests';
import { completionWords } from '../completions.words';

export type CompletionsFilter = Pick<CompletionsRequest, 'completed' | 'decided' | 'search'>;

/** `labels` name the two results: expected ones read otherwise than final ones. */
export function CompletionFilters({
  path,
  filter: { completed, decided, search },
  sort,
  labels,
}: {
  path: string;
  filter: CompletionsFilter;
  sort: CompletionSort | undefined;
  labels: { readonly completed: string; readonly notCompleted: string };
}) {
  const say = useWords(completionWords);
  return (
    <Filters action={path} values={{ search, completed, decided }} hidden={{ sort }}>
      <TextField name="search" label={say.search} hint={say.searchHint} maxLength={100} />
      <SelectField
        name="completed"
        label={say.result}
        blank={say.all}
        choices={yesOrNo(labels.completed, labels.notCompleted)}
      />
      <SelectField
        name="decided"
        label={say.basis}
        blank={say.all}
        choices={[
          { value: 'false', label: say.byRules },
          { value: 'true', label: say.byAuthority },
        ]}
      />
    </Filters>
  );
}

/** The link in the heading of a column: first upward, then downward. */
export function sortedBy(
  by: CompletionOrder['by'],
  { path, filter, sort = 'name' }: { path: string; filter: CompletionsFilter; sort: CompletionSort | undefined },
): NonNullable<Column<unknown>['sort']> {
  const order = orderOf(sort);
  const isThis = order.by === by;
  const next = isThis && !order.isDescending ? (`-${by}` as const) : by;
  const direction = isThis ? (order.isDescending ? 'descending' : 'ascending') : null;
  return { href: linkTo(path, { ...filter, sort: next }), direction };
}
