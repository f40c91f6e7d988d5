import { Injectable } from '@nestjs/common';
import { LetterheadsQueries } from '../organization/letterheads.queries';
import { PeopleService } from '../people/people.service';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { PdfThread } from '../platform/pdf/pdf-thread';
import type { Upload } from '../platform/uploads';
import { printedRecord } from './training-record.print';
import { TrainingRecordsQueries } from './training-records.queries';
import { recordActions } from './training-records.words';

@Injectable()
export class RecordPrintsService {
  constructor(
    private readonly people: PeopleService,
    private readonly records: TrainingRecordsQueries,
    private readonly letterheads: LetterheadsQueries,
    private readonly pdf: PdfThread,
    private readonly clock: Clock,
  ) {}

  /** The record to sign and to take along; of somebody else's a journal line stays. @throws NotFound */
  async print(actor: Actor, personId: string): Promise<Upload> {
    const person = await this.people.read(actor, personId, recordActions.printed);
    const [records, letterhead] = await Promise.all([
      this.records.ofPerson(person.id),
      this.letterheads.ofBloc('record'),
    ]);
    const content = printedRecord(person, records, letterhead, this.clock.today());
    return {
      name: `qua-trinh-dao-tao-${person.code}.pdf`,
      content: await this.pdf.print({ title: 'Bản xác nhận quá trình đào tạo, bồi dưỡng', content }),
    };
  }
}
