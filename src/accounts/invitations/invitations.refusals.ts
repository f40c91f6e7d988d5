import { Refusal } from '../../platform/problems/refusal';

export class NoInvitationOpen extends Refusal.saying('no_invitation_open', 'wrong_moment', {
  vi: 'Không có lời mời nào đang mở nên không có gì để thu hồi. Hãy tải lại trang để xem tình trạng mới.',
  en: 'No invitation is open, so there is nothing to take back. Reload the page to see its current state.',
}) {}

export class TooManySlips extends Refusal {
  constructor(most: number) {
    super(
      'too_many_slips',
      'invalid',
      {
        vi: `Có hơn ${most} người chưa vào hệ thống, mỗi lần chỉ in được ${most} phiếu. Hãy in phiếu của từng người ở trang tài khoản của họ.`,
        en: `More than ${most} people have not signed in yet, and ${most} slips can be printed at a time. Print them one by one, on the page of each account.`,
      },
      { facts: { most } },
    );
  }
}

export class NobodyToPrintFor extends Refusal.saying('nobody_to_print_for', 'wrong_moment', {
  vi: 'Đơn vị không có ai đang được mời mà chưa vào hệ thống nên không có phiếu nào để in. Hãy mời cán bộ trước.',
  en: 'No one in this unit has an open invitation, so there is no slip to print. Invite people first.',
}) {}
