import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldError } from '../problems/refusal';
import { controlId } from './form-scope';
import { useAddressed, useLocale, useWords } from './page-context';
import { pageWords } from './words';

/** What one does to a field, which is what one did not when it is empty. */
export type FieldKind = 'written' | 'chosen' | 'ticked';

export interface ShownField {
  readonly id: string;
  readonly name: string;
  /** Null for boxes beside rows: each stands for its row. */
  readonly label: string | null;
  readonly kind: FieldKind;
  /** Whether its own form says that something is wrong with it. */
  readonly isWrong: boolean;
}

/**
 * The fields of a page in the order they stand on it. What is wrong with them is told above their form, before they are
 * drawn: a page that tells it is drawn twice, the second time with its fields known.
 */
export class FieldsOfPage {
  readonly shown: ShownField[] = [];
  /** Rows one can tick, each by its form, the name of its box and its value. */
  readonly rows: { readonly formId: string; readonly name: string; readonly value: string }[] = [];
  isAskedFor = false;

  constructor(private readonly known: readonly ShownField[]) {}

  /** @returns whether it is the first of its name and form */
  show(field: ShownField): boolean {
    const isFirst = !this.shown.some(({ id }) => id === field.id);
    this.shown.push(field);
    return isFirst;
  }

  /** What is wrong, in the order of the form; what belongs to no field comes last. */
  inOrder(errors: readonly FieldError[], formId: string): { error: FieldError; field: ShownField | null }[] {
    this.isAskedFor = true;
    const place = ({ field }: { field: ShownField | null }) => (field ? this.known.indexOf(field) : this.known.length);
    return errors
      .map((error) => ({ error, field: this.fieldOf(error, formId) }))
      .toSorted((one, other) => place(one) - place(other));
  }

  private fieldOf({ field: name }: FieldError, formId: string): ShownField | null {
    const ofForm = this.known.find(({ id }) => id === controlId(formId, name));
    return ofForm ?? this.known.find((field) => field.name === name && field.isWrong) ?? null;
  }
}

export const CurrentFields = createContext<FieldsOfPage | null>(null);

/** The fields of the page being drawn. */
export function useFields(): FieldsOfPage {
  const fields = useContext(CurrentFields);
  if (!fields) throw new Error('A field was rendered outside renderPage and renderFragment.');
  return fields;
}

type Named = Pick<ShownField, 'label' | 'kind'>;

/** Says what is wrong with a field, at the field or in a list where it has to be named. */
export function useFaults() {
  const locale = useLocale();
  const text = useWords(pageWords);
  const spoken = useAddressed();
  const sayings = { written: text.notWritten, chosen: text.notChosen, ticked: text.notTicked };
  const atField = ({ isMissing, message }: FieldError, { label, kind }: Named): string =>
    spoken(isMissing && label !== null ? sayings[kind](label) : message[locale]);
  const inList = (error: FieldError, field: Named | null): string => {
    const { label, kind } = field ?? { label: null, kind: 'written' };
    const said = atField(error, { label, kind });
    const isNamed = label === null || said.toLowerCase().includes(label.toLowerCase());
    return isNamed ? said : `${label}: ${said}`;
  };
  return { atField, inList };
}
