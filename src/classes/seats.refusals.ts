import { Refusal } from '../platform/problems/refusal';

export class TooFewFreeSeats extends Refusal {
  constructor(wanted: number, free: number) {
    super(
      'too_few_free_seats',
      'conflict',
      {
        vi: `Cần chuyển ${wanted} chỉ tiêu nhưng chỉ còn ${free} chỉ tiêu chưa có người. Hãy giảm số lượng, hoặc chờ có người rút.`,
        en: `${wanted} seats were to be moved but only ${free} are free. Move fewer, or wait for a withdrawal.`,
      },
      { facts: { wanted, free } },
    );
  }
}

/** As many names as a reader takes in at once; all of them are in the facts. */
const namedAtMost = 12;

export class SeatsTaken extends Refusal {
  /** @param holders everybody who holds a seat, as people know them */
  constructor(holders: readonly string[]) {
    const taken = holders.length;
    const named = holders.slice(0, namedAtMost).join(', ');
    const more = Math.max(0, taken - namedAtMost);
    super(
      'seats_taken',
      'conflict',
      {
        vi: `Lớp đang có ${taken} người giữ chỉ tiêu nên không thể giảm xuống thấp hơn ${taken}: ${named}${more > 0 ? ` và ${more} người khác` : ''}. Hãy cho rút hoặc không duyệt trước rồi mới giảm.`,
        en: `${taken} people hold seats, so the class cannot be made smaller than ${taken}: ${named}${more > 0 ? ` and ${more} more` : ''}. Withdraw or reject somebody first.`,
      },
      { facts: { taken, holders } },
    );
  }
}
