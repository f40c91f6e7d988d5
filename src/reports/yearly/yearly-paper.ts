import { type Day, dayOf, showDay } from '../../platform/clock';
import type { SignedLetterhead } from '../../organization/letterheads.queries';
import { type Paper, type PaperPart, signerOf } from '../../printouts/paper';
import { numberLine, text, title } from '../../printouts/paper-parts';
import { figuresTable, resultsPart, seatsPart, studiesPart } from '../paper-tables';
import { classStates, hasFigures } from '../figures';
import { reportWords } from '../reports.words';
import { asOf, type Change } from './yearly-figures';
import type { YearlyReportItem } from './yearly-reports.queries';
import { measureWords } from './yearly-reports.words';

const say = reportWords.vi;
const countedStates = [...classStates, 'total'] as const;
/** More of what changed is counted, not told. */
const mostChanges = 6;

/** Báo cáo chung: what both committees say of the year, from the figures they confirmed. */
export function yearlyPaper(report: YearlyReportItem, letterhead: SignedLetterhead, today: Day): Paper {
  const { year, edition, figures, remarks, bodies, groupNameVi, settledAt, state } = report;
  const { courses, units, total, studySessions } = figures.report;
  const bloc = bodies.find(({ kind }) => kind === 'bloc')?.nameVi ?? letterhead.body;
  const ofUnits = { of: say.unit, name: ({ unitNameVi }: (typeof units)[number]) => unitNameVi, rows: units };
  const said = (remarks ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
  return {
    title: `Báo cáo chung ${year}`,
    isLandscape: true,
    letterhead,
    day: state === 'frozen' && settledAt ? dayOf(settledAt) : today,
    fontSize: 9,
    parts: [
      { kind: 'head', number: numberLine(null, 'BC') },
      title(
        'Báo cáo chung',
        `kết quả phối hợp đào tạo, bồi dưỡng cán bộ, đảng viên năm ${year}`,
        `giữa ${bloc} và ${groupNameVi}`,
        edition > 1 && `(lần ${edition})`,
        '-----',
      ),
      ...standing(report, today),
      list('I. Thực hiện kế hoạch năm'),
      planPart(report),
      planNotes(report),
      list('II. Lớp khai giảng trong năm'),
      figuresTable(
        {
          of: say.course,
          name: ({ courseNameVi }) => courseNameVi,
          rows: courses.filter(({ classes }) => classes.total),
        },
        countedStates.map((name) => [name === 'total' ? say.allClasses : say[name], ({ classes }) => classes[name]]),
        countedStates.map((name) => total.classes[name]),
      ),
      list('III. Chỉ tiêu và cử đi học theo đơn vị'),
      seatsPart(ofUnits, total),
      list('IV. Học viên và kết quả theo đơn vị'),
      resultsPart(ofUnits, total),
      list('V. Học viên và kết quả theo chương trình'),
      resultsPart(
        { of: say.course, name: ({ courseNameVi }) => courseNameVi, rows: courses.filter(hasFigures) },
        total,
      ),
      list('VI. Học tập, quán triệt nghị quyết'),
      studiesPart(studySessions),
      ...(said.length > 0 ? [list('VII. Nhận xét, kiến nghị'), ...said.map((line) => text(line))] : []),
      { kind: 'text', look: 'italic', text: say.ratesExplained },
      {
        kind: 'signatures',
        left: { capacity: `Đại diện ${groupNameVi}` },
        right: signerOf(letterhead),
      },
    ],
  };
}

const list = (said: string): PaperPart => ({ kind: 'text', look: 'list', text: said });

function planPart({ figures: { plan } }: YearlyReportItem): PaperPart {
  const numbers = ['plannedClasses', 'opened', 'classShare', 'targetPeople', 'enrolled', 'peopleShare'] as const;
  const labels = ['Lớp kế hoạch', 'Lớp đã mở', '% lớp', 'Người kế hoạch', 'Học viên', '% người'];
  return figuresTable(
    { of: say.course, name: ({ courseName }) => courseName, rows: plan.byCourse },
    numbers.map((name, at) => [labels[at]!, (row) => row[name]]),
    numbers.map((name) => plan.year[name]),
  );
}

/** What the plan counts and what it does not, so that its numbers are not taken for those of the classes below. */
function planNotes({ figures: { plan } }: YearlyReportItem): PaperPart {
  const { classes, enrolled } = plan.outside ?? { classes: 0, enrolled: 0 };
  const unplanned = classes > 0 ? ` Ngoài kế hoạch đã mở ${classes} lớp, ${enrolled} học viên.` : '';
  return text(`Lớp đã mở: đã chiêu sinh, đã mở hoặc đã kết thúc.${unplanned}`);
}

/** Whose figures these are, and what became of them since. */
function standing(
  { state, figures, confirmations, changes, replacedBy, reason }: YearlyReportItem,
  today: Day,
): PaperPart[] {
  const italic = (said: string): PaperPart => ({ kind: 'text', look: 'italic', text: said });
  const until = `Số liệu đến ngày ${showDay(asOf(figures))}, tính các lớp khai giảng trong năm; mục I và II của cả Khối, các mục sau của các đơn vị thuộc Tập đoàn`;
  const who = confirmations
    .map(({ nameVi, confirmedAt }) => `${nameVi} ngày ${showDay(dayOf(confirmedAt))}`)
    .join('; ');
  const confirmed =
    state === 'frozen'
      ? `Số liệu đã được hai cấp ủy xác nhận: ${who}.`
      : state === 'withdrawn'
        ? `Dự thảo đã rút. Lý do: ${reason}.`
        : `Dự thảo${who ? `, đã xác nhận: ${who}` : ', chưa cấp ủy nào xác nhận'}.`;
  return [
    italic(`${until}. ${confirmed}`),
    ...(replacedBy === null ? [] : [italic(`Bản này đã được thay bằng bản lần ${replacedBy}.`)]),
    ...(changes.length === 0
      ? []
      : [
          italic(
            `Đến ngày ${showDay(today)}, số liệu trong sổ đã thay đổi so với bản này: ${changesInWords(changes)}.`,
          ),
        ]),
  ];
}

function changesInWords(changes: readonly Change[]): string {
  const told = changes
    .slice(0, mostChanges)
    .map(
      ({ measure, unitNameVi, then, now }) =>
        `${unitNameVi ? `${unitNameVi}, ` : ''}${measureWords.vi[measure]} ${then} → ${now}`,
    );
  const more = changes.length - told.length;
  return `${told.join('; ')}${more > 0 ? `; và ${more} số liệu khác` : ''}`;
}
