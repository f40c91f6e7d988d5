import { Card } from '../../../platform/pages/blocks';
import { ActionButton } from '../../../platform/pages/forms';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { AccountItem, HeldRole } from '../directory.queries';
import { directoryWords, nameOfRole } from '../directory.words';

interface Props {
  readonly account: Pick<AccountItem, 'id' | 'grants'>;
  readonly mayEnd: boolean;
}

export function HeldRoles({ account: { id, grants }, mayEnd }: Props) {
  const say = useWords(directoryWords);
  const locale = useLocale();
  const isEnded = ({ lent, unitId }: HeldRole) => mayEnd && !lent && unitId !== null;
  return (
    <Card title={say.roles}>
      <Table
        caption={say.roles}
        hidesCaption
        rows={grants}
        empty={{ title: say.noRoles, next: mayEnd ? say.noRolesNext : say.noRolesOfCadre }}
        columns={[
          {
            label: say.roles,
            isRowName: true,
            cell: (grant) => (
              <>
                {nameOfRole(grant, locale)} {grant.classId && <a href={`/classes/${grant.classId}`}>{say.seeClass}</a>}
              </>
            ),
          },
          {
            label: say.actions,
            hidesLabel: true,
            cell: (grant) =>
              isEnded(grant) && (
                <ActionButton
                  id={grant.id}
                  action={`/accounts/${id}/grants/${grant.id}/end`}
                  label={say.endRole}
                  confirm={say.endRoleMeans}
                  tone="danger"
                />
              ),
          },
        ]}
      />
    </Card>
  );
}
