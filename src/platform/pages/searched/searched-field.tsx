import { assetUrl } from '../assets';
import { type Choice, SelectField } from '../choices';
import { Field, type FieldProps } from '../field';
import { textAt, useForm } from '../form-scope';
import { usePage, useWords } from '../page-context';
import { pageWords } from '../words';
import { namedSuffix } from './named-choices';

/** What one of is chosen. */
export interface Choices {
  /** All of them; where they are many, the one that is chosen. */
  readonly listed: readonly Choice[];
  /** The address that finds them by what is typed (`q`), where they are many. */
  readonly foundAt: string | null;
}

/** More do not stand in one list. */
export const mostListed = 30;

/** All that there are, as they are chosen from. */
export const listedOrFound = (all: readonly Choice[], foundAt: string): Choices => ({
  listed: all,
  foundAt: all.length > mostListed ? foundAt : null,
});

export const isNone = ({ listed, foundAt }: Choices): boolean => foundAt === null && listed.length === 0;

/** The one that is chosen where there is no other. */
export const theOnly = ({ listed, foundAt }: Choices): Choice | null =>
  (foundAt === null && listed.length === 1 && listed[0]) || null;

export const areSeveral = ({ listed, foundAt }: Choices): boolean => foundAt !== null || listed.length > 1;

/**
 * Chooses one of few in a list, one of many by its name or code: typed in full, or in plain letters and taken from what is
 * found meanwhile. What is typed is sent, so that it does without script.
 */
export function SearchedField({
  choices,
  blank,
  ...field
}: FieldProps & { choices: Choices; blank?: string | undefined }) {
  if (choices.foundAt === null)
    return <SelectField {...field} choices={choices.listed} {...(blank === undefined ? {} : { blank })} />;
  return <TypedChoice {...field} listed={choices.listed} foundAt={choices.foundAt} />;
}

function TypedChoice({ listed, foundAt, ...props }: FieldProps & { listed: readonly Choice[]; foundAt: string }) {
  const { values } = useForm();
  const text = useWords(pageWords);
  const named = usePage().named?.get(props.name);
  const [sent, stored] = [`${props.name}${namedSuffix}`, textAt(values, props.name)];
  const labelOf = (value: string) => listed.find((choice) => choice.value === value)?.label ?? value;
  return (
    <Field
      {...props}
      inWords={labelOf}
      control={(attributes) => (
        <div class="searched">
          <script src={assetUrl('searched.js')} type="module" />
          <input
            {...attributes}
            {...{ name: sent, class: 'form-control', type: 'text', autocomplete: 'off', maxLength: 200 }}
            value={(stored !== '' && named?.typed) || labelOf(stored) || textAt(values, sent)}
            placeholder={text.typeNameOrCode}
            hx-get={foundAt}
            hx-trigger="input changed delay:250ms"
            hx-target="next .searched-found"
            hx-sync="this:replace"
          />
          <div class="searched-found" hidden />
          <p class="visually-hidden" aria-live="polite" />
        </div>
      )}
    />
  );
}

/** What is found so far, to be put below such a field. */
export function FoundChoices({ choices, isMore }: { choices: readonly Choice[]; isMore: boolean }) {
  const text = useWords(pageWords);
  const said = choices.length === 0 ? text.noneNamedSo : text.namedSo(choices.length, isMore);
  return (
    <>
      {choices.length > 0 && (
        <ul role="listbox" aria-label={text.found}>
          {choices.map(({ label }) => (
            <li role="option" aria-selected="false">
              {label}
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">{said}</p>
    </>
  );
}
