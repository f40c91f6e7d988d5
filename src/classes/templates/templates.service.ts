import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import { ChangedMeanwhile, found } from '../../platform/problems/refusals';
import { ClassTemplate, type TemplateFacts } from './template.entity';
import { assertMayManageClasses } from '../classes.policy';
import { templateActions } from './templates.words';

@Injectable()
export class ClassTemplatesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @throws NotAllowed | TemplateNameTaken | InvalidInput */
  async add(actor: Actor, facts: TemplateFacts): Promise<string> {
    assertMay(actor);
    return this.database.inTransaction(async (tx) => {
      const template = tx.create(ClassTemplate, {});
      template.become(facts);
      const { id } = await tx.save(template);
      await this.write(tx, actor, templateActions.added, id, facts);
      return id;
    });
  }

  /** @param version the one the change is made upon; null to change whatever is there @throws ChangedMeanwhile | TemplateNameTaken | InvalidInput */
  async change(actor: Actor, id: string, changes: Partial<TemplateFacts>, version: number | null): Promise<void> {
    assertMay(actor);
    await this.database.inTransaction(async (tx) => {
      const template = await this.load(tx, id, version);
      template.become(changes);
      await tx.save(template);
      await this.write(tx, actor, templateActions.changed, id, changes);
    });
  }

  /** Classes planned from it stay as they are. @throws ChangedMeanwhile */
  async remove(actor: Actor, id: string, version: number | null): Promise<void> {
    assertMay(actor);
    await this.database.inTransaction(async (tx) => {
      const template = await this.load(tx, id, version);
      await tx.delete(ClassTemplate, { id });
      await this.write(tx, actor, templateActions.removed, id, { name: template.name });
    });
  }

  private async load(tx: Tx, id: string, version: number | null): Promise<ClassTemplate> {
    const template = found(await tx.findOne(ClassTemplate, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    if (version !== null && template.version !== version) throw new ChangedMeanwhile();
    return template;
  }

  private async write(tx: Tx, actor: Actor, action: Action, id: string, facts: Partial<TemplateFacts>): Promise<void> {
    await this.journal.write(tx, actor, { action, subject: { type: 'class_template', id }, facts: { ...facts } });
  }
}

function assertMay(actor: Actor): void {
  assertMayManageClasses(actor);
}
