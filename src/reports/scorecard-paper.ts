import type { SignedLetterhead } from '../organization/letterheads.queries';
import { theoryLevelWords } from '../people/person.labels';
import { showDay } from '../platform/clock';
import { shareOf } from '../platform/pages/papers/shares';
import { type Paper, type PaperPart, signerOf } from '../printouts/paper';
import { title } from '../printouts/paper-parts';
import { hasFigures } from './figures';
import { figuresTable, resultsPart, seatsPart, studiesPart } from './paper-tables';
import type { UnitScorecard } from './reports.service';
import { reportWords } from './reports.words';

const say = reportWords.vi;

/** Phiếu đơn vị: the year of one unit, and its key cadres by theory level. */
export function scorecardPaper(scorecard: UnitScorecard, letterhead: SignedLetterhead): Paper {
  const { unitNameVi, year, asOf, keyCadres, studySessions } = scorecard;
  const rows = scorecard.courses.filter(hasFigures);
  const ofCourse = { of: say.course, name: ({ courseNameVi }: (typeof rows)[number]) => courseNameVi, rows };
  const all = keyCadres.reduce((sum, line) => sum + line.keyCadres, 0);
  const planned = keyCadres.reduce((sum, line) => sum + line.planned, 0);
  return {
    title: `Phiếu đơn vị ${year}`,
    isLandscape: true,
    fontSize: 9.5,
    letterhead,
    day: asOf,
    parts: [
      { kind: 'head' },
      title('Phiếu đơn vị', unitNameVi, `Công tác đào tạo, bồi dưỡng năm ${year}`),
      list(`I. ${say.seatsByCourse}`),
      seatsPart(ofCourse, scorecard),
      list(`II. ${say.resultsByCourse}`),
      resultsPart(ofCourse, scorecard),
      list(`III. ${say.keyCadres}`),
      figuresTable(
        { of: say.theoryLevel, name: ({ theoryLevel }) => theoryLevelWords.vi[theoryLevel], rows: keyCadres },
        [
          [say.people, (line) => line.keyCadres],
          [`${say.share} (%)`, (line) => shareOf(line.keyCadres, all)],
          [say.plannedCadres, (line) => line.planned],
        ],
        [all, all > 0 ? 100 : null, planned],
      ),
      list(`IV. ${say.studies}`),
      studiesPart(studySessions),
      {
        kind: 'text',
        look: 'italic',
        text: `Tính các lớp khai giảng trong năm, số liệu đến ngày ${showDay(asOf)}. ${say.ratesExplained} ${say.keyCadresExplained}`,
      },
      { kind: 'signatures', left: { capacity: 'Người lập phiếu' }, right: signerOf(letterhead) },
    ],
  };
}

const list = (text: string): PaperPart => ({ kind: 'text', look: 'list', text });
