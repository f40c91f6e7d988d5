/** How somebody is spoken to in Vietnamese: members of the Party as comrades, others as the office has it. */
export type FormOfAddress = 'dong_chi' | 'ong_ba' | 'anh_chi';

export const addressWords: Readonly<Record<FormOfAddress, string>> = {
  dong_chi: 'đồng chí',
  ong_ba: 'ông/bà',
  anh_chi: 'anh/chị',
};

const comrade = /(đ|Đ)ồng chí/g;
/** Stands inside what people wrote themselves, so that their words stay theirs; in no text that leaves. */
const shield = '\ue000';
const shielded = new RegExp(shield, 'g');

/** Our own words, spoken to somebody of this form of address. */
export function addressed(text: string, form: FormOfAddress): string {
  if (form === 'dong_chi') return text;
  const word = addressWords[form];
  return text.replace(comrade, (_, first: string) => (first === 'Đ' ? word[0]!.toUpperCase() + word.slice(1) : word));
}

/** As {@link addressed}, where `write` puts facts of others among our words: those stay as they are. */
export function addressedAround<Facts>(facts: Facts, write: (facts: Facts) => string, form: FormOfAddress): string {
  if (form === 'dong_chi') return write(facts);
  return addressed(write(shieldedIn(facts)), form).replace(shielded, '');
}

/** The words of a column of `words()`, spoken to somebody of this form of address. */
export function spokenTo<Column extends object>(column: Column, form: FormOfAddress): Column {
  if (form === 'dong_chi') return column;
  const known = spoken[form].get(column) ?? newlySpoken(column, form);
  spoken[form].set(column, known);
  return known as Column;
}

const spoken = { ong_ba: new WeakMap<object, object>(), anh_chi: new WeakMap<object, object>() };

function newlySpoken(column: object, form: FormOfAddress): object {
  return Object.fromEntries(
    Object.entries(column).map(([key, phrase]: [string, unknown]) => {
      if (typeof phrase === 'string') return [key, addressed(phrase, form)];
      if (typeof phrase !== 'function') return [key, phrase];
      const write = phrase as (...facts: unknown[]) => string;
      return [key, (...facts: unknown[]) => addressedAround(facts, (given) => write(...given), form)];
    }),
  );
}

/** The same facts with every text in them shielded; moments and other objects with a class stay what they are. */
function shieldedIn<Facts>(facts: Facts): Facts {
  if (typeof facts === 'string') return facts.replace(comrade, `$1ồng${shield} chí`) as Facts;
  if (Array.isArray(facts)) return facts.map((fact: unknown) => shieldedIn(fact)) as Facts;
  if (facts === null || typeof facts !== 'object' || Object.getPrototypeOf(facts) !== Object.prototype) return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([key, fact]: [string, unknown]) => [key, shieldedIn(fact)]),
  ) as Facts;
}
