import { PageHeader } from '../../platform/pages/blocks';
import { SelectField, yesOrNo } from '../../platform/pages/choices';
import { Filters, Pager } from '../../platform/pages/lists';
import { useWords } from '../../platform/pages/page-context';
import { ordersOf, Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { Participation } from '../participation.queries';
import type { ParticipationQuery } from '../participation.requests';
import { rollWords } from '../rolls.words';
import type { StudyOverview } from '../study-overviews';
import { studyWords } from '../study-sessions.words';
import { onRoll, UnitAtSite, useOutcomeColumns } from './units';

interface Props {
  readonly overview: StudyOverview;
  readonly units: PageOf<Participation>;
  readonly query: Pick<ParticipationQuery, 'siteId' | 'done' | 'sort'>;
  readonly isFirstPage: boolean;
}

/** The called units in the order asked for; the totals are over all of them, whatever is filtered. */
export function ParticipationList({ overview, units, query, isFirstPage }: Props) {
  const say = useWords(studyWords);
  const roll = useWords(rollWords);
  const { item, sites, totals } = overview;
  const outcome = useOutcomeColumns(totals);
  const path = `/classes/${item.id}/participation`;
  const { sort = 'unit', ...filters } = query;
  const sortBy = ordersOf(path, filters, sort);
  return (
    <>
      <PageHeader
        title={roll.allUnits}
        subtitle={`${item.code} – ${item.name}`}
        back={{ href: `/classes/${item.id}/study`, label: say.backToStudy }}
      />
      <Filters
        action={path}
        values={{ siteId: query.siteId, done: query.done === undefined ? '' : String(query.done) }}
        hidden={{ sort: query.sort }}
      >
        <SelectField
          name="siteId"
          label={say.site}
          blank={roll.allSites}
          choices={sites.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField name="done" label={say.outcome} blank={roll.everyState} choices={yesOrNo(say.done, say.notDone)} />
      </Filters>
      <Table
        caption={say.participation}
        list={{ next: units.next, isFirstPage }}
        isLong
        rows={units.items}
        empty={{ title: roll.noUnitFound, next: roll.clearFilter }}
        columns={[
          {
            label: say.unit,
            isRowName: true,
            sort: sortBy('unit'),
            cell: (row) => <UnitAtSite unit={row} href={`${path}/${row.unitId}`} />,
          },
          {
            label: say.members,
            isNumber: true,
            cell: (row) => onRoll(row.members, row, 'member'),
            total: totals.members,
          },
          { label: say.exempt, isNumber: true, cell: (row) => onRoll(row.exempt, row, 'exempt'), total: totals.exempt },
          {
            label: say.obliged,
            isNumber: true,
            sort: sortBy('obliged'),
            cell: (row) => onRoll(row.obliged, row, 'obliged'),
            total: totals.obliged,
          },
          outcome.attendedMembers,
          { ...outcome.rate, sort: sortBy('rate') },
          outcome.nonMembers,
          outcome.outsideRoll,
          outcome.isDone,
        ]}
      />
      <Pager path={path} query={{ ...query }} next={units.next} isFirstPage={isFirstPage} />
      <p class="quiet">{say.participationExplained}</p>
    </>
  );
}
