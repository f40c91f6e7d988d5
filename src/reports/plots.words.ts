import { words } from '../platform/messages/words';

export const plotWords = words({
  taken: { vi: 'Đã có người', en: 'Taken' },
  free: { vi: 'Chưa có người', en: 'Free' },
  freeOf: {
    vi: (free: number, all: number) => `trống ${free}/${all}`,
    en: (free: number, all: number) => `${free} of ${all} free`,
  },
  full: { vi: 'đủ', en: 'full' },
  seatsFree: {
    vi: (free: number, all: number, where: string, most: number, its: number) =>
      `Còn ${free}/${all} chỉ tiêu chưa có người; nhiều nhất: ${where}, ${most}/${its}`,
    en: (free: number, all: number, where: string, most: number, its: number) =>
      `${free} of ${all} seats are free; most: ${where}, ${most} of ${its}`,
  },
  seatsFull: {
    vi: (all: number) => `Cả ${all} chỉ tiêu đã phân bổ đều có người`,
    en: (all: number) => `All ${all} allocated seats are taken`,
  },
  cadresBelow: {
    vi: (below: number, all: number, unit: string, most: number, its: number) =>
      `${below}/${all} cán bộ chủ chốt chưa có trình độ trung cấp; nhiều nhất: ${unit}, ${most}/${its}`,
    en: (below: number, all: number, unit: string, most: number, its: number) =>
      `${below} of ${all} key cadres are below the intermediate level; most: ${unit}, ${most} of ${its}`,
  },
  cadresBelowOfOne: {
    vi: (below: number, all: number) => `${below}/${all} cán bộ chủ chốt chưa có trình độ trung cấp`,
    en: (below: number, all: number) => `${below} of ${all} key cadres are below the intermediate level`,
  },
  cadresAbove: {
    vi: (all: number) => `Cả ${all} cán bộ chủ chốt đều có trình độ trung cấp trở lên`,
    en: (all: number) => `All ${all} key cadres are at the intermediate level or above`,
  },
});
