import type { Actor } from '../../../platform/access/actor';
import { showMoment, showTime } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { PageHeader } from '../../../platform/pages/blocks';
import { choicesOf, RowCheck, SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SaveBar, SubmitButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Filters, Pager, WaitsForMe } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { type Column, type ListPart, ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import { settledStandings } from '../../attendance.queries';
import { markWords } from '../../attendance.words';
import { halfDayTitle } from '../../half-day-title';
import type { OtherDevice } from '../to-settle.queries';
import type { OtherDevicesPageQuery } from '../to-settle.requests';
import { settleWords, standingWords } from '../to-settle.words';
import { SettledBy } from './refused-scans';

export const standingTones = { provisional: 'warning', accepted: 'success', refused: 'danger' } as const;

interface Props {
  readonly devices: PageOf<OtherDevice>;
  readonly query: OtherDevicesPageQuery;
  readonly actor: Actor;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

/** Who checked in by another device than before: ticked and accepted, or refused with a reason, in one form. */
export function OtherDeviceList({ devices, query, actor, typed, refusal }: Props) {
  const say = useWords(settleWords);
  const standings = useWords(standingWords);
  const { standing = 'provisional', classId, halfDayId } = query;
  const place = { classId, halfDayId };
  const maySettle = ({ standing, personId }: OtherDevice) => standing === 'provisional' && !actor.is(personId);
  const waiting = devices.items.filter(maySettle);
  const list = { next: devices.next, isFirstPage: query.cursor === undefined };
  const asked = { waitsFor: query.waitsFor, standing: query.standing, ...place };
  const sort = ordersOf('/other-devices', asked, query.sort ?? '-boundAt')('boundAt');
  const table = <Devices sort={sort} devices={devices.items} list={list} maySettle={maySettle} />;
  return (
    <>
      <PageHeader
        title={say.devicesTitle}
        {...(halfDayId && { back: { href: `/half-days/${halfDayId}/attendance`, label: say.ofHalfDay } })}
      />
      <Problem refusal={refusal} />
      <Filters
        action="/other-devices"
        values={{ standing, waitsFor: query.waitsFor }}
        hidden={{ ...place, sort: query.sort }}
      >
        <SelectField
          name="standing"
          label={say.state}
          choices={[...choicesOf(settledStandings, standings), { value: 'all', label: say.all }]}
        />
        <WaitsForMe value={query.waitsFor} />
      </Filters>
      {waiting.length > 0 ? (
        <Form
          action={linkTo('/other-devices', { ...query })}
          values={typed}
          errors={refusal?.fields ?? []}
          hidden={{ shown: waiting.map(({ id }) => id) }}
        >
          {table}
          <TextField name="reason" label={say.reason} hint={say.refuseReasonHint} maxLength={500} />
          <SaveBar>
            <SubmitButton label={say.accept} name="do" value="accept" />
            <SubmitButton label={say.acceptAll(waiting.length)} tone="plain" name="do" value="accept_all" />
            <SubmitButton label={say.refuse} tone="danger" name="do" value="refuse" />
          </SaveBar>
        </Form>
      ) : (
        table
      )}
      <Pager
        path="/other-devices"
        query={{ ...asked, sort: query.sort }}
        next={devices.next}
        isFirstPage={query.cursor === undefined}
      />
    </>
  );
}

function Devices({
  devices,
  sort,
  list,
  maySettle,
}: {
  devices: readonly OtherDevice[];
  sort: Column<OtherDevice>['sort'];
  list: ListPart;
  maySettle: (device: OtherDevice) => boolean;
}) {
  const say = useWords(settleWords);
  const standings = useWords(standingWords);
  const marks = useWords(markWords);
  const locale = useLocale();
  const choose: Column<OtherDevice> = {
    label: say.choose,
    hidesLabel: true,
    cell: (device) =>
      maySettle(device) && <RowCheck name="ids" value={device.id} label={`${say.choose} ${device.fullName}`} />,
  };
  return (
    <Table
      caption={say.devicesTitle}
      list={list}
      hidesCaption
      isLong
      rows={devices}
      empty={{ title: say.noDevices, next: say.noDevicesNext }}
      columns={[
        ...(devices.some(maySettle) ? [choose] : []),
        {
          label: say.person,
          isRowName: true,
          cell: ({ fullName, unitName }) => (
            <>
              {fullName}
              {unitName && <small class="choice-hint">{unitName}</small>}
            </>
          ),
        },
        {
          label: say.scan,
          ...(sort && { sort }),
          cell: ({ boundAt, mark, inAt, outAt }) =>
            [showMoment(boundAt), mark && marks[mark], say.inOut(inAt && showTime(inAt), outAt && showTime(outAt))]
              .filter(Boolean)
              .join(' · '),
        },
        {
          label: say.halfDay,
          cell: (device) => (
            <a href={`/half-days/${device.halfDayId}/attendance`}>
              {device.classCode} · {halfDayTitle(device, locale)}
            </a>
          ),
        },
        {
          label: say.state,
          cell: (device) => (
            <>
              <Badge tone={standingTones[device.standing]} text={standings[device.standing]} />
              <SettledBy of={device} />
            </>
          ),
        },
      ]}
    />
  );
}
