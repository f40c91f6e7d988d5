import type { BackupSettings } from '../../../platform/backups/backup-settings';
import { sealsWith } from '../../../platform/backups/backup-keys';
import { rowsIn } from '../../../platform/backups/snapshot';
import { showMoment } from '../../../platform/clock';
import { Badge, Progress, type Tone } from '../../../platform/pages/badges';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { ActionButton, LinkButton } from '../../../platform/pages/forms';
import { Pager } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import type { BackupItem, BackupStanding, BackupState } from '../backups.queries';
import { backupWords } from '../backups.words';
import { LastBackup, useSize } from './standing';

const path = '/operations/backups';

export function Backups({
  list,
  standing,
  settings,
  isFirstPage,
  refusal,
}: {
  list: PageOf<BackupItem>;
  standing: BackupStanding;
  settings: BackupSettings;
  isFirstPage: boolean;
  refusal: Refusal | null;
}) {
  const say = useWords(backupWords);
  return (
    <>
      <PageHeader
        title={say.title}
        back={{ href: '/operations', label: say.back }}
        actions={!standing.underWay && <ActionButton action={path} label={say.makeNow} tone="primary" />}
      />
      <Problem refusal={refusal} />
      {(list.items.length > 0 || standing.isOverdue) && <LastBackup standing={standing} next={null} />}
      {standing.underWay && (
        <Card title={say.underWay}>
          <BackupUnderWay backup={standing.underWay} />
        </Card>
      )}
      <BackupTable list={list} at={settings.at} newest={isFirstPage ? list.items[0] : undefined} />
      <Pager path={path} next={list.next} isFirstPage={isFirstPage} />
      <How settings={settings} />
    </>
  );
}

/** When there is another, of the newest that is no good. */
function Again({ bytes, at }: { bytes: number | null; at: string | null }) {
  const say = useWords(backupWords);
  if (at === null) return <>{say.failedNever}</>;
  return <>{bytes === null ? say.failedAgain : say.failedTomorrow(at)}</>;
}

/** Asks again every second until it has ended. */
export function BackupUnderWay({ backup }: { backup: BackupItem | null }) {
  const say = useWords(backupWords);
  if (!backup)
    return (
      <>
        <p>{say.ended}</p>
        <LinkButton href={path} label={say.seeList} />
      </>
    );
  const { phase, done, total } = backup;
  const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
  return <Progress label={phase ? say[phase] : say.waits} done={percent} total={100} pollUrl={`${path}/progress`} />;
}

const tones: Readonly<Record<BackupState, Tone>> = {
  requested: 'info',
  making: 'info',
  examined: 'success',
  failed: 'danger',
};

function BackupTable({
  list,
  at,
  newest,
}: {
  list: PageOf<BackupItem>;
  at: string | null;
  newest: BackupItem | undefined;
}) {
  const say = useWords(backupWords);
  const locale = useLocale();
  const size = useSize();
  const stateWords: Readonly<Record<BackupState, string>> = {
    requested: say.requestedState,
    making: say.making,
    examined: say.good,
    failed: say.failed,
  };
  return (
    <Table
      caption={say.list}
      list={{ next: list.next, isFirstPage: newest !== undefined }}
      hidesCaption
      rows={list.items}
      empty={{ title: say.noneYet, next: say.noneYetNext(at) }}
      columns={[
        { label: say.takenAt, isRowName: true, cell: ({ takenAt, requestedAt }) => showMoment(takenAt ?? requestedAt) },
        {
          label: say.state,
          cell: (backup) => (
            <>
              <Badge tone={tones[backup.state]} text={stateWords[backup.state]} />
              {backup.failure && (
                <small class="choice-hint">
                  {backup.failure[locale]} {backup === newest && <Again bytes={backup.bytes} at={at} />}
                </small>
              )}
            </>
          ),
        },
        { label: say.size, isNumber: true, cell: ({ bytes }) => bytes !== null && size(bytes) },
        {
          label: say.rows,
          isNumber: true,
          cell: ({ rows }) => rows && new Intl.NumberFormat(locale).format(rowsIn(rows)),
        },
        { label: say.file, cell: (backup) => backup.bytes !== null && <FileOf backup={backup} /> },
      ]}
    />
  );
}

function FileOf({ backup: { file, sealed, removedAt } }: { backup: BackupItem }) {
  const say = useWords(backupWords);
  return (
    <>
      <span class="text-break">{file!.split(/[/\\]/).at(-1)}</span>
      <small class="choice-hint">{removedAt ? say.removed : sealed ? say.sealed : say.plain}</small>
    </>
  );
}

function How({ settings: { folder, at, kept, keys } }: { settings: BackupSettings }) {
  const say = useWords(backupWords);
  const sealing = keys.passphrase === null ? say.byRecipient : say.byPassphrase;
  return (
    <Card title={say.how} footer={say.notHere}>
      <DescriptionList
        items={[
          { term: say.folder, value: <span class="text-break">{folder}</span> },
          { term: say.hour, value: at ?? say.never },
          { term: say.kept, value: String(kept) },
          { term: say.sealing, value: sealsWith(keys) ? sealing : say.notSealed },
        ]}
      />
    </Card>
  );
}
