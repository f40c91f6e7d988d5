import { Card, PageHeader } from '../../blocks';
import { useWords } from '../../page-context';
import { componentWords } from '../components.words';
import { address, choices, field, fieldGrid, fields, forms, lists, searched } from './form-specimens';
import { columnMatches, doubtedDays, importStates, readings, trialOutcomes, uploadForms } from './import-specimens';
import {
  badAddresses,
  badges,
  blocks,
  icons,
  mailPauses,
  mailTexts,
  notices,
  openings,
  paperLinks,
  qrCodes,
  type Say,
  shares,
  type Specimen,
  tables,
  unfolds,
  unsaidSettings,
} from './specimens';
import { wholePages } from './whole-pages';

/** What is shown of each file, by its path below `src/platform`. */
const files = (say: Say): Readonly<Record<string, readonly Specimen[]>> => ({
  'pages/badges.tsx': badges(say),
  'pages/blocks.tsx': blocks(say),
  'pages/choices.tsx': choices(say),
  'pages/searched/searched-field.tsx': searched(say),
  'pages/field.tsx': field(say),
  'pages/field-grid.tsx': fieldGrid(say),
  'pages/fields.tsx': fields(say),
  'pages/forms.tsx': forms(say),
  'pages/icons.tsx': icons(),
  'pages/lists.tsx': lists(say),
  'pages/notices.tsx': notices(say),
  'pages/papers/paper-links.tsx': paperLinks(say),
  'pages/qr-code.tsx': qrCodes(say),
  'pages/papers/opening.tsx': openings(say),
  'pages/papers/shares.tsx': shares(),
  'pages/tables.tsx': tables(say),
  'pages/unfold.tsx': unfolds(say),
  'imports/views/doubted-days.tsx': doubtedDays(),
  'imports/views/import-state.tsx': importStates(say),
  'imports/views/match-columns.tsx': columnMatches(),
  'imports/views/reading.tsx': readings(),
  'imports/views/trial-outcome.tsx': trialOutcomes(say),
  'imports/views/upload-form.tsx': uploadForms(say),
  'mailer/views/bad-address.tsx': badAddresses(say),
  'mailer/views/mail-paused.tsx': mailPauses(say),
  'mailer/views/mail-text.tsx': mailTexts(say),
  'surroundings/views/unsaid.tsx': unsaidSettings(),
});

export function Components() {
  const say = useWords(componentWords);
  return (
    <>
      <PageHeader title={say.title} subtitle={say.lead} />
      <Card title={say.wholePages}>
        <p>{say.wholePagesLead}</p>
        <ul>
          {wholePages(say).map(({ file, of, states }) => (
            <li>
              {of.name} ({file}):{' '}
              {Object.keys(states).map((state) => (
                <>
                  <a href={`${address}/${of.name}/${state}`}>{state}</a>{' '}
                </>
              ))}
            </li>
          ))}
        </ul>
      </Card>
      {Object.entries(files(say)).map(([file, specimens]) => (
        <Card title={file}>
          {specimens.map(({ of, states }) => (
            <section class="specimen">
              <h3>{of.name}</h3>
              {states.map((state) => (
                <div>{state}</div>
              ))}
            </section>
          ))}
        </Card>
      ))}
    </>
  );
}
