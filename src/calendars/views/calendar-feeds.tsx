import { showMoment } from '../../platform/clock';
import { Card, EmptyState, PageHeader } from '../../platform/pages/blocks';
import { Field } from '../../platform/pages/field';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import type { FeedKind } from '../calendar-feeds.policy';
import type { CalendarFeedItem } from '../calendar-feeds.queries';
import { feedWords } from '../calendar-feeds.words';
import type { RefusedInvitation } from '../invitations.queries';

interface Place {
  readonly kind: FeedKind;
  readonly classId: string | null;
  readonly className: string | null;
  readonly feed: CalendarFeedItem | null;
}

interface Props {
  readonly feeds: readonly CalendarFeedItem[];
  /** The kinds the reader may make. */
  readonly makeable: readonly FeedKind[];
  readonly inClass: { readonly id: string; readonly name: string } | null;
  /** Whose invitations to the class did not arrive; for those who run it. */
  readonly refused: readonly RefusedInvitation[];
  readonly refusal: Refusal | null;
}

export function CalendarFeeds({ feeds, makeable, inClass, refused, refusal }: Props) {
  const say = useWords(feedWords);
  const places = placesOf(feeds, makeable, inClass);
  return (
    <div class="narrow">
      <PageHeader title={say.title} />
      <Problem refusal={refusal} />
      {refused.length > 0 && <RefusedInvitations refused={refused} />}
      {places.map((place) => (
        <Feed place={place} />
      ))}
      {places.length === 0 ? (
        <EmptyState
          title={say.nothing}
          next={say.nothingNext}
          action={<LinkButton href="/classes" label={say.classes} />}
        />
      ) : (
        <Card title={say.howTo}>
          <p>{say.onIphone}</p>
          <p>{say.onGoogle}</p>
        </Card>
      )}
    </div>
  );
}

function RefusedInvitations({ refused }: Pick<Props, 'refused'>) {
  const say = useWords(feedWords);
  return (
    <Card title={say.refused}>
      <p>{say.refusedNext}</p>
      <Table
        caption={say.refused}
        hidesCaption
        rows={refused}
        empty={{ title: '' }}
        columns={[
          { label: say.learner, isRowName: true, cell: ({ fullName }) => fullName },
          { label: say.email, cell: ({ to }) => to },
          { label: say.error, cell: ({ error }) => error },
          { label: say.tried, cell: ({ isGivenUp }) => (isGivenUp ? say.givenUp : say.triedAgain) },
        ]}
      />
    </Card>
  );
}

/** Every feed there is, and a place for each that may be made; the class one came from stands first. */
function placesOf(
  feeds: readonly CalendarFeedItem[],
  makeable: readonly FeedKind[],
  inClass: Props['inClass'],
): readonly Place[] {
  const existing = feeds.map((feed): Place => ({ ...feed, feed }));
  const empty = makeable
    .map((kind): Place => ({
      kind,
      classId: kind === 'class' ? (inClass?.id ?? null) : null,
      className: inClass?.name ?? null,
      feed: null,
    }))
    .filter((place) => !existing.some(({ kind, classId }) => kind === place.kind && classId === place.classId));
  const isAsked = ({ classId }: Place) => inClass !== null && classId === inClass.id;
  return [...existing, ...empty].toSorted((one, other) => Number(isAsked(other)) - Number(isAsked(one)));
}

function Feed({ place: { kind, classId, className, feed } }: { place: Place }) {
  const say = useWords(feedWords);
  const titles: Readonly<Record<FeedKind, string>> = {
    person: say.myTraining,
    manager: say.myClasses,
    class: say.ofClass(className ?? ''),
  };
  const make = { action: '/me/calendar', id: `make-${kind}-${classId ?? 'own'}`, hidden: { kind, classId } };
  if (!feed) {
    return (
      <Card title={titles[kind]}>
        <p>{say[kind]}</p>
        <EmptyState
          title={say.none}
          next={say.noneNext}
          action={<ActionButton {...make} label={say.make} tone="primary" />}
        />
      </Card>
    );
  }
  return (
    <Card title={titles[kind]}>
      <p>{say[kind]}</p>
      <Field
        name={`address-${feed.id}`}
        label={say.address}
        hint={[
          say.addressHint,
          say.madeAt(showMoment(feed.createdAt)),
          say.readAt(feed.readAt && showMoment(feed.readAt)),
        ].join(' ')}
        control={(attributes) => (
          <input {...attributes} class="form-control" type="text" value={feed.address} readOnly />
        )}
      />
      {kind === 'person' && <p class="quiet">{say.readInstead}</p>}
      <div class="actions">
        <ActionButton {...make} label={say.makeAnew} confirm={say.makeAnewMeans} />
        <ActionButton
          action={`/me/calendar/${feed.id}/revocation`}
          hidden={{ classId }}
          label={say.revoke}
          tone="danger"
          confirm={say.revokeMeans}
        />
      </div>
    </Card>
  );
}
