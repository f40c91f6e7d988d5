import { Card } from '../../../platform/pages/blocks';
import { NumberField, TextField } from '../../../platform/pages/fields';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { seatsField } from '../allocation.form';
import { seatWords } from '../seats.words';
import type { SeatsProps } from './shown-seats';

/** One number per unit; filled with what was typed, with a suggestion, or with what units have now. */
export function AllocationForm({ item, units, shares, suggestion, sent }: SeatsProps) {
  const say = useWords(seatWords);
  const isSent = sent?.form === 'allocations';
  const shared = new Map(shares.map((share) => [share.unitId, share]));
  const now = (unitId: string) => shared.get(unitId);
  const locale = useLocale();
  const suggested = (id: string) => suggestion?.find(({ unitId }) => unitId === id);
  const filled = units.map(({ id }): [string, number] => [seatsField(id), suggested(id)?.seats ?? now(id)?.seats ?? 0]);
  return (
    <Card
      title={say.allocate}
      actions={<LinkButton href={`/classes/${item.id}/seats?suggest=true#allocations`} label={say.suggest} />}
    >
      {suggestion && (
        <Notice tone="info">
          <p>{say.suggested}</p>
        </Notice>
      )}
      <p>{say.allocateHint}</p>
      <Form
        id="allocations"
        action={`/classes/${item.id}/seats/allocations`}
        values={isSent ? sent.typed : Object.fromEntries(filled)}
        errors={isSent ? (sent.refusal?.fields ?? []) : []}
      >
        <div class="field-grid">
          {units.map(({ id, name }) => (
            <NumberField
              name={seatsField(id)}
              label={name}
              hint={[say.now(now(id)?.seats ?? 0, now(id)?.held ?? 0), suggested(id)?.why[locale]]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </div>
        <SeatReason />
        <div class="actions">
          <SubmitButton label={say.tryOut} tone="plain" name="dryRun" value="true" />
          <SubmitButton label={say.saveAllocation} />
        </div>
      </Form>
    </Card>
  );
}

export function SeatReason() {
  const say = useWords(seatWords);
  return <TextField name="reason" label={say.reason} hint={say.reasonHint} maxLength={500} required />;
}
