import type { ClassItem } from '../../classes/classes.queries';
import { standingWords } from '../../people/person.labels';
import { showDay } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { PageHeader, StatCards } from '../../platform/pages/blocks';
import { SelectField } from '../../platform/pages/choices';
import { TextField } from '../../platform/pages/fields';
import { linkTo } from '../../platform/pages/links';
import { Filters, Pager } from '../../platform/pages/lists';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { showShare } from '../../platform/pages/papers/shares';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { Participation } from '../participation.queries';
import type { RollQuery } from '../participation.requests';
import { placeOf } from '../roll';
import type { CorrectionItem, RollItem } from '../rolls.queries';
import { rollWords } from '../rolls.words';
import { studyWords } from '../study-sessions.words';
import { Corrections } from './corrections';

interface Props {
  readonly item: ClassItem;
  readonly unit: Participation;
  readonly people: PageOf<RollItem>;
  readonly corrections: readonly CorrectionItem[];
  readonly opensScans: boolean;
  readonly query: Pick<RollQuery, 'group' | 'search' | 'sort'>;
  readonly isFirstPage: boolean;
}

/** The people of one unit: who is obliged, exempt or apart, and who attended. */
export function UnitRoll({ item, unit, people, corrections, opensScans, query, isFirstPage }: Props) {
  const say = useWords(rollWords);
  const study = useWords(studyWords);
  const standing = useWords(standingWords);
  const locale = useLocale();
  const path = `/classes/${item.id}/participation/${unit.unitId}`;
  const { sort = 'name', ...filters } = query;
  return (
    <>
      <PageHeader
        title={`${unit.unitCode} – ${locale === 'vi' ? unit.unitNameVi : unit.unitNameEn}`}
        subtitle={`${item.code} – ${item.name}`}
        back={{ href: `/classes/${item.id}/participation`, label: say.allUnits }}
      />
      <StatCards
        label={study.participation}
        cards={[
          { label: study.members, value: unit.members, href: linkTo(path, { group: 'member' }) },
          { label: study.exempt, value: unit.exempt, href: linkTo(path, { group: 'exempt' }) },
          { label: study.obliged, value: unit.obliged, href: linkTo(path, { group: 'obliged' }) },
          {
            label: study.attendedMembers,
            value: unit.attendedMembers,
            hint: showShare(unit.rate, locale),
            href: linkTo(path, { group: 'attended' }),
          },
          {
            label: study.nonMembers,
            value: study.ofNonMembers(unit.attendedNonMembers, unit.nonMembers),
            href: linkTo(path, { group: 'non_member' }),
          },
        ]}
      />
      <Notice tone="info">
        <p>{unit.rollTakenOn ? say.rollFrozen(showDay(unit.rollTakenOn)) : say.rollOpen}</p>
      </Notice>
      <Filters action={path} values={{ group: query.group, search: query.search }} hidden={{ sort: query.sort }}>
        <TextField name="search" label={say.search} />
        <SelectField
          name="group"
          label={say.who}
          blank={say.everybody}
          choices={[
            { value: 'member', label: say.member },
            { value: 'obliged', label: say.obliged },
            { value: 'absent', label: say.absentMembers },
            { value: 'attended', label: say.attendedMembers },
            { value: 'exempt', label: say.exempt },
            { value: 'non_member', label: say.non_member },
            { value: 'outside', label: say.outside },
          ]}
        />
      </Filters>
      <Table
        caption={say.backToUnit(unit.unitCode)}
        list={{ next: people.next, isFirstPage }}
        isLong
        rows={people.items}
        empty={{ title: say.nobody, next: say.clearFilter }}
        columns={[
          {
            label: say.name,
            isRowName: true,
            sort: {
              href: linkTo(path, { ...filters, sort: sort === 'name' ? '-name' : 'name' }),
              direction: sort === 'name' ? 'ascending' : 'descending',
            },
            cell: ({ personId, fullName }) => <a href={`${path}/people/${personId}`}>{fullName}</a>,
          },
          { label: say.position, cell: ({ position }) => position },
          { label: say.standing, cell: (person) => standing[person.standing] },
          { label: say.onRoll, cell: (person) => <Place person={person} /> },
          {
            label: say.registered,
            cell: ({ registered }) => registered && <Badge tone="info" text={say.registered} />,
          },
          { label: say.attended, cell: ({ attended }) => attended && <Badge tone="success" text={say.attended} /> },
          { label: say.essay, cell: ({ essay }) => essay && say.handedIn },
        ]}
      />
      <Pager path={path} query={{ ...query }} next={people.next} isFirstPage={isFirstPage} />
      <Corrections lines={corrections} opensScans={opensScans} />
    </>
  );
}

/** Obliged, exempt with its ground, or apart. */
export function Place({ person }: { person: RollItem }) {
  const say = useWords(rollWords);
  const place = placeOf(person.listed ? person : null);
  return (
    <>
      {say[place]}
      {person.exemptGround && `: ${say[person.exemptGround].toLowerCase()}`}
      {person.corrected && (
        <>
          <br />
          <small class="quiet">{say.wasCorrected}</small>
        </>
      )}
    </>
  );
}
