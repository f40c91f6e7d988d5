import { type Choice, SelectField } from '../../../platform/pages/choices';
import { useWords } from '../../../platform/pages/page-context';
import { type Choices, SearchedField } from '../../../platform/pages/searched/searched-field';
import { directoryWords } from '../directory.words';

/** The roles that can be given, each on its unit. */
export interface Places {
  readonly roles: readonly Choice[];
  /** Where units are many, the one a secretary is of is named beside the role. */
  readonly units: Choices | null;
}

/** @param blank what choosing nothing means, where nothing need be chosen */
export function PlaceFields({ places: { roles, units }, blank }: { places: Places; blank?: string | undefined }) {
  const say = useWords(directoryWords);
  const choice = { label: say.place, hint: say.placeHint, required: blank === undefined, ...(blank && { blank }) };
  return (
    <>
      <SelectField name="place" choices={roles} {...choice} />
      {units && <SearchedField name="unitId" label={say.ofUnit} hint={say.ofUnitHint} choices={units} />}
    </>
  );
}
