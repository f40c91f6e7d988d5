import { hasEnded, isUnderWay } from '../../classes/training-class.states';
import { ClassFrame } from '../../classes/views/class-frame';
import type { Actor } from '../../platform/access/actor';
import { Card } from '../../platform/pages/blocks';
import { TextField } from '../../platform/pages/fields';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { Notice, Problem } from '../../platform/pages/notices';
import { Opening } from '../../platform/pages/papers/opening';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { StudyOverview } from '../study-overviews';
import { openingOfStudy } from '../study-opening';
import { mayArrangeStudies } from '../study-sessions.policy';
import { studyWords } from '../study-sessions.words';
import { type RefusedForm, Registration, type RegistrationProps } from './registration';
import { ParticipationPlot } from './participation-plot';
import { Sites } from './sites';
import { Units } from './units';

interface Props {
  readonly overview: StudyOverview;
  readonly actor: Actor;
  /** The unit whose people may be registered here, once it is known which. */
  readonly registration: Omit<RegistrationProps, 'refused'> | null;
  readonly refused: RefusedForm | null;
}

export function Study({ overview, actor, registration, refused }: Props) {
  const say = useWords(studyWords);
  const locale = useLocale();
  const { item, documents, units } = overview;
  const isOver = hasEnded(item.state);
  const mayArrange = mayArrangeStudies(actor) && !isOver;
  const hasOpenRolls = units.some(({ rollTakenOn }) => rollTakenOn === null);
  const takesPeople = isUnderWay(item.state);
  return (
    <ClassFrame
      item={item}
      actor={actor}
      current="study"
      actions={
        mayArrange && (
          <>
            <LinkButton href={`/classes/${item.id}/study/plan`} label={say.plan} />
            {hasOpenRolls && <RollButton classId={item.id} refused={refused?.id === 'roll' ? refused : null} />}
          </>
        )
      }
    >
      <Problem refusal={refused?.refusal ?? null} formId={refused?.id} />
      {units.length > 0 && item.state !== 'draft' && <Opening {...openingOfStudy(overview, locale)} />}
      <Card title={say.documents}>
        {documents.length > 0 ? (
          <ol>
            {documents.map((title) => (
              <li>{title}</li>
            ))}
          </ol>
        ) : (
          <p class="quiet">{say.noDocuments}</p>
        )}
      </Card>
      <Sites sites={overview.sites} />
      <ParticipationPlot participation={units} />
      {units.length > 0 && <Units overview={overview} actor={actor} takesPeople={takesPeople} />}
      {item.state === 'draft' && (
        <Notice tone="info">
          <p>{say.notAnnounced}</p>
        </Notice>
      )}
      {takesPeople && registration && (
        <Registration {...registration} refused={refused?.id === 'registration' ? refused : null} />
      )}
    </ClassFrame>
  );
}

function RollButton({ classId, refused }: { classId: string; refused: RefusedForm | null }) {
  const say = useWords(studyWords);
  return (
    <ActionButton
      id="roll"
      action={`/classes/${classId}/roll`}
      label={say.takeRoll}
      confirm={say.takeRollMeans}
      values={refused?.typed ?? {}}
      errors={refused?.refusal.fields ?? []}
    >
      <TextField name="reason" label={say.rollReason} hint={say.rollReasonHint} />
    </ActionButton>
  );
}
