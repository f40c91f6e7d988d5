import type { ClassItem } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import { showMoment } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { LinkButton } from '../../platform/pages/forms';
import { Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { RosterItem, RosterUnit } from '../enrollments.queries';
import { enrollmentWords } from '../enrollments.words';
import { essayWords } from '../essays.words';
import { showMark } from '../show-mark';
import { ClassFrame } from '../../classes/views/class-frame';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly roster: PageOf<RosterItem>;
  readonly units: readonly RosterUnit[];
  readonly nextToMark: string | null;
  readonly isFirstPage: boolean;
}

/** Who handed an essay in, and which wait for a mark: for the office and the class manager. */
export function Essays({ item, actor, roster, units, nextToMark, isFirstPage }: Props) {
  const say = useWords(essayWords);
  const people = useWords(enrollmentWords);
  const locale = useLocale();
  const total = (key: 'people' | 'essays' | 'essaysMarked') => units.reduce((sum, unit) => sum + unit[key], 0);
  const path = `/classes/${item.id}/essays`;
  return (
    <ClassFrame
      item={item}
      actor={actor}
      current="roster"
      actions={
        nextToMark && <LinkButton href={`/enrollments/${nextToMark}/essay`} label={say.nextToMark} tone="primary" />
      }
    >
      <p>{say.counts(total('essays'), total('people'), total('essaysMarked'))}</p>
      <Table
        caption={say.essays}
        rows={roster.items}
        columns={[
          {
            label: people.name,
            isRowName: true,
            cell: ({ id, fullName }) => <a href={`/enrollments/${id}/essay`}>{fullName}</a>,
          },
          { label: people.unit, cell: ({ unitName }) => unitName },
          {
            label: say.handedInAt,
            cell: ({ essayHandedInAt }) =>
              essayHandedInAt ? showMoment(essayHandedInAt) : <span class="quiet">{say.notHandedIn}</span>,
          },
          {
            label: say.mark,
            cell: ({ essayHandedInAt, essayMark }) => {
              if (essayMark !== null) return showMark(essayMark, locale);
              return essayHandedInAt && <Badge tone="warning" text={say.waits} />;
            },
          },
        ]}
        empty={{ title: people.nobodyYet, next: people.nobodyYetNext }}
      />
      <Pager path={path} next={roster.next} isFirstPage={isFirstPage} />
    </ClassFrame>
  );
}
