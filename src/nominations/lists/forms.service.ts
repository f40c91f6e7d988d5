import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { OrganizationQueries } from '../../organization/organization.queries';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../../platform/uploads';
import { CandidatesQueries } from '../candidates.queries';
import { formWidths, listForm } from './form';
import { ListFormsQueries } from './forms.queries';
import { assertMayNominateFor } from '../nominations.policy';
import { listActions } from './imports.words';

/** The form a unit fills in, with the people it would put on it. */
@Injectable()
export class ListFormsService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesQueries,
    private readonly organization: OrganizationQueries,
    private readonly candidates: CandidatesQueries,
    private readonly queries: ListFormsQueries,
    private readonly journal: Journal,
  ) {}

  /** Everybody of the unit who qualifies and is not nominated yet, the most needful first. It leaves a journal line. */
  async prefilled(actor: Actor, classId: string, unitId: string): Promise<Upload> {
    assertMayNominateFor(actor, unitId);
    const trainingClass = await this.classes.seen(actor, classId);
    const unit = found(await this.organization.unit(unitId));
    const superior = unit.parentId ? await this.organization.unit(unit.parentId) : null;
    const candidates = await this.candidates.of(classId, unitId);
    const eligible = candidates.filter(({ isEligible }) => isEligible).map(({ personId }) => personId);
    const people = await this.queries.people(eligible);
    const form = listForm({ unitName: unit.nameVi, superiorName: superior?.nameVi ?? '', trainingClass, people });
    const content = await writeXlsx('Trích ngang', formWidths, form);
    await this.journal.write(this.database.reader, actor, {
      action: listActions.form_downloaded,
      subject: { type: 'class', id: classId },
      classId,
      unitId,
      facts: { people: people.length },
    });
    return { name: `danh-sach-trich-ngang-${unit.code}-${trainingClass.code}.xlsx`, content };
  }
}
