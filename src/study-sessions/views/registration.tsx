import { dayPartWords } from '../../classes/classes.labels';
import type { Clash } from '../../enrollments/clashes.queries';
import { standingWords } from '../../people/person.labels';
import { showDay } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { Card } from '../../platform/pages/blocks';
import { CheckField, ChoiceField, RowCheck } from '../../platform/pages/choices';
import { TextField } from '../../platform/pages/fields';
import { Form, SaveBar, SubmitButton } from '../../platform/pages/forms';
import { Filters } from '../../platform/pages/lists';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import type { Candidate, SiteItem } from '../study-sessions.queries';
import { studyWords } from '../study-sessions.words';

export interface RefusedForm {
  readonly id: 'registration' | 'roll';
  readonly refusal: Refusal;
  readonly typed: Readonly<Record<string, unknown>>;
}

export interface RegistrationProps {
  readonly classId: string;
  readonly unit: { readonly id: string; readonly code: string };
  readonly site: SiteItem;
  readonly candidates: readonly Candidate[];
  /** Whether more people fit the search than are listed. */
  readonly hasMore: boolean;
  readonly busy: readonly Clash[];
  readonly membersToRegister: number;
  readonly search: string;
  readonly refused: RefusedForm | null;
}

/** The secretary's list: all members at once, or ticked one by one. */
export function Registration(props: RegistrationProps) {
  const { classId, unit, site, candidates, hasMore, membersToRegister, search, refused } = props;
  const say = useWords(studyWords);
  const page = `/classes/${classId}/study`;
  return (
    <Card title={say.registerFor(unit.code)}>
      <p id="register">{say.registrationSite(site.name, Math.max(0, site.capacity - site.registered))}</p>
      <Filters action={page} values={{ search }} hidden={{ unitId: unit.id }}>
        <TextField name="search" label={say.search} />
      </Filters>
      <Form
        id="registration"
        action={`/classes/${classId}/registrations`}
        hidden={{ unitId: unit.id }}
        values={{ allMembers: 'false', ...refused?.typed }}
        errors={refused?.refusal.fields ?? []}
      >
        <ChoiceField
          name="allMembers"
          label={say.whoAttends}
          choices={[
            { value: 'false', label: say.chosen, hint: say.chosenHint },
            { value: 'true', label: say.allMembers(membersToRegister) },
          ]}
        />
        <div id="registration-personIds">
          <Candidates {...props} />
          {hasMore && <p class="quiet">{say.firstPeople(candidates.length)}</p>}
          <CheckField name="asManyAsFit" label={say.fits} />
          <SaveBar>
            <SubmitButton label={say.registerPeople} />
          </SaveBar>
        </div>
      </Form>
    </Card>
  );
}

function Candidates({ unit, candidates, busy, hasMore }: RegistrationProps) {
  const say = useWords(studyWords);
  const standing = useWords(standingWords);
  const clashOf = (id: string) => busy.find(({ personId }) => personId === id);
  return (
    <Table
      caption={say.people(unit.code)}
      list={{ next: hasMore ? '' : null, isFirstPage: true }}
      rows={candidates}
      empty={{ title: say.nobodyFound, next: say.nobodyFoundNext }}
      columns={[
        {
          label: say.choose,
          hidesLabel: true,
          cell: ({ id, fullName, registered }) =>
            !registered && !clashOf(id) && <RowCheck name="personIds" value={id} label={say.chooseOne(fullName)} />,
        },
        { label: say.name, isRowName: true, cell: ({ fullName }) => fullName },
        { label: say.cell, cell: ({ cell }) => cell },
        { label: say.position, cell: ({ position }) => position },
        { label: say.standing, cell: (person) => standing[person.standing] },
        { label: say.state, cell: ({ id, registered }) => <PersonState registered={registered} clash={clashOf(id)} /> },
      ]}
    />
  );
}

function PersonState({ registered, clash }: { registered: boolean; clash: Clash | undefined }) {
  const say = useWords(studyWords);
  const part = useWords(dayPartWords);
  if (registered) return <Badge tone="success" text={say.isRegistered} />;
  if (!clash) return null;
  return (
    <Badge
      tone="warning"
      text={say.isBusy(`${part[clash.part].toLowerCase()} ${showDay(clash.day)}`, clash.classCode)}
    />
  );
}
