import type { PassedOverRow } from '../../people/rosters/row-kinds';
import { foldLabel } from '../../platform/names';
import type { NominationListRow } from './sheet';

export type ListRow = NominationListRow | PassedOverRow;
export const isPerson = (row: ListRow): row is NominationListRow => !('kind' in row);

const ofReserves = /\bdu (phong|khuyet)\b/;
const ofOthers = /\bchinh thuc\b/;

/** The people below a heading such as “B. Danh sách dự phòng”, or in a table or on a sheet of that title. */
export function reservesOf(rows: readonly ListRow[]): ReadonlySet<NominationListRow> {
  const reserves = new Set<NominationListRow>();
  const groups = new Groups();
  let sheet: string | null = null;
  let isAtTop = true;
  for (const row of rows) {
    if (row.sheet !== sheet) {
      sheet = row.sheet;
      groups.begin(isTitleOfReserves(sheet ?? ''));
      isAtTop = true;
    }
    if (isPerson(row)) {
      isAtTop = false;
      if (groups.isOfReserves) reserves.add(row);
    } else if (row.kind === 'group_heading') {
      groups.hear(foldLabel(row.text));
      isAtTop = true;
    } else if (row.kind === 'letterhead') {
      // Of two tables on a sheet the title of the second is the last heading of the first.
      groups.begin((isAtTop && groups.isOfReserves) || isTitleOfReserves(row.text));
      isAtTop = true;
    }
  }
  return reserves;
}

function isTitleOfReserves(text: string): boolean {
  const title = foldLabel(text);
  return /^(danh sach|du (phong|khuyet))\b/.test(title) && ofReserves.test(title) && !ofOthers.test(title);
}

/** Where among the groups of a table, and groups in groups, a row stands. */
class Groups {
  /** The ways groups are numbered, the outermost first. */
  private numberings: string[] = [];
  /** How deep the heading of the reserves stands; outside of all where it is the title. Null when no such group is open. */
  private depth: number | null = null;

  get isOfReserves(): boolean {
    return this.depth !== null;
  }

  begin(isOfReserves: boolean): void {
    this.numberings = [];
    this.depth = isOfReserves ? -1 : null;
  }

  hear(heading: string): void {
    const numbering = numberingOf(heading);
    if (numbering && !this.numberings.includes(numbering)) this.numberings.push(numbering);
    // One without a number stands in the innermost group so far.
    const depth = numbering ? this.numberings.indexOf(numbering) : this.numberings.length - 1;
    if (ofReserves.test(heading)) this.depth = depth;
    else if (ofOthers.test(heading) || (numbering && this.depth !== null && depth <= this.depth)) this.depth = null;
  }
}

function numberingOf(heading: string): 'letter' | 'roman' | 'number' | null {
  if (/^[a-h] /.test(heading)) return 'letter';
  if (/^[ivx]+ /.test(heading)) return 'roman';
  return /^\d+ /.test(heading) ? 'number' : null;
}
