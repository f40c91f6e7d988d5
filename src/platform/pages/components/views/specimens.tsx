import { Unfold } from '../../unfold';
import type { ComponentChildren } from 'preact';
import { momentAt } from '../../../clock';
import { BadAddressNotice } from '../../../mailer/views/bad-address';
import { MailPaused } from '../../../mailer/views/mail-paused';
import { MailText } from '../../../mailer/views/mail-text';
import { UnsaidSettings } from '../../../surroundings/views/unsaid';
import { Badge, Progress, Verdict } from '../../badges';
import { Card, DescriptionList, EmptyState, PageHeader, StatCards, Timeline } from '../../blocks';
import { LinkButton } from '../../forms';
import { Icon, iconNames } from '../../icons';
import { Notice } from '../../notices';
import { Opening } from '../../papers/opening';
import { QrCode } from '../../qr-code';
import { PaperLinks } from '../../papers/paper-links';
import { Share } from '../../papers/shares';
import { type Column, Table } from '../../tables';
import type { componentWords } from '../components.words';

export type Say = (typeof componentWords)['vi'];

/** A component under its own name, once for each state. */
export interface Specimen {
  readonly of: { readonly name: string };
  readonly states: readonly ComponentChildren[];
}

const address = '/components';
const morning = momentAt('2026-12-12', '08:00');
const tones = ['neutral', 'info', 'success', 'warning', 'danger'] as const;

export const badges = (say: Say): readonly Specimen[] => [
  { of: Badge, states: tones.map((tone) => <Badge tone={tone} text={say.done} />) },
  {
    of: Verdict,
    states: [
      <Verdict outcome="pass" />,
      <Verdict outcome="warn" sentence={say.sentence} />,
      <Verdict outcome="block" sentence={say.sentence} citation={say.citation} />,
    ],
  },
  {
    of: Progress,
    states: [0, 40, 120].map((done) => <Progress label={say.importing} done={done} total={120} />),
  },
];

export const blocks = (say: Say): readonly Specimen[] => [
  {
    of: PageHeader,
    states: [
      <PageHeader title={say.className} />,
      <PageHeader
        title={say.className}
        subtitle={say.place}
        back={{ href: address, label: say.back }}
        actions={<LinkButton href={address} label={say.nominate} tone="primary" />}
      />,
    ],
  },
  {
    of: Card,
    states: [
      <Card level={3}>{say.sentence}</Card>,
      <Card level={3} title={say.people} actions={<LinkButton href={address} label={say.open} />} footer={say.place}>
        {say.sentence}
      </Card>,
    ],
  },
  {
    of: EmptyState,
    states: [
      <EmptyState title={say.nobody} />,
      <EmptyState
        title={say.nobody}
        next={say.nominateNext}
        action={<LinkButton href={address} label={say.nominate} />}
      />,
    ],
  },
  {
    of: StatCards,
    states: [
      <StatCards
        label={say.seats}
        cards={tones.map((tone, index) => ({ label: say.seats, value: index * 12, hint: say.waiting, tone }))}
      />,
      <StatCards label={say.people} cards={[{ label: say.people, value: 3, href: address }]} />,
    ],
  },
  {
    of: DescriptionList,
    states: [
      <DescriptionList
        items={[
          { term: say.unit, value: 'LIX' },
          { term: say.teacher, value: null },
        ]}
      />,
    ],
  },
  {
    of: Timeline,
    states: [
      <Timeline
        entries={[
          { at: morning, who: 'Lê Thị Thanh Tâm', what: say.accepted },
          { at: morning, who: 'Trần Văn Bình', what: say.returned, reason: say.reasonGiven },
        ]}
      />,
    ],
  },
];

export const icons = (): readonly Specimen[] => [
  {
    of: Icon,
    states: iconNames.map((name) => (
      <>
        <Icon name={name} /> {name}
      </>
    )),
  },
];

