import { showDay } from '../platform/clock';
import { addUp, type StudyTotals, type TakingPart } from '../study-sessions/participation';
import type { Participation } from '../study-sessions/participation.queries';
import type { SiteItem } from '../study-sessions/study-sessions.queries';
import { lowerFirst } from './opening-paper';
import { type Paper, type PaperCell, type PaperPart, shownIn, signerOf } from './paper';
import {
  classDays,
  classTitle,
  countColumn,
  numberLine,
  type PaperHead,
  peopleColumns,
  text,
  title,
} from './paper-parts';

export interface StudyFacts extends PaperHead {
  readonly number: string | null;
  readonly documents: readonly string[];
  readonly sites: readonly SiteItem[];
  /** Those the reader may see. */
  readonly units: readonly Participation[];
  readonly unitName: string | null;
}

const counts = ['members', 'exempt', 'obliged', 'attendedMembers'] as const satisfies readonly (keyof TakingPart)[];

/** Báo cáo kết quả học tập, quán triệt: what was studied where, how many of whom took part, and who has not done it. */
export function studyPaper(facts: StudyFacts): Paper {
  const { item, letterhead, day, number, documents, sites, units, unitName } = facts;
  const total = addUp(units);
  const numbersOf = (part: TakingPart & { readonly rate: number | null }): PaperCell[] => [
    ...counts.map((name) => part[name]),
    part.rate ?? '',
    part.attendedNonMembers,
    part.essays,
  ];
  return {
    title: 'Báo cáo học tập, quán triệt',
    isLandscape: false,
    letterhead,
    day,
    fontSize: 10,
    parts: [
      { kind: 'head', number: numberLine(number, 'BC') },
      title('Báo cáo', `kết quả ${lowerFirst(classTitle(item))}`, unitName && `Đơn vị: ${unitName}`, '-----'),
      list('1. Nội dung, thời gian, địa điểm'),
      text(`${upperFirst(classTitle(item))} tổ chức ${classDays(item)}${sitesOf(sites)}.`),
      ...(documents.length > 0
        ? [text('Nội dung học tập, quán triệt:'), ...documents.map((document) => text(`- ${document}.`))]
        : []),
      list('2. Kết quả'),
      text(resultOf(total)),
      {
        kind: 'table',
        columns: [
          peopleColumns.number,
          peopleColumns.unit,
          ...['Tổng số', 'Được miễn', 'Phải dự', 'Đã dự'].map((label) => countColumn(label, 'Đảng viên', 29)),
          countColumn('Tỷ lệ (%)', undefined, 29),
          countColumn('Quần chúng dự', undefined, 32),
          countColumn('Bài thu hoạch', undefined, 32),
        ],
        rows: units.map((unit, index) => [index + 1, unit.unitNameVi, ...numbersOf(unit)]),
        total: ['', 'Cộng', ...numbersOf(total)],
      },
      ...notDone(units),
      { kind: 'text', look: 'italic', text: standingOf(units, day) },
      { kind: 'recipients', recipients: recipientsOf, signer: signerOf(letterhead) },
    ],
  };
}

const recipientsOf = ['Ban Thường vụ Đảng ủy', 'Các tổ chức cơ sở đảng', 'Lưu Văn phòng Đảng ủy'];
const list = (said: string): PaperPart => ({ kind: 'text', look: 'list', text: said });
const upperFirst = (said: string) => said.charAt(0).toLocaleUpperCase('vi') + said.slice(1);

function sitesOf(sites: readonly SiteItem[]): string {
  if (sites.length === 0) return '';
  const [central, ...others] = sites;
  const connected = others.length > 0 ? ` và ${others.length} điểm cầu kết nối` : '';
  return `, tại ${central!.name}, ${central!.address}${connected}`;
}

/** What nobody did is not worth a sentence. */
function resultOf({
  units,
  unitsDone,
  obliged,
  exempt,
  attendedMembers,
  attendedNonMembers,
  essays,
  rate,
}: StudyTotals) {
  return [
    `${unitsDone}/${units} đơn vị đã tổ chức học tập; ${attendedMembers}/${obliged} đảng viên phải dự đã dự${rate === null ? '' : `, đạt ${shownIn(rate)}%`}.`,
    exempt > 0 && `${exempt} đảng viên được miễn.`,
    attendedNonMembers > 0 && `Ngoài ra có ${attendedNonMembers} quần chúng dự.`,
    essays > 0 && `Đã nộp ${essays} bài thu hoạch.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function notDone(units: readonly Participation[]): PaperPart[] {
  const names = units.filter(({ done }) => !done).map(({ unitNameVi }) => unitNameVi);
  return names.length > 0 ? [text(`${names.join('; ')}.`, 'Chưa học:')] : [];
}

function standingOf(units: readonly Participation[], day: string): string {
  const open = units.filter(({ rollTakenOn }) => rollTakenOn === null).length;
  const counted =
    open > 0 ? ` ${open} đơn vị chưa chốt danh sách, tính theo danh sách đảng viên ngày ${showDay(day)}.` : '';
  return `Số liệu đến ngày ${showDay(day)}; tỷ lệ tính trên đảng viên phải dự của danh sách đã chốt.${counted}`;
}
