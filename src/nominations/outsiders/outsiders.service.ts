import { Injectable } from '@nestjs/common';
import { agreementDay } from '../../organization/agreement';
import { blocOf, OrganizationQueries } from '../../organization/organization.queries';
import { OrganizationService } from '../../organization/organization.service';
import { peopleLike } from '../../people/likeness';
import { saidFacts } from '../../people/people.requests';
import { PeopleService } from '../../people/people.service';
import type { Actor } from '../../platform/access/actor';
import { lockAlone } from '../../platform/database/advisory-locks';
import { Database, type Tx } from '../../platform/database/database';
import { foldName, tidyName } from '../../platform/names';
import { found, NotAllowed } from '../../platform/problems/refusals';
import { AdmissionsService } from '../admissions.service';
import { mayEnterOutsiders } from '../nominations.policy';
import { NominationsService } from '../nominations.service';
import type { OutsiderRequest } from './outsiders.requests';

/** People of bodies outside the Bloc: entered by the office with the letter of their body, on a seat of the pool. */
@Injectable()
export class OutsidersService {
  constructor(
    private readonly database: Database,
    private readonly units: OrganizationQueries,
    private readonly organization: OrganizationService,
    private readonly people: PeopleService,
    private readonly admissions: AdmissionsService,
    private readonly nominations: NominationsService,
  ) {}

  /** @returns the id of the nomination @throws NotAllowed | NotFound | InvalidInput | LikeSomebodyElsewhere | PersonKnown | NotEligible | WarningsNotAcknowledged | CallNotOpen | AlreadyNominated */
  async enter(actor: Actor, classId: string, outsider: OutsiderRequest): Promise<string> {
    if (!mayEnterOutsiders(actor)) throw new NotAllowed();
    return this.database.inTransaction(async (tx) => {
      const admission = await this.admissions.of(tx, classId);
      // Two who enter the first of one body make one body of it.
      await tx.execute(`SELECT ${lockAlone("'bodies outside the Bloc'")}`);
      const unitId = await this.bodyNamed(tx, actor, outsider.body);
      const personId = await this.personOf(tx, actor, unitId, outsider);
      const { letter, lateReason, acknowledged } = outsider;
      const [nomination] = await this.nominations.nominateWith(tx, actor, admission, unitId, [
        {
          ...{ personId, unitId, letter, isOutsider: true },
          ...(lateReason ? { lateReason } : {}),
          ...(acknowledged ? { acknowledged } : {}),
        },
      ]);
      return nomination!.id;
    });
  }

  private async bodyNamed(tx: Tx, actor: Actor, name: string): Promise<string> {
    const units = await this.units.units(tx);
    const bodies = units.filter(({ kind }) => kind === 'outside');
    const known = bodies.find(({ nameVi }) => foldName(nameVi) === foldName(name));
    if (known) return known.id;
    return this.organization.establishWith(tx, actor, {
      ...{ kind: 'outside', code: await nextCode(tx, 'units', 'KHACH'), nameVi: name, nameEn: name, address: null },
      ...{ parentId: found(blocOf(units)).id, since: agreementDay },
    });
  }

  /** Who came before, by name and birth date, or somebody new. */
  private async personOf(tx: Tx, actor: Actor, unitId: string, outsider: OutsiderRequest): Promise<string> {
    const fullName = tidyName(outsider.fullName);
    const likes = await peopleLike(tx, [{ fullName, birthDate: outsider.birthDate }]);
    const before = likes.find((like) => like.unitId === unitId);
    if (before) return before.personId;
    const unit = await tx.row<{ code: string }>('SELECT code FROM units WHERE id = $1', [unitId]);
    const code = await nextCode(tx, 'persons', unit.code);
    return this.people.createWith(tx, actor, { unitId, code, facts: saidFacts(outsider) });
  }
}

/** Whoever moves takes their code along: the next one comes after the highest there is, wherever it is by now. */
async function nextCode(tx: Tx, of: 'units' | 'persons', stem: string): Promise<string> {
  const { last } = await tx.row<{ last: number }>(
    `SELECT coalesce(max(substr(code, length($1::text) + 2)::int), 0) AS last FROM ${of}
     WHERE starts_with(code, $1::text || '-') AND substr(code, length($1::text) + 2) ~ '^[0-9]{1,6}$'`,
    [stem],
  );
  return `${stem}-${last + 1}`;
}