export const notices = (say: Say): readonly Specimen[] => [
  {
    of: Notice,
    states: [
      ...(['info', 'success', 'warning', 'danger'] as const).map((tone) => (
        <Notice tone={tone} heading={say.done}>
          <p>{say.mayRead}</p>
        </Notice>
      )),
      <Notice tone="info">
        <p>{say.mayRead}</p>
      </Notice>,
    ],
  },
];

export const openings = (say: Say): readonly Specimen[] => [
  {
    of: Opening,
    states: [address, undefined].map((href) => (
      <Opening happened={say.sentence} standsOut={say.nobody} toDo={{ sentence: say.nominateNext, href }} />
    )),
  },
];

export const shares = (): readonly Specimen[] => [
  { of: Share, states: [null, 0, 83.3, 100].map((percent) => <Share percent={percent} />) },
];

interface Row {
  readonly unit: string;
  readonly seats: number;
}

export const unfolds = (say: Say): readonly Specimen[] => [
  {
    of: Unfold,
    states: [
      <Unfold label={say.lead}>{say.wholePagesLead}</Unfold>,
      <Unfold label={say.lead} isPass>
        {say.wholePagesLead}
      </Unfold>,
    ],
  },
];

export const tables = (say: Say): readonly Specimen[] => {
  const rows: readonly Row[] = [
    { unit: 'LIX', seats: 5 },
    { unit: 'VPS', seats: 0 },
  ];
  const columns: readonly Column<Row>[] = [
    { label: say.unit, isRowName: true, cell: (row) => row.unit },
    { label: say.seats, isNumber: true, cell: (row) => row.seats },
    { label: say.actions, hidesLabel: true, cell: () => <a href={address}>{say.open}</a> },
  ];
  const sorted = columns.map((column, index) => ({
    ...column,
    sort: [
      { href: address, direction: 'ascending' as const },
      { href: address, direction: null },
    ][index],
    total: column.isNumber ? 5 : undefined,
  }));
  const [name, seats, action] = columns;
  const inLines: readonly Column<Row>[] = [
    name!,
    { label: say.done, isState: true, cell: () => <Badge text={say.done} /> },
    seats!,
    { label: say.sentence, cell: () => say.sentence, hasOwnLines: (row) => row.seats > 0 || say.open },
    action!,
  ];
  const table = { columns, rows, empty: { title: say.nobody, next: say.nominateNext } };
  return [
    {
      of: Table,
      states: [
        <Table {...table} caption={say.seats} />,
        <Table {...table} caption={say.seats} hidesCaption columns={sorted} />,
        <Table {...table} caption={say.seats} isWide />,
        <Table {...table} caption={say.seats} rows={[]} />,
        <Table {...table} caption={say.seats} columns={inLines} isLong />,
        <Table {...table} caption={say.seats} list="whole" />,
      ],
    },
  ];
};

export const badAddresses = (say: Say): readonly Specimen[] => {
  const bad = { address: 'thanhtam@example.vn', since: morning, reason: say.refused, mailId: '' };
  return [
    {
      of: BadAddressNotice,
      states: [<BadAddressNotice bad={bad} />, <BadAddressNotice bad={bad} isOwn />],
    },
  ];
};

export const mailPauses = (say: Say): readonly Specimen[] => [
  {
    of: MailPaused,
    states: [<MailPaused pause={{ since: morning, until: momentAt('2026-12-12', '09:00'), reason: say.refused }} />],
  },
];

export const mailTexts = (say: Say): readonly Specimen[] => [{ of: MailText, states: [<MailText text={say.mail} />] }];

export const paperLinks = (say: Say): readonly Specimen[] => [
  { of: PaperLinks, states: [<PaperLinks path={address} title={say.title} />] },
];

export const qrCodes = (say: Say): readonly Specimen[] => [
  {
    of: QrCode,
    states: (['page', 'hall'] as const).map((size) => <QrCode text={address} label={say.title} size={size} />),
  },
];

export const unsaidSettings = (): readonly Specimen[] => [
  { of: UnsaidSettings, states: [<UnsaidSettings unsaid={['front', 'public_address']} />] },
];
