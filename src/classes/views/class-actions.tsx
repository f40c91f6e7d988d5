import type { Actor } from '../../platform/access/actor';
import { addDays, dayOf, momentAt } from '../../platform/clock';
import { controlId, type FormValues } from '../../platform/pages/form-scope';
import { momentToType, TextField } from '../../platform/pages/fields';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { isSecretary, mayManageClasses } from '../classes.policy';
import type { ClassItem } from '../classes.queries';
import { cloneWords } from '../clones/clones.words';
import { parallelWords } from '../parallels/parallels.words';
import { templateWords } from '../templates/templates.words';
import { ScanField } from '../../scans/views/scan-field';
import { classWords } from '../classes.words';
import { classMoves } from '../training-class.states';
import { CallFields } from './class-form';
import { AnnouncementWarnings, type Readiness } from './next-steps';

/** One of the forms below came back refused: what was typed in it and why. */
export interface RefusedAction {
  readonly formId: string;
  readonly values: FormValues;
  readonly refusal: Refusal;
}

export const actionFormId = (classId: string, action: 'announcement' | 'confirmation') =>
  controlId('do', `/classes/${classId}/${action}`);

interface Props extends Readiness {
  readonly actor: Actor;
  readonly now: Date;
  readonly refused: RefusedAction | null;
}

/** What the reader can do with a class as it stands. */
export function ClassActions({ actor, ...shown }: Props) {
  const say = useWords(classWords);
  const { id, callIsOpen } = shown.item;
  if (mayManageClasses(actor)) return <OfficeActions {...shown} />;
  if (!callIsOpen || !isSecretary(actor)) return null;
  return <LinkButton href={`/classes/${id}/candidates`} label={say.nominate} tone="primary" />;
}

function OfficeActions({ item, hasAllocations, now, refused }: Omit<Props, 'actor'>) {
  const say = useWords(classWords);
  const clones = useWords(cloneWords);
  const templates = useWords(templateWords);
  const parallels = useWords(parallelWords);
  const path = `/classes/${item.id}`;
  const next = classMoves[item.state];
  const keptIn = (action: 'announcement' | 'confirmation', values: FormValues = {}) =>
    refused?.formId === actionFormId(item.id, action)
      ? { values: refused.values, errors: refused.refusal.fields }
      : { values };
  return (
    <>
      {next.includes('announced') && (
        <ActionButton
          action={`${path}/announcement`}
          label={say.announce}
          tone="primary"
          confirm={say.announceWhat}
          {...keptIn('announcement', usualCall(item, now))}
        >
          <AnnouncementWarnings item={item} hasAllocations={hasAllocations} />
          <CallFields />
        </ActionButton>
      )}
      {next.includes('confirmed') && (
        <ActionButton
          action={`${path}/confirmation`}
          label={say.confirm}
          tone="primary"
          confirm={say.confirmWhat}
          isMultipart
          {...keptIn('confirmation')}
        >
          <TextField name="decision" label={say.decision} hint={say.decisionHint} maxLength={100} required />
          <ScanField />
        </ActionButton>
      )}
      {item.courseKind !== 'study_session' && (
        <>
          <LinkButton href={`${path}/clones`} label={clones.clone} />
          <LinkButton href={linkTo('/class-templates/new', { classId: item.id })} label={templates.saveAs} />
        </>
      )}
      {item.courseKind !== 'study_session' && next.includes('merged') && (
        <>
          <LinkButton href={`${path}/split`} label={say.split} />
          <LinkButton href={`${path}/merger`} label={say.merge} />
        </>
      )}
      {item.courseKind !== 'study_session' && next.length > 0 && (
        <LinkButton href={`${path}/parallels`} label={parallels.short} />
      )}
      {next.length > 0 && <LinkButton href={`${path}/edit`} label={say.edit} />}
      {item.state === 'cancelled' && <LinkButton href={`${path}/cancellation/reversal`} label={say.restore} />}
      {item.state === 'closed' && <LinkButton href={`${path}/reopening`} label={say.reopen} />}
      {next.includes('cancelled') && <LinkButton href={`${path}/cancellation`} label={say.cancelClass} tone="danger" />}
    </>
  );
}

/** From now until two weeks before the opening day, or until its eve when that is nearer. */
function usualCall({ opensOn }: ClassItem, now: Date): FormValues {
  const early = momentAt(addDays(opensOn, -14), '17:00');
  const soonest = momentAt(addDays(dayOf(now), 7), '17:00');
  const eve = momentAt(addDays(opensOn, -1), '17:00');
  const closes = early > soonest ? early : eve > now ? eve : momentAt(opensOn, '17:00');
  return { callOpensAt: momentToType(now), callClosesAt: momentToType(closes) };
}
