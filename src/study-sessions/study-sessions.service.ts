import { Injectable } from '@nestjs/common';
import { ClassesService, type NewClass } from '../classes/classes.service';
import { assertUnitLives } from '../organization/living-units';
import type { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { found, InvalidInput, NotAllowed } from '../platform/problems/refusals';
import { ObligedUnit } from './obliged-unit.entity';
import { Site, type SiteChanges } from './site.entity';
import { StudyDocument } from './study-document.entity';
import { assertPlanFits, type NewSite, type StudyPlan } from './study-plan';
import { mayArrangeStudies } from './study-sessions.policy';
import { StudySessionsQueries } from './study-sessions.queries';
import { NotAStudySession } from './study-sessions.refusals';
import { studyActions } from './study-sessions.words';

export interface NewStudySession extends StudyPlan {
  readonly class: NewClass;
}

/** The study of resolutions, directives and laws: what is studied, at which sites, by which units. */
@Injectable()
export class StudySessionsService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly studies: StudySessionsQueries,
    private readonly journal: Journal,
  ) {}

  /** Plans the class and its study at once. Returns the id of the class. @throws InvalidInput | NotAStudySession */
  async schedule(actor: Actor, { class: newClass, ...plan }: NewStudySession): Promise<string> {
    if (!mayArrangeStudies(actor)) throw new NotAllowed();
    assertPlanFits(plan);
    return this.database.inTransaction(async (tx) => {
      await this.assertIsStudy(tx, newClass.courseId);
      const classId = await this.classes.createWith(tx, actor, newClass);
      await tx.insert(
        StudyDocument,
        plan.documents.map((title, index) => ({ classId, title, number: index + 1 })),
      );
      const siteIds = new Map<string, string>();
      for (const site of plan.sites) siteIds.set(site.name, await this.insertSite(tx, classId, site));
      for (const { unitId, siteName } of plan.obliged) {
        await this.assertUnit(tx, unitId, 'obliged');
        await tx.insert(ObligedUnit, { classId, unitId, siteId: siteIds.get(siteName)! });
      }
      await this.write(tx, actor, classId, studyActions.scheduled, {
        documents: plan.documents.length,
        sites: plan.sites.length,
        units: plan.obliged.length,
      });
      return classId;
    });
  }

  /** Adds a document at the end of the order of study. */
  async addDocument(actor: Actor, classId: string, title: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.loadForChange(tx, actor, classId);
      const number = (await tx.countBy(StudyDocument, { classId })) + 1;
      await tx.insert(StudyDocument, { classId, number, title });
      await this.write(tx, actor, classId, studyActions.document_added, { number });
    });
  }

  /** Returns the site's id. @throws SiteNameTaken | OneCentralSite */
  async addSite(actor: Actor, classId: string, site: NewSite): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      await this.loadForChange(tx, actor, classId);
      const siteId = await this.insertSite(tx, classId, site);
      await this.write(tx, actor, classId, studyActions.site_added, { siteId });
      return siteId;
    });
  }

  /** @throws SiteTooSmall when the people registered there would no longer fit | SiteNameTaken */
  async changeSite(actor: Actor, classId: string, siteId: string, changes: SiteChanges): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.loadForChange(tx, actor, classId);
      const site = await this.site(tx, classId, siteId);
      site.change(changes, await this.studies.seatedAt(tx, siteId));
      await tx.save(site);
      await this.write(tx, actor, classId, studyActions.site_changed, { siteId, changed: Object.keys(changes) });
    });
  }

  /** Calls a unit to a site, or moves one that was called to another. @throws SiteTooSmall */
  async callUnit(actor: Actor, classId: string, { unitId, siteId }: { unitId: string; siteId: string }): Promise<void> {
    await this.database.inTransaction((tx) => this.callWith(tx, actor, classId, { unitId, siteId }));
  }

  async callWith(
    tx: Tx,
    actor: Actor,
    classId: string,
    { unitId, siteId }: { unitId: string; siteId: string },
  ): Promise<void> {
    await this.loadForChange(tx, actor, classId);
    const site = await this.site(tx, classId, siteId);
    await this.assertUnit(tx, unitId, 'unitId');
    const called = await tx.findOneBy(ObligedUnit, { classId, unitId });
    if (called?.siteId === siteId) return;
    if (called) {
      site.assertHolds(await this.studies.seatedAt(tx, siteId), await this.studies.registeredOf(tx, called));
      called.attendAt(siteId);
      await tx.save(called);
    } else {
      await assertUnitLives(tx, unitId);
      await tx.insert(ObligedUnit, { classId, unitId, siteId });
    }
    await this.write(
      tx,
      actor,
      classId,
      called ? studyActions.unit_moved : studyActions.unit_called,
      { siteId },
      { unitId },
    );
  }

  /** The class is locked for the rest of the transaction. @throws NotFound | ClassNotInState | NotAStudySession */
  private async loadForChange(tx: Tx, actor: Actor, classId: string): Promise<void> {
    const trainingClass = await this.classes.loadToManage(tx, actor, classId);
    await this.assertIsStudy(tx, trainingClass.courseId);
    trainingClass.assertCanChange();
  }

  private async assertIsStudy(tx: Tx, courseId: string): Promise<void> {
    const [course] = await tx.rows<{ kind: string }>(`SELECT kind FROM courses WHERE id = $1`, [courseId]);
    if (course?.kind !== 'study_session') throw new NotAStudySession();
  }

  private async assertUnit(tx: Tx, unitId: string, field: string): Promise<void> {
    const [unit] = await tx.rows<unknown>(`SELECT 1 FROM units WHERE id = $1`, [unitId]);
    if (unit) return;
    throw InvalidInput.field(field, 'not_in_list', {
      vi: 'Không có đơn vị này. Hãy chọn trong danh sách.',
      en: 'There is no such unit; choose one from the list.',
    });
  }

  private async insertSite(tx: Tx, classId: string, site: NewSite): Promise<string> {
    await this.assertUnit(tx, site.hostUnitId, 'hostUnitId');
    const { id } = await tx.save(tx.create(Site, { ...site, classId }));
    return id;
  }

  private async site(tx: Tx, classId: string, id: string): Promise<Site> {
    return found(await tx.findOneBy(Site, { id, classId }));
  }

  private async write(
    tx: Tx,
    actor: Actor,
    classId: string,
    action: Action,
    facts: Readonly<Record<string, unknown>>,
    more: { readonly unitId?: string } = {},
  ): Promise<void> {
    const subject = { type: 'class', id: classId };
    await this.journal.write(tx, actor, { action, subject, classId, facts, ...more });
  }
}
