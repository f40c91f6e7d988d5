import type { ClassItem } from '../../../classes/classes.queries';
import type { SeatHolder, SeatShare } from '../../../classes/seats.queries';
import { hasEnded } from '../../../classes/training-class.states';
import type { Actor } from '../../../platform/access/actor';
import { SeatSettingFields } from '../../../classes/views/class-form';
import { Card } from '../../../platform/pages/blocks';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { NamedUnit } from '../../nominating-units';
import type { SeatMoveLine } from '../history';
import type { UnitSeats } from '../moves';
import type { SeatMoveForm } from '../seats.requests';
import { seatWords } from '../seats.words';
import { ClassFrame } from '../../../classes/views/class-frame';
import { AllocationForm } from './allocation';
import { SeatHistory } from './history';
import { GiveBack, OtherMoves } from './moves';
import { SeatBySeat, SharesTable } from './tables';
import { SeatTrial, type SeatTrialShown } from './trial';

/** A form that comes back as it was filled: refused, or only tried out. */
export interface SentSeatForm {
  readonly form: SeatMoveForm | 'settings';
  readonly refusal: Refusal | null;
  readonly typed: FormValues;
}

export interface SeatsProps {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly shares: readonly SeatShare[];
  readonly holders: readonly SeatHolder[];
  /** Every base unit, whether it has seats or not. */
  readonly units: readonly NamedUnit[];
  /** The units whose people the reader may see by name. */
  readonly visibleUnits: readonly string[];
  readonly mayManage: boolean;
  /** The units the reader acts for. */
  readonly ownUnits: readonly NamedUnit[];
  readonly history: readonly SeatMoveLine[];
  /** Where the moves before these are read; null when these are all. */
  readonly olderMovesAt: string | null;
  /** A fair share to fill the form with; null unless asked for. */
  readonly suggestion: readonly UnitSeats[] | null;
  readonly trial: SeatTrialShown | null;
  readonly sent: SentSeatForm | null;
}

export function Seats(props: SeatsProps) {
  const say = useWords(seatWords);
  const { item, actor, mayManage, sent, trial } = props;
  const isOver = hasEnded(item.state);
  return (
    <ClassFrame item={item} actor={actor} current="seats">
      {sent?.refusal && <Problem refusal={sent.refusal} formId={sent.form} />}
      {trial && <SeatTrial item={item} shares={props.shares} trial={trial} typed={sent?.typed ?? {}} />}
      <h2>{say.seats}</h2>
      <p>{say.capacity(item.capacity)}</p>
      <SharesTable {...props} />
      <SeatBySeat {...props} />
      {!isOver && !mayManage && <GiveBack {...props} />}
      {!isOver && mayManage && <AllocationForm {...props} />}
      {!isOver && mayManage && <OtherMoves {...props} />}
      {!isOver && mayManage && <SettingsForm {...props} />}
      <SeatHistory history={props.history} units={props.units} moreAt={props.olderMovesAt} />
    </ClassFrame>
  );
}

function SettingsForm({ item, sent }: SeatsProps) {
  const say = useWords(seatWords);
  const isSent = sent?.form === 'settings';
  return (
    <Card title={say.settings}>
      <Form
        id="settings"
        action={`/classes/${item.id}/seats/settings`}
        values={isSent ? sent.typed : { ...item }}
        errors={isSent ? (sent.refusal?.fields ?? []) : []}
      >
        <SeatSettingFields />
        <SubmitButton label={say.saveSettings} />
      </Form>
    </Card>
  );
}
