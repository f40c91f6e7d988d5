import type { ClassItem } from '../../classes/classes.queries';
import { showMark } from '../../enrollments/show-mark';
import { mayManageClasses } from '../../classes/classes.policy';
import { ClassFrame } from '../../classes/views/class-frame';
import type { Actor } from '../../platform/access/actor';
import { leftOutWords } from '../../platform/access/oneself';
import type { PurposedRule } from '../../courses/courses.queries';
import { RuleTable } from '../../courses/views/rule-table';
import { Card, EmptyState } from '../../platform/pages/blocks';
import { SelectField } from '../../platform/pages/choices';
import { FieldGrid } from '../../platform/pages/field-grid';
import { TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, LinkButton, SaveBar, SubmitButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Filters, Pager } from '../../platform/pages/lists';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { FieldError, Refusal } from '../../platform/problems/refusal';
import { markImportWords } from '../mark-imports.words';
import type { Attempt } from '../mark-sheet';
import type { MarksRow } from '../marks.queries';
import type { ModuleItem } from '../theory-classes.queries';
import { theoryWords } from '../theory-classes.words';
import { GraduationBadge } from './graduation-badge';
import { MarksPlot } from './marks-plot';
import { markCell } from './mark-cell';

export interface GridView {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly modules: readonly ModuleItem[];
  /** The one module shown; null shows all side by side. */
  readonly chosen: ModuleItem | null;
  readonly page: PageOf<MarksRow>;
  /** Whoever is on no page shown, too. */
  readonly everybody: readonly MarksRow[];
  readonly cursor: string | undefined;
  /** What a mark must reach to complete the course; null when no rule says. */
  readonly minimum: number | null;
  /** The rules about marks with their sources. */
  readonly rules: readonly PurposedRule[];
  readonly isLocked: boolean;
  readonly maySetUp: boolean;
  readonly values: FormValues;
  /** The marks shown, for the form to tell what was typed from what was there. */
  readonly shown: string;
  readonly refusal: Pick<Refusal, 'sentence' | 'fields'> | null;
  /** As in the refusal, without the names it adds for the list of problems. */
  readonly errors: readonly FieldError[];
}

/** People down, modules across; or one module, which suits a phone. */
export function MarksGrid({ item, actor, modules, chosen, page, cursor, ...view }: GridView) {
  const say = useWords(theoryWords);
  const imports = useWords(markImportWords);
  const path = `/classes/${item.id}/marks`;
  const { isLocked, values, errors, shown, minimum } = view;
  const hasMarks = page.items.some(({ marks }) => marks.some(({ first }) => first !== null));
  // A mark that was taken back is not shown, and one that takes its place needs a reason all the same.
  const asksWhy = hasMarks || errors.some(({ field }) => field === 'reason');
  const columns = useColumns({ modules, chosen, isLocked, minimum, values }, actor);
  const table = (
    <Table
      caption={say.marksOf(item.code)}
      rows={page.items}
      columns={columns}
      isWide={!chosen}
      empty={{ title: say.nobody, next: say.nobodyNext }}
    />
  );
  return (
    <ClassFrame
      item={item}
      actor={actor}
      current="marks"
      actions={
        <>
          <LinkButton href={`/classes/${item.id}/mark-imports`} label={imports.workbook} />
          <LinkButton href={`/classes/${item.id}/exam-bars`} label={say.barredPeople} />
          {view.maySetUp && (
            <>
              {!isLocked && <LinkButton href={`/classes/${item.id}/modules`} label={say.setUpModules} />}
              <LinkButton href={`/classes/${item.id}/diplomas`} label={say.diplomas} />
            </>
          )}
        </>
      }
    >
      <Problem refusal={view.refusal} />
      {isLocked && (
        <Notice tone="info">
          <p>{say.locked}</p>
        </Notice>
      )}
      {modules.length === 0 ? (
        <EmptyState
          title={say.noModules}
          next={say.noModulesNext}
          action={mayManageClasses(actor) && <LinkButton href={`/classes/${item.id}/modules`} label={say.modules} />}
        />
      ) : (
        <>
          {!isLocked && (
            <p>
              {say.marksHowTo} {!chosen && <span class="on-phone">{say.marksOnPhone}</span>}
            </p>
          )}
          <Filters action={path} values={{ module: chosen?.number ?? '' }}>
            <SelectField
              name="module"
              label={say.chooseModule}
              blank={say.allModules}
              choices={modules.map(({ number, name }) => ({ value: String(number), label: `${number}. ${name}` }))}
            />
          </Filters>
          <Form
            action={linkTo(path, { module: chosen?.number, cursor })}
            values={values}
            errors={errors}
            hidden={{ shown }}
          >
            {isLocked ? table : <FieldGrid>{table}</FieldGrid>}
            {!isLocked && page.items.length > 0 && (
              <>
                {asksWhy && (
                  <TextField
                    name="reason"
                    label={say.reasonOfCorrection}
                    hint={say.reasonOfCorrectionHint}
                    maxLength={500}
                  />
                )}
                <SaveBar>
                  <SubmitButton label={say.saveMarks} />
                </SaveBar>
              </>
            )}
          </Form>
          <Pager path={path} query={{ module: chosen?.number }} next={page.next} isFirstPage={cursor === undefined} />
          <MarksPlot modules={chosen ? [chosen] : modules} rows={view.everybody} minimum={minimum} />
          <Card title={say.rulesOfMarks}>
            <RuleTable caption={say.rulesOfMarks} rules={view.rules} changePath={null} />
          </Card>
        </>
      )}
    </ClassFrame>
  );
}

type Shown = Pick<GridView, 'modules' | 'chosen' | 'isLocked' | 'minimum' | 'values'>;

function useColumns({ modules, chosen, isLocked, ...shown }: Shown, actor: Actor): Column<MarksRow>[] {
  const oneself = useWords(leftOutWords);
  const say = useWords(theoryWords);
  const locale = useLocale();
  const name: Column<MarksRow> = {
    label: say.name,
    isRowName: true,
    cell: ({ enrollmentId, fullName, personId }) => (
      <>
        <a href={`/enrollments/${enrollmentId}/marks`}>{fullName}</a>
        {!isLocked && actor.is(personId) && <small class="choice-hint">{oneself.ownRow}</small>}
      </>
    ),
  };
  const cell = (row: MarksRow, module: ModuleItem, attempt: Attempt) =>
    markCell({
      ...{ row, module, attempt, line: chosen ? 1 : attempt, ...shown },
      isLocked: isLocked || actor.is(row.personId),
    });
  if (chosen) {
    return [
      name,
      { label: say.unit, cell: ({ unitName }) => unitName },
      { label: say.first, cell: (row) => cell(row, chosen, 1) },
      { label: say.resit, cell: (row) => cell(row, chosen, 2) },
    ];
  }
  const average: Column<MarksRow> = {
    label: say.average,
    isNumber: true,
    cell: ({ average, marks }) =>
      average !== null ? (
        <strong>{showMark(average, locale)}</strong>
      ) : (
        <span class="quiet">
          {say.marksSoFar(marks.filter(({ counted }) => counted !== null).length, marks.length)}
        </span>
      ),
  };
  const ofModule = (module: ModuleItem): Column<MarksRow> => ({
    label: say.moduleHeading(module.number, module.name, module.weight),
    cell: (row) => (
      <div class="mark-cells">
        {cell(row, module, 1)}
        {cell(row, module, 2)}
      </div>
    ),
  });
  const graduation: Column<MarksRow> = { label: say.graduation, cell: (row) => <GraduationBadge {...row} /> };
  return [name, ...modules.map(ofModule), average, graduation];
}
