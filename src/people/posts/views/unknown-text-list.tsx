import { ExcelLink } from '../../../platform/pages/exports/list';
import { PageHeader } from '../../../platform/pages/blocks';
import { type Choice, choicesOf, SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import { unknownPlaces, type UnknownTextsPageQuery } from '../posts.requests';
import { postWords } from '../posts.words';
import type { UnknownTextItem } from '../unknown-texts.queries';
import { sortedBy } from './sorted-by';

interface Props {
  readonly texts: PageOf<UnknownTextItem>;
  readonly count: number;
  readonly query: UnknownTextsPageQuery;
  readonly posts: readonly Choice[];
}

const path = '/posts/unknown-texts';

export function UnknownTextList({ texts, count, query, posts }: Props) {
  const say = useWords(postWords);
  const { search, place, sort, cursor } = query;
  const filters = { search, place };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const by = (order: string) => sortedBy(path, filters, sort ?? '-people', order);
  return (
    <>
      <PageHeader
        title={say.unknown}
        subtitle={say.unknownCount(count)}
        back={{ href: '/posts', label: say.title }}
        actions={count > 0 && <ExcelLink href={linkTo(`${path}/workbook`, { ...filters, sort })} />}
      />
      <p>{say.unknownHint}</p>
      <Filters action={path} values={filters} hidden={{ sort }}>
        <TextField name="search" label={say.text} maxLength={100} />
        <SelectField name="place" label={say.place} choices={choicesOf(unknownPlaces, say)} blank={say.any} />
      </Filters>
      <Table
        caption={say.unknown}
        list={{ next: texts.next, isFirstPage: cursor === undefined }}
        hasOwnFile
        hidesCaption
        rows={texts.items}
        empty={
          isFiltered
            ? { title: say.noneFound, next: say.noneFoundNext }
            : { title: say.unknownNone, next: say.unknownNoneNext }
        }
        columns={[
          { label: say.text, isRowName: true, sort: by('text'), cell: ({ text }) => text },
          { label: say.place, cell: ({ place: of }) => say[of] },
          { label: say.holders, isNumber: true, sort: by('people'), cell: ({ people }) => people },
          { label: say.units, cell: ({ units }) => units },
          { label: say.assign, cell: ({ text }) => <Settle text={text} posts={posts} /> },
        ]}
      />
      <Pager path={path} query={{ ...filters, sort }} next={texts.next} isFirstPage={cursor === undefined} />
    </>
  );
}

/** One choice and one button, which lead to the post with the text among its spellings. */
function Settle({ text, posts }: { text: string; posts: readonly Choice[] }) {
  const say = useWords(postWords);
  return (
    <form method="get" action={`${path}/settling`} class="actions">
      <input type="hidden" name="spelling" value={text} />
      <select class="form-select" name="postId" aria-label={say.assignTo(text)}>
        <option value="">{say.newPost}</option>
        {posts.map(({ value, label }) => (
          <option value={value}>{label}</option>
        ))}
      </select>
      <button type="submit" class="btn" aria-label={`${say.goOn}: ${text}`}>
        {say.goOn}
      </button>
    </form>
  );
}
