import type { ComponentChildren } from 'preact';
import { Card } from '../../../platform/pages/blocks';
import { SelectField } from '../../../platform/pages/choices';
import { NumberField } from '../../../platform/pages/fields';
import { ActionButton, SubmitButton } from '../../../platform/pages/forms';
import type { Query } from '../../../platform/pages/links';
import { useWords } from '../../../platform/pages/page-context';
import { choicesOfUnits } from '../../nominating-units';
import { seatWords } from '../seats.words';
import { errorsOf } from '../../views/refused-action';
import { SeatReason } from './allocation';
import type { SeatMoveForm } from '../seats.requests';
import type { SeatsProps } from './shown-seats';
import { SearchedField } from '../../../platform/pages/searched/searched-field';

/** A unit gives back what it will not use. */
export function GiveBack(props: SeatsProps) {
  const say = useWords(seatWords);
  const { ownUnits, shares } = props;
  const freeOf = (unitId: string) => shares.find((share) => share.unitId === unitId)?.free ?? 0;
  const giving = ownUnits.filter(({ id }) => freeOf(id) > 0);
  if (giving.length === 0) return null;
  return (
    <div class="actions page-actions">
      {giving.map(({ id, name }) => (
        <SeatAction
          {...props}
          form="returns"
          label={ownUnits.length === 1 ? say.giveBack : say.giveBackOf(name)}
          confirm={say.giveBackConfirm(freeOf(id))}
          confirmLabel={say.giveBackDo}
          hidden={{ unitId: id }}
        >
          <NumberField name="count" label={say.count} required />
          <SeatReason />
        </SeatAction>
      ))}
    </div>
  );
}

/** What the office does besides sharing out: a loan, taking back, another size. */
export function OtherMoves(props: SeatsProps) {
  const say = useWords(seatWords);
  const { units, shares } = props;
  const free = shares.filter((share) => share.unitId !== null && share.free > 0);
  const freeCount = free.reduce((sum, share) => sum + share.free, 0);
  const held = shares.reduce((sum, share) => sum + share.held, 0);
  return (
    <Card title={say.moves}>
      <div class="actions">
        {free.length > 0 && (
          <SeatAction {...props} form="loans" label={say.lend} confirm={say.lendConfirm} confirmLabel={say.lendDo}>
            <SelectField
              name="fromUnitId"
              label={say.from}
              required
              choices={free.map((share) => ({
                value: share.unitId!,
                label: say.freeAt(`${share.unitCode} – ${share.unitName}`, share.free),
              }))}
            />
            <SearchedField name="toUnitId" label={say.to} required choices={choicesOfUnits(units)} />
            <NumberField name="count" label={say.count} required />
            <SeatReason />
          </SeatAction>
        )}
        {free.length > 0 && (
          <SeatAction
            {...props}
            form="releases"
            label={say.release}
            confirm={say.releaseConfirm(freeCount, free.map((share) => `${share.unitCode} ${share.free}`).join(', '))}
            confirmLabel={say.releaseDo(freeCount)}
          >
            <SeatReason />
          </SeatAction>
        )}
        <SeatAction
          {...props}
          form="capacity"
          label={say.resize}
          confirm={say.resizeConfirm(held)}
          confirmLabel={say.resizeDo}
        >
          <NumberField name="capacity" label={say.newCapacity} required />
          <SeatReason />
        </SeatAction>
      </div>
      {free.length === 0 && <p class="quiet">{say.nothingToRelease}</p>}
    </Card>
  );
}

function SeatAction({
  item,
  sent,
  form,
  children,
  ...button
}: Pick<SeatsProps, 'item' | 'sent'> & {
  form: SeatMoveForm;
  label: string;
  confirm: string;
  confirmLabel: string;
  hidden?: Query;
  children: ComponentChildren;
}) {
  const say = useWords(seatWords);
  const { label, confirm, confirmLabel, hidden } = button;
  const isSent = sent?.form === form && (!hidden || sent.typed['unitId'] === hidden['unitId']);
  return (
    <ActionButton
      id={form}
      action={`/classes/${item.id}/seats/${form}`}
      label={label}
      confirm={confirm}
      confirmLabel={confirmLabel}
      hidden={hidden}
      values={isSent ? sent.typed : {}}
      errors={isSent && sent.refusal ? errorsOf(sent.refusal) : []}
    >
      {children}
      <SubmitButton label={say.tryOut} tone="plain" name="dryRun" value="true" />
    </ActionButton>
  );
}
