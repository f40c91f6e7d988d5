import type { BackupStanding } from '../../operations/backups/backups.queries';
import { backupWords } from '../../operations/backups/backups.words';
import { LastBackup } from '../../operations/backups/views/standing';
import type { Actor } from '../../platform/access/actor';
import { LinkButton } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import { firstStepWords } from '../first-steps.words';
import type { Unsaid } from '../../platform/surroundings/surroundings';
import { UnsaidSettings } from '../../platform/surroundings/views/unsaid';
import { deskWords, keepingWords } from '../desks.words';
import { Desk } from './desk';

/** Whoever keeps the service or its data has no list of the day, but the places where they look. */
export function KeepingDesk({
  actor,
  backups,
  unsaid,
}: {
  actor: Actor;
  /** Told to the administrator alone. */
  backups: BackupStanding | null;
  unsaid: readonly Unsaid[];
}) {
  const say = useWords(keepingWords);
  const { overdueSee } = useWords(backupWords);
  return (
    <Desk title={useWords(deskWords).keeping}>
      {actor.holds('admin') && <UnsaidSettings unsaid={unsaid} />}
      {backups && <LastBackup standing={backups} next={<a href="/operations/backups">{overdueSee}</a>} />}
      <div class="actions page-actions">
        {actor.holds('data_officer') && <LinkButton href="/roster-imports" label={say.rosters} tone="primary" />}
        {actor.holds('admin') && <LinkButton href="/accounts" label={say.accounts} tone="primary" />}
        <LinkButton href="/people" label={say.people} />
        {actor.holds('admin') && <LinkButton href="/invariants" label={say.invariants} />}
        {actor.holds('admin') && <LinkButton href="/operations/backups" label={say.backups} />}
        {actor.holds('admin') && <LinkButton href="/messages" label={say.messages} />}
        {actor.holds('admin') && <LinkButton href="/first-steps" label={useWords(firstStepWords).title} />}
        <LinkButton href="/journal" label={say.journal} />
      </div>
    </Desk>
  );
}
