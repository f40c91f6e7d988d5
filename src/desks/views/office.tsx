import { dayPartWords } from '../../classes/classes.labels';
import { classPlanners } from '../../classes/classes.policy';
import { dayParts, type PartTimes } from '../../classes/day-parts';
import { letterheadKeepers } from '../../organization/letterheads.policy';
import type { SignedLetterhead } from '../../organization/letterheads.queries';
import { treeKeepers } from '../../organization/organization.policy';
import type { UnitToday } from '../../organization/organization.queries';
import type { Actor, Role } from '../../platform/access/actor';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import { officePageWords } from '../office.words';

interface Props {
  readonly actor: Actor;
  readonly bloc: UnitToday;
  readonly letterhead: SignedLetterhead;
  readonly times: PartTimes;
}

export function OfficePage({ actor, bloc, letterhead, times }: Props) {
  const say = useWords(officePageWords);
  const parts = useWords(dayPartWords);
  const change = (who: readonly Role[], href: string, of: string) =>
    actor.reachesBloc(who) && (
      <a class="btn" href={href}>
        {say.change}
        <span class="visually-hidden">: {of}</span>
      </a>
    );
  return (
    <>
      <PageHeader title={say.title} actions={<LinkButton href="/first-steps" label={say.steps} />} />
      <Card title={say.names} actions={change(treeKeepers, `/units/${bloc.id}`, say.names)}>
        <DescriptionList
          items={[
            { term: say.nameVi, value: bloc.nameVi },
            { term: say.nameEn, value: bloc.nameEn },
            { term: say.address, value: bloc.address },
          ]}
        />
      </Card>
      <Card title={say.letterhead} actions={change(letterheadKeepers, '/letterhead', say.letterhead)}>
        <DescriptionList
          items={[
            { term: say.superior, value: letterhead.superior },
            { term: say.body, value: letterhead.body },
            { term: say.place, value: letterhead.place },
            { term: say.capacity, value: letterhead.signerCapacity },
            { term: say.signer, value: letterhead.signerName },
          ]}
        />
      </Card>
      <Card title={say.times} actions={change(classPlanners, '/rooms', say.times)}>
        <DescriptionList
          items={dayParts.map((part) => ({ term: parts[part], value: `${times[part].from} – ${times[part].to}` }))}
        />
      </Card>
    </>
  );
}
