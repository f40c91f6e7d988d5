import type { ClassItem } from '../../classes/classes.queries';
import { hasEnded } from '../../classes/training-class.states';
import type { Actor } from '../../platform/access/actor';
import { showMoment } from '../../platform/clock';
import { EmptyState } from '../../platform/pages/blocks';
import { TextArea } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { ActionButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Notice, Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { candidateWords } from '../candidates.words';
import { mayEndorseOrReview } from '../nominations.policy';
import type { NamedUnit } from '../../organization/unit-choices.queries';
import { CandidateForm, NotEligible, type ChosenUnit, type RefusedForm, type ShownPart } from './candidate-form';
import { ClassFrame } from '../../classes/views/class-frame';
import { errorsOf } from './refused-action';
import { UnitChooser } from './unit-chooser';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly units: readonly NamedUnit[];
  /** Null until a unit is chosen. */
  readonly chosen: ChosenUnit | null;
  readonly mayEnterLate: boolean;
  /** The form as it was sent, when the page was turned or it is refused. */
  readonly typed: FormValues;
  readonly shown: ShownPart;
  readonly refused: RefusedForm | null;
}

export function Candidates({ item, actor, units, chosen, mayEnterLate, typed, shown, refused }: Props) {
  const say = useWords(candidateWords);
  const isLate =
    item.stage !== 'call_to_open' &&
    !item.callIsOpen &&
    item.announcedAt !== null &&
    mayEnterLate &&
    !hasEnded(item.state);
  return (
    <ClassFrame item={item} actor={actor} current="nominations">
      {units.length > 1 && (
        <UnitChooser action={`/classes/${item.id}/candidates`} units={units} chosen={chosen?.unit.id} />
      )}
      {chosen ? (
        <>
          <h2>{say.heading(chosen.unit.name)}</h2>
          {refused && <Problem refusal={refused.refusal} formId={refused.form} />}
          <CallNotice item={item} mayEnterLate={mayEnterLate} />
          {chosen.answer && (
            <Notice tone="info">
              <p>{say.answeredNone(showMoment(chosen.answer.answeredAt))}</p>
            </Notice>
          )}
          <CandidateForm
            item={item}
            chosen={chosen}
            maySend={item.callIsOpen || isLate}
            isLate={isLate}
            typed={typed}
            shown={shown}
            refused={refused?.form === 'nominate' ? refused : null}
          />
          <NotEligible
            item={item}
            chosen={chosen}
            shown={shown}
            maySend={item.callIsOpen || isLate}
            decisionPath={
              mayEndorseOrReview(actor, chosen.unit.id)
                ? (personId) => linkTo(`/classes/${item.id}/overrides`, { unitId: chosen.unit.id, personId })
                : null
            }
          />
          {item.callIsOpen && <NoneThisTime item={item} unit={chosen.unit} typed={typed} refused={refused} />}
        </>
      ) : (
        <EmptyState title={say.noUnit} next={say.chooseUnitHint} />
      )}
    </ClassFrame>
  );
}

/** Until when lists are taken, or why none is taken now. */
function CallNotice({ item, mayEnterLate }: { item: ClassItem; mayEnterLate: boolean }) {
  const say = useWords(candidateWords);
  const { callIsOpen, callOpensAt, callClosesAt, stage, announcedAt } = item;
  if (callIsOpen) return <p>{say.callUntil(callClosesAt!)}</p>;
  return (
    <Notice tone="warning">
      <p>
        {hasEnded(item.state)
          ? say.classOver
          : announcedAt === null
            ? say.notAnnounced
            : stage === 'call_to_open'
              ? say.callOpensAt(callOpensAt!)
              : (mayEnterLate ? say.callOverForOffice : say.callOver)(callClosesAt!)}
      </p>
    </Notice>
  );
}

function NoneThisTime({
  item,
  unit,
  typed,
  refused,
}: {
  item: ClassItem;
  unit: NamedUnit;
  typed: FormValues;
  refused: RefusedForm | null;
}) {
  const say = useWords(candidateWords);
  const isRefused = refused?.form === 'none';
  return (
    <ActionButton
      id="none"
      action={`/classes/${item.id}/none-this-time`}
      label={say.noneThisTime}
      confirm={say.noneConfirm}
      confirmLabel={say.noneDo}
      hidden={{ unitId: unit.id }}
      values={isRefused ? typed : {}}
      errors={isRefused ? errorsOf(refused.refusal) : []}
    >
      <TextArea name="note" label={say.note} rows={2} maxLength={500} />
    </ActionButton>
  );
}
