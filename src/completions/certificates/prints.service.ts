import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { PdfThread } from '../../platform/pdf/pdf-thread';
import { found, NotFound } from '../../platform/problems/refusals';
import { PlatformSettings } from '../../platform/settings';
import type { Upload } from '../../platform/uploads';
import { HandedOutCertificates } from './handed-out';
import { certificateMargins, certificateSheet, type PrintedCertificate } from './sheet';
import { CertificatesQueries } from './certificates.queries';
import { TooManyToPrint } from './certificates.refusals';
import { certificatesVisibleTo } from '../completions.policy';
import { certificateActions } from './certificates.words';
import { RegisterLinesQueries } from './register-lines.queries';

/** Sheets one file holds: more would keep others waiting for theirs. */
export const sheetsOfFile = 200;

/** Certificates on paper; drawn when asked for, from what the register says. */
@Injectable()
export class CertificatePrintsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly pdf: PdfThread,
    private readonly settings: PlatformSettings,
    private readonly classes: ClassesQueries,
    private readonly certificates: CertificatesQueries,
    private readonly lines: RegisterLinesQueries,
    private readonly handedOut: HandedOutCertificates,
  ) {}

  /**
   * One certificate. Whoever prints that of somebody else leaves a journal line.
   * @param version an earlier one, as it was before a correction; the one in force unless told
   * @throws NotFound
   */
  async one(actor: Actor, id: string, version?: number): Promise<Upload> {
    const certificate = found(await this.certificates.certificate(id, certificatesVisibleTo(actor)));
    const { personId, unitId, number } = certificate;
    const printed =
      version === undefined || version === certificate.version
        ? certificate
        : await this.versionOf(certificate, version);
    const content = await this.print(`Giấy chứng nhận ${number}`, [printed]);
    await this.handedOut.note(actor, [id]);
    if (personId !== actor.personId) {
      await this.journal.write(this.database.reader, actor, {
        action: certificateActions.printed,
        subject: { type: 'certificate', id },
        personId,
        unitId,
        facts: { version: printed.version },
      });
    }
    return { name: `giay-chung-nhan-${number}.pdf`, content };
  }

  /**
   * The certificates of a class in force, as far as the reader may see them, each on a page of its own.
   * @param part which 200 of them, from 1 on; needed when there are more
   * @throws NotFound | TooManyToPrint
   */
  async ofClass(actor: Actor, classId: string, part?: number): Promise<Upload> {
    const scope = certificatesVisibleTo(actor);
    const trainingClass = await this.classes.class(classId);
    const count = await this.certificates.countOfClass(classId, scope);
    if (!trainingClass || count === 0) throw new NotFound();
    if (part === undefined && count > sheetsOfFile) throw new TooManyToPrint(count, sheetsOfFile);
    const certificates = await this.certificates.ofClass(classId, scope, part ?? 1, sheetsOfFile);
    if (certificates.length === 0) throw new NotFound();
    const content = await this.print(`Giấy chứng nhận lớp ${trainingClass.code}`, certificates);
    await this.handedOut.note(
      actor,
      certificates.map(({ id }) => id),
    );
    await this.journal.write(this.database.reader, actor, {
      action: certificateActions.class_printed,
      subject: { type: 'class', id: classId },
      classId,
      facts: { count: certificates.length },
    });
    const suffix = part === undefined ? '' : `-phan-${part}`;
    return { name: `giay-chung-nhan-lop-${trainingClass.code}${suffix}.pdf`, content };
  }

  private async versionOf(current: PrintedCertificate & { readonly id: string }, version: number) {
    const lines = await this.lines.ofCertificate(current.id);
    const line = found(lines.findLast(({ facts }) => facts.version === version));
    const { unitName: printedUnitName, startedOn: opensOn, endedOn: closesOn, ...asThen } = line.facts;
    const { state, stateOn } = current;
    return { ...current, ...asThen, printedUnitName, opensOn, closesOn, state, stateOn, isOutdated: true };
  }

  private async print(title: string, certificates: readonly PrintedCertificate[]): Promise<Buffer> {
    return this.pdf.print({
      title,
      landscape: true,
      numbered: false,
      margins: certificateMargins,
      content: certificates.map((certificate, index) =>
        certificateSheet(certificate, `${this.settings.publicUrl}/verify/${certificate.verificationCode}`, index === 0),
      ),
    });
  }
}
