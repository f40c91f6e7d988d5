import type { LongJob } from '../../../platform/jobs/long-jobs';
import { sortName } from '../../../platform/names';
import { Progress } from '../../../platform/pages/badges';
import { Card, PageHeader, StatCards } from '../../../platform/pages/blocks';
import { TextField } from '../../../platform/pages/fields';
import { ActionButton, LinkButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Filters } from '../../../platform/pages/lists';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { invitationWords } from '../invitations.words';
import { type Invitee, isUnderWay, type RosterAccounts } from '../rosters.queries';
import { areSeveral, type Choices, isNone, SearchedField } from '../../../platform/pages/searched/searched-field';

const path = '/roster-invitations';

/** Of the unit that was chosen. */
export interface RosterOfUnit {
  readonly unitId: string;
  readonly accounts: RosterAccounts;
  /** Words of a name they are narrowed by. */
  readonly search: string | undefined;
  /** The first of those who would be invited. */
  readonly invitees: readonly Invitee[];
  readonly job: LongJob | null;
}

interface Props {
  readonly units: Choices;
  readonly roster: RosterOfUnit | null;
  readonly refusal: Refusal | null;
}

export function RosterInvitation({ units, roster, refusal }: Props) {
  const say = useWords(invitationWords);
  return (
    <>
      <PageHeader title={say.rosterTitle} back={{ href: '/accounts', label: say.backToAccounts }} />
      <Problem refusal={refusal} />
      {isNone(units) && <p>{say.noUnits}</p>}
      {areSeveral(units) && (
        <Filters action={path} values={{ unitId: roster?.unitId }}>
          <SearchedField name="unitId" label={say.unit} choices={units} blank={say.chooseUnit} />
        </Filters>
      )}
      {roster && <OfUnit roster={roster} />}
    </>
  );
}

function OfUnit({ roster: { unitId, accounts, search, invitees, job } }: { roster: RosterOfUnit }) {
  const say = useWords(invitationWords);
  const { people, active, invited, takenBack, locked, withoutEmail, emailShared, toInvite } = accounts;
  return (
    <>
      <StatCards
        label={say.figures}
        cards={[
          { label: say.people, value: people, href: linkTo('/people', { unitId }) },
          { label: say.active, value: active, href: linkTo('/accounts', { unitId, state: 'active' }) },
          { label: say.invited, value: invited, href: linkTo('/accounts', { unitId, state: 'invited' }) },
          ...(takenBack > 0
            ? [
                {
                  label: say.takenBack,
                  value: takenBack,
                  hint: say.takenBackHint,
                  href: linkTo('/accounts', { unitId, state: 'invited' }),
                },
              ]
            : []),
          ...(locked > 0
            ? [{ label: say.locked, value: locked, href: linkTo('/accounts', { unitId, state: 'locked' }) }]
            : []),
          { label: say.withoutEmail, value: withoutEmail, hint: say.withoutEmailHint },
          ...(emailShared > 0 ? [{ label: say.emailShared, value: emailShared, hint: say.emailSharedHint }] : []),
        ]}
      />
      {job?.state === 'failed' && (
        <Notice tone="warning">
          <p>{say.stopped}</p>
        </Notice>
      )}
      {job && isUnderWay(job) ? (
        <UnderWay unitId={unitId} job={job} />
      ) : (
        <div class="actions page-actions">
          {toInvite > 0 && (
            <ActionButton
              action={path}
              hidden={{ unitId }}
              label={say.inviteAll(toInvite)}
              confirm={say.inviteAllMeans(toInvite)}
              tone="primary"
            />
          )}
          {invited > 0 && (
            <ActionButton action={`${path}/slips`} hidden={{ unitId }} label={say.slips} confirm={say.slipsMeans} />
          )}
        </div>
      )}
      <Card title={say.invitees}>
        {toInvite > 0 && (
          <Filters action={path} values={{ search }} hidden={{ unitId }}>
            <TextField name="search" label={say.search} hint={say.searchHint} maxLength={100} />
          </Filters>
        )}
        {search === undefined && toInvite > invitees.length && (
          <p class="quiet">{say.firstOf(invitees.length, toInvite)}</p>
        )}
        <Table
          caption={say.invitees}
          list={{ next: toInvite > invitees.length && search === undefined ? '' : null, isFirstPage: true }}
          hidesCaption
          isLong
          rows={invitees}
          empty={{
            title: search === undefined ? say.nobody : say.nobodyFound,
            next: search === undefined ? say.nobodyNext : say.nobodyFoundNext,
            action: <LinkButton href={linkTo('/people', { unitId })} label={say.seeRoster} />,
          }}
          columns={[
            { label: say.name, isRowName: true, orderedBy: ({ name }) => sortName(name), cell: ({ name }) => name },
            { label: say.email, cell: ({ email }) => email },
            {
              label: say.actions,
              hidesLabel: true,
              cell: ({ personId, name }) => (
                <a href={linkTo('/accounts/new', { personId })} aria-label={say.aloneOf(name)}>
                  {say.alone}
                </a>
              ),
            },
          ]}
        />
      </Card>
    </>
  );
}

/** Asks again every second until everybody is invited. */
export function UnderWay({ unitId, job: { done, total, ...job } }: { unitId: string; job: LongJob }) {
  const say = useWords(invitationWords);
  const isRunning = isUnderWay(job);
  return (
    <Progress
      label={say.progress}
      done={done}
      total={total}
      {...(isRunning ? { pollUrl: linkTo(`${path}/progress`, { unitId }) } : {})}
    >
      {isRunning ? (
        <p>{say.underWay}</p>
      ) : (
        <>
          <p>{job.state === 'failed' ? say.stopped : say.done(done)}</p>
          <LinkButton href={linkTo(path, { unitId })} label={say.rosterTitle} />
        </>
      )}
    </Progress>
  );
}
