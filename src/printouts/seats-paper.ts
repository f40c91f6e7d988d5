import type { SeatShare } from '../nominations/seats/shares.queries';
import { dayOf, showDay } from '../platform/clock';
import { type Paper, type PaperCell, signerOf } from './paper';
import { classDays, classTitle, countColumn, type PaperHead, peopleColumns, text, title } from './paper-parts';

export interface SeatsFacts extends PaperHead {
  /** Units, then the pool. */
  readonly shares: readonly SeatShare[];
}

/** Bảng phân bổ chỉ tiêu: whose seats there are, how many are taken, and who waits. */
export function seatsPaper({ item, letterhead, day, shares }: SeatsFacts): Paper {
  const counts = ['seats', 'held', 'free', 'reserves'] as const;
  const numbersOf = (share: SeatShare) => counts.map((name) => share[name]);
  return {
    title: 'Phân bổ chỉ tiêu',
    isLandscape: false,
    letterhead,
    day,
    parts: [
      { kind: 'head' },
      title('Bảng phân bổ chỉ tiêu', classTitle(item), `Thời gian học: ${classDays(item)}`),
      text(`Chương trình ${item.courseName}; ${item.capacity} chỉ tiêu. ${callOf(item)}`),
      {
        kind: 'table',
        columns: [
          peopleColumns.number,
          { ...peopleColumns.unit, label: 'Đơn vị' },
          countColumn('Chỉ tiêu'),
          countColumn('Đã cử'),
          countColumn('Còn trống'),
          countColumn('Dự phòng'),
        ],
        rows: shares.map((share, index): PaperCell[] => [
          index + 1,
          share.unitId === null ? 'Chỉ tiêu chung, chưa phân bổ' : (share.unitName ?? share.unitCode),
          ...numbersOf(share),
        ]),
        total: ['', 'Cộng', ...counts.map((name) => shares.reduce((sum, share) => sum + share[name], 0))],
      },
      {
        kind: 'text',
        look: 'italic',
        text: `Số liệu đến ngày ${showDay(day)}. Dự phòng: người chờ khi đơn vị có chỉ tiêu trống.`,
      },
      { kind: 'signatures', left: { capacity: 'Người lập bảng' }, right: signerOf(letterhead) },
    ],
  };
}

function callOf({ callOpensAt, callClosesAt }: SeatsFacts['item']): string {
  if (!callOpensAt || !callClosesAt) return 'Lớp chưa chiêu sinh.';
  return `Nhận danh sách từ ngày ${showDay(dayOf(callOpensAt))} đến hết ngày ${showDay(dayOf(callClosesAt))}.`;
}
