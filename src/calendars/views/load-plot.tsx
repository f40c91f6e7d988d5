import { courseKinds } from '../../courses/course.entity';
import { courseWords } from '../../courses/courses.words';
import { showDay } from '../../platform/clock';
import { Card, EmptyState, PageHeader } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { useWords } from '../../platform/pages/page-context';
import { Plot } from '../../platform/plots/plot';
import { Table } from '../../platform/pages/tables';
import { type LoadedWeek, plotOfRooms, plotOfWeeks, roomsDrawn } from '../load-plot';
import type { RoomLoad } from '../load-plot.queries';
import { loadWords } from '../load-plot.words';

interface Props {
  readonly year: number;
  readonly weeks: readonly LoadedWeek[];
  readonly rooms: readonly RoomLoad[];
  readonly includesDrafts: boolean;
}

export function LoadPlots({ year, weeks, rooms, includesDrafts }: Props) {
  const say = useWords(loadWords);
  const subtitle = includesDrafts ? `${say.subtitle} ${say.withDrafts}` : say.subtitle;
  return (
    <>
      <PageHeader
        title={say.title(year)}
        subtitle={subtitle}
        actions={<LinkButton href="/calendar" label={say.calendar} />}
      />
      <nav class="actions page-actions other-days" aria-label={say.years}>
        <a class="btn" href={linkTo('/calendar/load', { year: year - 1 })} rel="prev">
          {year - 1}
        </a>
        <a class="btn" href={linkTo('/calendar/load', { year: year + 1 })} rel="next">
          {year + 1}
        </a>
      </nav>
      {rooms.length === 0 ? (
        <EmptyState title={say.nothing(year)} next={say.nothingNext} />
      ) : (
        <>
          <PerRoom year={year} rooms={rooms} />
          <PerWeek year={year} weeks={weeks} />
        </>
      )}
    </>
  );
}

function PerWeek({ year, weeks }: Pick<Props, 'year' | 'weeks'>) {
  const say = useWords(loadWords);
  const kinds = useWords(courseWords);
  const total = weeks.reduce((sum, week) => sum + week.total, 0);
  const fullest = weeks.reduce((most, week) => (week.total > most.total ? week : most));
  const sumOf = (kind: (typeof courseKinds)[number]) => weeks.reduce((sum, { byKind }) => sum + byKind[kind], 0);
  return (
    <Card title={say.perWeek}>
      <Plot
        id="weeks"
        title={say.weeksSeen(year, total, showDay(fullest.monday), fullest.total)}
        drawing={plotOfWeeks(weeks, kinds)}
      />
      <details class="unfold">
        <summary>
          <span>{say.weeksTable}</span>
        </summary>
        <Table
          caption={say.weeksTable}
          hidesCaption
          rows={weeks.filter((week) => week.total > 0)}
          empty={{ title: say.nothing(year) }}
          columns={[
            {
              label: say.week,
              isRowName: true,
              cell: ({ monday, sunday }) => (
                <a href={linkTo('/calendar', { view: 'week', day: monday })}>
                  {say.fromTo(showDay(monday), showDay(sunday))}
                </a>
              ),
            },
            ...courseKinds.map((kind) => ({
              label: kinds[kind],
              isNumber: true,
              cell: ({ byKind }: LoadedWeek) => byKind[kind],
              total: sumOf(kind),
            })),
            { label: say.all, isNumber: true, cell: (week) => week.total, total },
          ]}
        />
      </details>
    </Card>
  );
}

function PerRoom({ year, rooms }: Pick<Props, 'year' | 'rooms'>) {
  const say = useWords(loadWords);
  const [busiest] = rooms;
  const nameOf = ({ roomName }: RoomLoad) => roomName ?? say.noRoom;
  return (
    <Card title={say.perRoom}>
      <Plot
        id="rooms"
        title={say.roomsSeen(year, busiest ? nameOf(busiest) : say.noRoom, busiest?.halfDays ?? 0)}
        drawing={plotOfRooms(rooms, say.noRoom)}
      />
      {rooms.length > roomsDrawn && <p class="text-secondary">{say.busiestDrawn(roomsDrawn, rooms.length)}</p>}
      <Table
        caption={say.roomsTable}
        rows={rooms}
        empty={{ title: say.nothing(year) }}
        columns={[
          { label: say.room, isRowName: true, cell: nameOf },
          {
            label: say.halfDays,
            isNumber: true,
            cell: ({ halfDays }) => halfDays,
            total: rooms.reduce((sum, { halfDays }) => sum + halfDays, 0),
          },
        ]}
      />
    </Card>
  );
}
