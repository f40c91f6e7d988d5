import type { Day } from '../../platform/clock';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { ChoiceField } from '../../platform/pages/choices';
import { addressWords } from '../../platform/messages/address';
import { TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { Table } from '../../platform/pages/tables';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import type { SignedLetterhead } from '../letterheads.queries';
import { letterheadWords, signedPaperWords } from '../letterheads.words';
import { capacityOf, type SignatureBlock, type SignedPaper, signedPapers, formsForNonMembers } from '../signatures';
import { OnPaper } from './paper-head';

interface Props {
  readonly values: FormValues;
  readonly shown: SignedLetterhead;
  /** Whether what is shown was typed and not saved. */
  readonly isTrial: boolean;
  readonly today: Day;
  readonly refusal: Refusal | null;
  /** Papers signed otherwise than the letterhead says. */
  readonly signatures: readonly { readonly paper: SignedPaper; readonly block: SignatureBlock }[];
}

/** What stands at the head of the Bloc's papers, who signs them, and how that looks. */
export function LetterheadForm({ values, shown, isTrial, today, refusal, signatures }: Props) {
  const say = useWords(letterheadWords);
  return (
    <>
      <PageHeader title={say.title} back={{ href: '/office', label: say.back }} />
      <Problem refusal={refusal} />
      <Card>
        <Form action="/letterhead" values={values} errors={refusal?.fields ?? []}>
          <TextField name="superior" label={say.superior} hint={say.superiorHint} maxLength={120} required />
          <TextField name="body" label={say.body} hint={say.bodyHint} maxLength={120} required />
          <TextField name="place" label={say.place} hint={say.placeHint} maxLength={60} required />
          <TextField
            name="signerCapacity"
            label={say.signerCapacity}
            hint={say.signerCapacityHint}
            maxLength={120}
            required
          />
          <TextField name="signerName" label={say.signerName} hint={say.signerNameHint} maxLength={80} />
          <ChoiceField
            name="nonMembers"
            label={say.nonMembers}
            hint={say.nonMembersHint}
            isInline
            choices={formsForNonMembers.map((form) => ({ value: form, label: addressWords[form] }))}
          />
          <div class="actions">
            <SubmitButton label={say.save} />
            <SubmitButton label={say.preview} tone="plain" name="preview" value="yes" />
          </div>
        </Form>
      </Card>
      <OnPaper letterhead={shown} today={today} isTrial={isTrial} />
      <Signatures signatures={signatures} />
    </>
  );
}

function Signatures({ signatures }: Pick<Props, 'signatures'>) {
  const say = useWords(letterheadWords);
  const papers = useWords(signedPaperWords);
  const blockOf = (paper: SignedPaper) => signatures.find((one) => one.paper === paper)?.block;
  return (
    <Card title={say.signatures}>
      <Table
        caption={say.signatures}
        hidesCaption
        rows={signedPapers}
        empty={{ title: '' }}
        columns={[
          { label: say.paper, isRowName: true, cell: (paper) => papers[paper] },
          {
            label: say.signedBy,
            cell: (paper) => {
              const block = blockOf(paper);
              if (!block) return <span class="quiet">{say.asOnLetterhead}</span>;
              return [capacityOf(block).replaceAll('\n', ', '), block.name].filter(Boolean).join(' – ');
            },
          },
          {
            label: say.change,
            hidesLabel: true,
            cell: (paper) => (
              <a href={`/letterhead/signatures/${paper}`}>
                {say.change}
                <span class="visually-hidden">: {papers[paper]}</span>
              </a>
            ),
          },
        ]}
      />
    </Card>
  );
}
