import { type Paper, type PaperPart, signerOf } from './paper';
import { numberLine, type PaperFacts, title } from './paper-parts';

export interface DecisionFacts extends PaperFacts {
  /** Null when the paper has no number yet. */
  readonly number: string | null;
  /** What the office adds to the usual grounds. */
  readonly grounds: readonly string[];
}

interface Decision {
  readonly title: string;
  /** "Về việc mở lớp …" */
  readonly about: string;
  readonly grounds: readonly string[];
  /** Of its articles in order, without "Điều 1." */
  readonly articles: readonly string[];
  /** The list that goes with it. */
  readonly list: readonly PaperPart[];
}

/** A decision as Party bodies write it, and on a page of its own the list it refers to. A list of one unit is an extract, without the decision. */
export function decisionPaper(facts: DecisionFacts, decision: Decision): Paper {
  const { letterhead, day, number, unitName } = facts;
  const text: PaperPart[] = [
    { kind: 'head', number: numberLine(number) },
    title('Quyết định', decision.about, '-----'),
    ...[...usualGrounds(facts), ...decision.grounds, ...facts.grounds].map((ground): PaperPart => ({
      kind: 'text',
      text: `- ${asGround(ground)};`,
    })),
    { kind: 'text', look: 'bold', text: `${decidingBody(letterhead.body)} QUYẾT ĐỊNH` },
    ...decision.articles.map((article, index): PaperPart => ({
      kind: 'text',
      lead: `Điều ${index + 1}.`,
      text: article,
    })),
    {
      kind: 'recipients',
      recipients: [`Như Điều ${decision.articles.length}`, 'Lưu Văn phòng Đảng ủy'],
      signer: signerOf(letterhead),
    },
    { kind: 'new_page' },
  ];
  return {
    title: decision.title,
    isLandscape: false,
    letterhead,
    day,
    parts: [...(unitName === null ? text : []), { kind: 'head' }, ...decision.list],
  };
}

/** "(Kèm theo Quyết định số …… ngày ……)" */
export function attachedTo({ number, day }: DecisionFacts): string {
  const [year, month, date] = day.split('-');
  return `(Kèm theo Quyết định số ${number?.replace(/^số\s+/i, '') ?? '……'} ngày ${date}/${month}/${year})`;
}

const usualGrounds = ({ letterhead, item }: DecisionFacts) => [
  `Căn cứ chức năng, nhiệm vụ, quyền hạn của ${namedInText(letterhead.body)}`,
  `Căn cứ kế hoạch đào tạo, bồi dưỡng năm ${item.opensOn.slice(0, 4)}`,
];

/** Typed with or without the word, the dash and the sign at the end. */
function asGround(typed: string): string {
  const bare = typed.replace(/^[\s–-]+/, '').replace(/[;,.\s]+$/, '');
  return /^(căn cứ|xét|theo)(?!\p{L})/iu.test(bare) ? bare : `Căn cứ ${bare}`;
}

const decidingBody = (body: string) => {
  const capitals = body.toLocaleUpperCase('vi');
  return capitals.startsWith('BAN ') ? capitals : `BAN THƯỜNG VỤ ${capitals}`;
};

/** The committee is in capitals at the head of a paper only. */
const namedInText = (body: string) =>
  body === body.toLocaleUpperCase('vi') && body.startsWith('ĐẢNG ỦY') ? 'Ban Thường vụ Đảng ủy' : body;
