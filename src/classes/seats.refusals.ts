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

export class SeatsTaken extends Refusal {
  constructor(taken: number) {
    super(
      'seats_taken',
      'conflict',
      {
        vi: `Lớp đang có ${taken} người giữ chỉ tiêu nên không thể giảm xuống thấp hơn ${taken}. Hãy cho rút hoặc từ chối trước rồi mới giảm.`,
        en: `${taken} people hold seats, so the class cannot be made smaller than ${taken}. Withdraw or reject somebody first.`,
      },
      { facts: { taken } },
    );
  }
}
