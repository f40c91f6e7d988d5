import { Away } from '../problems/refusals';

export class QueueAway extends Away {
  constructor(cause: unknown) {
    super(
      'queue_away',
      {
        vi: 'Hàng việc chưa trả lời. Việc đến hạn vẫn nằm trong cơ sở dữ liệu. Hãy thử lại sau ít giây.',
        en: 'The queue does not answer. What is due stands in the database; try again in a few seconds.',
      },
      cause,
    );
  }
}
