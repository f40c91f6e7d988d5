import type { Actor } from '../../../platform/access/actor';
import { showMoment } from '../../../platform/clock';
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
import { directionWords } from '../../attendance.words';
import { halfDayTitle } from '../../half-day-title';
import { type RefusedScan, scanStates } from '../to-settle.queries';
import type { RefusedScansPageQuery } from '../to-settle.requests';
import { settleWords } from '../to-settle.words';
import { whyRefusedWords, whysRefused } from '../why-refused';

const tones = { waiting: 'warning', overtaken: 'neutral', taken: 'success', dismissed: 'neutral' } as const;

interface Props {
  readonly scans: PageOf<RefusedScan>;
  readonly query: RefusedScansPageQuery;
  readonly actor: Actor;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

/** Scans that were refused, each with who, when and why; those that wait are ticked and taken or dismissed in one form. */
export function RefusedScanList({ scans, query, actor, typed, refusal }: Props) {
  const say = useWords(settleWords);
  const whys = useWords(whyRefusedWords);
  const { state = 'waiting', why, classId, halfDayId } = query;
  const place = { classId, halfDayId };
  const maySettle = ({ state, personId }: RefusedScan) => state === 'waiting' && !actor.is(personId);
  const list = { next: scans.next, isFirstPage: query.cursor === undefined };
  const asked = { waitsFor: query.waitsFor, state: query.state, why, ...place };
  const sort = ordersOf('/refused-scans', asked, query.sort ?? '-lastAt')('lastAt');
  const table = <Scans sort={sort} scans={scans.items} list={list} maySettle={maySettle} />;
  return (
    <>
      <PageHeader
        title={say.refusedTitle}
        {...(halfDayId && { back: { href: `/half-days/${halfDayId}/attendance`, label: say.ofHalfDay } })}
      />
      <Problem refusal={refusal} />
      <Filters
        action="/refused-scans"
        values={{ state, why: why ?? '', waitsFor: query.waitsFor }}
        hidden={{ ...place, sort: query.sort }}
      >
        <SelectField name="state" label={say.state} choices={choicesOf([...scanStates, 'all'] as const, say)} />
        <SelectField name="why" label={say.why} blank={say.allWhys} choices={choicesOf(whysRefused, whys)} />
        <WaitsForMe value={query.waitsFor} />
      </Filters>
      {scans.items.some(maySettle) ? (
        <Form action={linkTo('/refused-scans', { ...query })} values={typed} errors={refusal?.fields ?? []}>
          {table}
          <TextField name="reason" label={say.reason} hint={say.takeReasonHint} maxLength={500} />
          <SaveBar>
            <SubmitButton label={say.take} name="do" value="take" />
            <SubmitButton label={say.dismiss} tone="plain" name="do" value="dismiss" />
          </SaveBar>
        </Form>
      ) : (
        table
      )}
      <Pager
        path="/refused-scans"
        query={{ ...asked, sort: query.sort }}
        next={scans.next}
        isFirstPage={query.cursor === undefined}
      />
    </>
  );
}

function Scans({
  scans,
  sort,
  list,
  maySettle,
}: {
  scans: readonly RefusedScan[];
  sort: Column<RefusedScan>['sort'];
  list: ListPart;
  maySettle: (scan: RefusedScan) => boolean;
}) {
  const say = useWords(settleWords);
  const whys = useWords(whyRefusedWords);
  const directions = useWords(directionWords);
  const locale = useLocale();
  const choose: Column<RefusedScan> = {
    label: say.choose,
    hidesLabel: true,
    cell: (scan) => maySettle(scan) && <RowCheck name="ids" value={scan.id} label={`${say.choose} ${scan.fullName}`} />,
  };
  return (
    <Table
      caption={say.refusedTitle}
      list={list}
      hidesCaption
      isLong
      rows={scans}
      empty={{ title: say.noRefused, next: say.noRefusedNext }}
      columns={[
        ...(scans.some(maySettle) ? [choose] : []),
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
        { label: say.why, cell: ({ why }) => whys[why] },
        {
          label: say.scan,
          ...(sort && { sort }),
          cell: ({ direction, scannedAt, times, toldLater }) =>
            [
              `${directions[direction]} ${showMoment(scannedAt)}`,
              times > 1 && say.times(times),
              toldLater && say.offline,
            ]
              .filter(Boolean)
              .join(', '),
        },
        {
          label: say.halfDay,
          cell: (scan) => (
            <a href={`/half-days/${scan.halfDayId}/attendance`}>
              {scan.classCode} · {halfDayTitle(scan, locale)}
            </a>
          ),
        },
        {
          label: say.state,
          cell: (scan) => (
            <>
              <Badge tone={tones[scan.state]} text={say[scan.state]} />
              <SettledBy of={scan} />
            </>
          ),
        },
      ]}
    />
  );
}

export function SettledBy({ of }: { of: Pick<RefusedScan, 'settledAt' | 'settledByName' | 'reason'> }) {
  const say = useWords(settleWords);
  const { settledAt, settledByName, reason } = of;
  if (!settledAt) return null;
  return (
    <small class="choice-hint">
      {[say.settledBy(settledByName ?? '', showMoment(settledAt)), reason].filter(Boolean).join('. ')}
    </small>
  );
}
