import { hasEnded } from '../../../classes/training-class.states';
import { SeatSettingFields } from '../../../classes/views/class-form';
import { Card } from '../../../platform/pages/blocks';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { seatWords } from '../seats.words';
import { ClassWishes } from '../../composition/views/class-wishes';
import { ClassFrame } from '../../../classes/views/class-frame';
import { AllocationForm } from './allocation';
import { SeatHistory } from './history';
import { GiveBack, OtherMoves } from './moves';
import { SeatsPlot } from './seats-plot';
import type { SeatsProps } from './shown-seats';
import { SeatBySeat, SharesTable } from './tables';
import { SeatTrial } from './trial';

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
      <SeatsPlot shares={props.shares} />
      <SharesTable {...props} />
      <ClassWishes wishes={props.wishes} />
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
