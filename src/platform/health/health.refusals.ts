import { Away } from '../problems/refusals';

export class NotReady extends Away {
  constructor(
    facts: { database: 'ok' | 'away'; queue: 'ok' | 'away'; overdue: readonly string[] },
    reasons: readonly string[],
  ) {
    super(
      'not_ready',
      {
        vi: 'Hệ thống chưa sẵn sàng: cơ sở dữ liệu, hàng việc không trả lời hoặc việc định kỳ bị trễ. Người vận hành xem mục "facts".',
        en: 'Not ready: the database or the queue does not answer, or recurring looks are overdue; "facts" says which.',
      },
      [...reasons, ...facts.overdue].join('; '),
      facts,
    );
  }
}
