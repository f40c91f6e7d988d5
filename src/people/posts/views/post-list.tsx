import { ExcelLink } from '../../../platform/pages/exports/list';
import { Badge } from '../../../platform/pages/badges';
import { PageHeader } from '../../../platform/pages/blocks';
import { choicesOf, SelectField, yesOrNo } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import { LinkButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import { postRanks } from '../../person.values';
import type { PostItem } from '../posts.queries';
import type { PostsPageQuery } from '../posts.requests';
import { postRankWords } from '../../person.labels';
import { postWords } from '../posts.words';
import { sortedBy } from './sorted-by';

interface Props {
  readonly posts: PageOf<PostItem>;
  readonly query: PostsPageQuery;
  readonly mayKeep: boolean;
}

export function PostList({ posts, query, mayKeep }: Props) {
  const say = useWords(postWords);
  const ranks = useWords(postRankWords);
  const locale = useLocale();
  const { search, rank, makesKeyCadre, verified, sort, cursor } = query;
  const filters = { search, rank, makesKeyCadre, verified };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const by = (order: string) => sortedBy('/posts', filters, sort ?? '-rank', order);
  return (
    <>
      <PageHeader
        title={say.title}
        back={{ href: '/people', label: say.people }}
        actions={
          <>
            {mayKeep && <LinkButton href="/posts/new" label={say.add} tone="primary" />}
            {mayKeep && <LinkButton href="/posts/unknown-texts" label={say.unknown} />}
            <LinkButton href="/posts/contradictions" label={say.contradictions} />
            <ExcelLink href={linkTo('/posts/workbook', { ...filters, sort })} />
          </>
        }
      />
      <Filters action="/posts" values={filters} hidden={{ sort }}>
        <TextField name="search" label={say.search} maxLength={100} />
        <SelectField name="rank" label={say.rank} choices={choicesOf(postRanks, ranks)} blank={say.any} />
        <SelectField
          name="makesKeyCadre"
          label={say.key}
          choices={yesOrNo(say.makesKeyCadre, say.makesNone)}
          blank={say.any}
        />
        <SelectField
          name="verified"
          label={say.citation}
          choices={yesOrNo(say.isVerified, say.unverified)}
          blank={say.any}
        />
      </Filters>
      <Table
        caption={say.title}
        list={{ next: posts.next, isFirstPage: cursor === undefined }}
        hasOwnFile
        hidesCaption
        isLong
        rows={posts.items}
        empty={isFiltered ? { title: say.noneFound, next: say.noneFoundNext } : { title: say.none }}
        columns={[
          {
            label: say.name,
            isRowName: true,
            sort: by('name'),
            cell: ({ id, nameVi, nameEn }) => <a href={`/posts/${id}`}>{locale === 'vi' ? nameVi : nameEn}</a>,
          },
          { label: say.rank, sort: by('rank'), cell: ({ rank: of }) => ranks[of] },
          {
            label: say.key,
            isState: true,
            cell: ({ makesKeyCadre: isKey }) => isKey && <Badge tone="info" text={say.key} />,
          },
          { label: say.holders, isNumber: true, sort: by('people'), cell: ({ people }) => people },
          {
            label: say.citation,
            cell: ({ citation, verified: isVerified }) => (
              <>
                {citation[locale]} {!isVerified && <Badge tone="warning" text={say.unverified} />}
              </>
            ),
          },
        ]}
      />
      <Pager path="/posts" query={{ ...filters, sort }} next={posts.next} isFirstPage={cursor === undefined} />
    </>
  );
}
