import type { UnitToday } from '../../organization/organization.queries';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { CheckField, type Choice, SelectField } from '../../platform/pages/choices';
import { NumberField, TextField } from '../../platform/pages/fields';
import { FieldRow, Form, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import type { StudyOverview } from '../study-overviews';
import { studyWords } from '../study-sessions.words';
import { Sites } from './sites';
import { SearchedField } from '../../platform/pages/searched/searched-field';
import { unitsNamed, unitsToChoose } from '../../organization/unit-choices.queries';

export type PlanForm = 'document' | 'site' | 'site-change' | 'unit';

export interface RefusedPlanForm {
  readonly id: PlanForm;
  readonly refusal: Refusal;
  readonly typed: Readonly<Record<string, unknown>>;
}

interface Props {
  readonly overview: StudyOverview;
  readonly units: readonly UnitToday[];
  readonly refused: RefusedPlanForm | null;
}

/** Where the office puts a study together: what is studied, where, and who is called. */
export function StudyPlan({ overview, units, refused }: Props) {
  const locale = useLocale();
  const say = useWords(studyWords);
  const { item, documents, sites } = overview;
  const named = unitsNamed(units, locale);
  const siteChoices = sites.map(({ id, name }) => ({ value: id, label: name }));
  const formOf = (id: PlanForm) => ({
    id,
    values: refused?.id === id ? refused.typed : {},
    errors: refused?.id === id ? refused.refusal.fields : [],
  });
  const page = `/classes/${item.id}/study`;
  return (
    <>
      <PageHeader
        title={say.plan}
        subtitle={`${item.code} – ${item.name}`}
        back={{ href: page, label: say.backToStudy }}
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.id} />
      <Card title={say.documents}>
        {documents.length > 0 && (
          <ol>
            {documents.map((title) => (
              <li>{title}</li>
            ))}
          </ol>
        )}
        <Form action={`${page}/documents`} {...formOf('document')}>
          <TextField name="title" label={say.title} hint={say.titleHint} required />
          <SubmitButton label={say.addDocument} tone="plain" />
        </Form>
      </Card>
      <Card title={say.sites}>
        <Sites sites={sites} />
        <Form action={`${page}/sites`} {...formOf('site')}>
          <FieldRow>
            <TextField name="name" label={say.siteName} hint={say.siteNameHint} required />
            <SearchedField name="hostUnitId" label={say.hostUnit} choices={unitsToChoose(named, 'live')} required />
          </FieldRow>
          <FieldRow>
            <TextField name="address" label={say.address} required />
            <NumberField name="capacity" label={say.capacity} required />
          </FieldRow>
          <CheckField name="central" label={say.isCentral} />
          <SubmitButton label={say.addSite} tone="plain" />
        </Form>
      </Card>
      {sites.length > 0 && (
        <ChangeSite action={`${page}/sites/changes`} sites={siteChoices} form={formOf('site-change')} />
      )}
      {sites.length > 0 && (
        <Card title={say.callUnit}>
          <CalledUnits overview={overview} />
          <Form action={`${page}/units`} {...formOf('unit')}>
            <FieldRow>
              <SearchedField
                name="unitId"
                label={say.unit}
                hint={say.callUnitHint}
                choices={unitsToChoose(named, 'base')}
                required
              />
              <SelectField name="siteId" label={say.site} choices={siteChoices} required />
            </FieldRow>
            <SubmitButton label={say.call} tone="plain" />
          </Form>
        </Card>
      )}
    </>
  );
}

function ChangeSite({ action, sites, form }: { action: string; sites: readonly Choice[]; form: object }) {
  const say = useWords(studyWords);
  return (
    <Card title={say.changeSite}>
      <p>{say.changeSiteHint}</p>
      <Form action={action} {...form}>
        <FieldRow>
          <SelectField name="siteId" label={say.site} choices={sites} required />
          <TextField name="name" label={say.newName} />
        </FieldRow>
        <FieldRow>
          <TextField name="address" label={say.newAddress} />
          <NumberField name="capacity" label={say.newCapacity} />
        </FieldRow>
        <SubmitButton label={say.save} tone="plain" />
      </Form>
    </Card>
  );
}

function CalledUnits({ overview: { units, sites } }: { overview: StudyOverview }) {
  return (
    <ul>
      {sites.map(({ id, name }) => {
        const codes = units.filter(({ siteId }) => siteId === id).map(({ unitCode }) => unitCode);
        return codes.length > 0 && <li>{`${name}: ${codes.join(', ')}`}</li>;
      })}
    </ul>
  );
}
