import type { FoundKind, Told } from '../../platform/finding';
import { Badge } from '../../platform/pages/badges';
import { EmptyState, PageHeader } from '../../platform/pages/blocks';
import { linkTo } from '../../platform/pages/links';
import { useWords } from '../../platform/pages/page-context';
import { SearchAgain } from '../../platform/pages/frame/search-box';
import { kindWords, searchWords } from '../search.words';

export interface ToldGroup {
  readonly kind: FoundKind;
  readonly items: readonly Told[];
  readonly isMore: boolean;
  /** Where all of them are; null on the page that shows them. */
  readonly all: string | null;
}

interface Props {
  readonly q: string;
  /** Null where there was not enough to look for. */
  readonly groups: readonly ToldGroup[] | null;
}

export function SearchPage({ q, kind, groups }: Props & { kind: FoundKind | null }) {
  const say = useWords(searchWords);
  const kinds = useWords(kindWords);
  return (
    <>
      <PageHeader title={kind ? `${say.title}: ${kinds[kind]}` : say.title} />
      <SearchAgain q={q} kind={kind} />
      {kind && (
        <p>
          <a href={linkTo('/search', { q })}>{say.allKinds}</a>
        </p>
      )}
      <Found q={q} groups={groups} />
    </>
  );
}

/** Also below the box of the header while one types. */
export function Found({ q, groups }: Props) {
  const say = useWords(searchWords);
  if (groups === null) return <EmptyState title={say.tooFew} next={say.whatFor} />;
  if (groups.length === 0) return <EmptyState title={say.nothing(q)} next={say.whatFor} />;
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const isMore = groups.some((group) => group.isMore);
  return (
    <div class="found">
      <p class="quiet found-count">{isMore ? say.countedOrMore(count) : say.counted(count)}</p>
      {groups.map((group) => (
        <Group {...group} />
      ))}
    </div>
  );
}

function Group({ kind, items, isMore, all }: ToldGroup) {
  const say = useWords(searchWords);
  const name = useWords(kindWords)[kind];
  return (
    <section class="found-group">
      <h2>{name}</h2>
      <ul>
        {items.map((item) => (
          <li>
            <FoundOne {...item} />
          </li>
        ))}
      </ul>
      {isMore &&
        (all ? (
          <a class="found-all" href={all}>
            {say.all(name)}
          </a>
        ) : (
          <p>{say.narrow}</p>
        ))}
    </section>
  );
}

function FoundOne({ href, name, facts, state }: Told) {
  return (
    <a href={href}>
      <strong>{name}</strong>
      <span class="found-facts">{facts.join(' · ')}</span>
      {state && <Badge tone={state.tone} text={state.text} />}
    </a>
  );
}
