import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { type Actor, roles } from '../platform/access/actor';
import { type Reach, within } from '../platform/access/reach';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { Place } from '../platform/finding';
import type { Locale } from '../platform/messages/words';
import { foldLabel, foldName, forLike } from '../platform/names';
import type { Choice } from '../platform/pages/choices';
import { linkTo } from '../platform/pages/links';
import { type Meant, NamedChoices } from '../platform/pages/searched/named-choices';
import { type Choices, listedOrFound, mostListed } from '../platform/pages/searched/searched-field';
import { noUnitNamed, severalUnitsNamed } from './organization.refusals';
import { isLiveUnit, treeRank, unitText } from './units-in-sql';

/** Which units are offered: those that nominate, those that are there today, or all that ever were. */
export const unitsOffered = ['base', 'live', 'all'] as const;
export type UnitsOffered = (typeof unitsOffered)[number];

const offered: Readonly<Record<UnitsOffered, string>> = {
  base: `u.kind = 'base' AND ${isLiveUnit('$1')}`,
  live: isLiveUnit('$1'),
  all: 'true',
};

interface UnitNamed {
  readonly id: string;
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly isLive: boolean;
}

interface Wanted {
  readonly of: UnitsOffered;
  readonly chosen?: string | null | undefined;
  /** Whether that first in the tree is chosen where none is said. */
  readonly isFirstMeant?: boolean;
}

const [mostLookedAt, mostWords] = [20, 8];

/** A unit as its reader reads of it. */
export interface NamedUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export const unitsNamed = (units: readonly Omit<UnitNamed, 'isLive'>[], locale: Locale): NamedUnit[] =>
  units.map(({ id, code, nameVi, nameEn }) => ({ id, code, name: locale === 'vi' ? nameVi : nameEn }));

/** The code comes first: the names begin alike, and a narrow box shows only their beginning. A form sends the label, and the code in it says which unit is meant. */
const unitChoice = ({ id, code, name }: NamedUnit): Choice => ({ value: id, label: `${code} – ${name}` });

const unitsFoundAt = (among: UnitsOffered): string => linkTo('/unit-choices', { among });

/** Units that are known already, to choose one of. */
export const unitsToChoose = (units: readonly NamedUnit[], of: UnitsOffered): Choices =>
  listedOrFound(units.map(unitChoice), unitsFoundAt(of));

/** Units to choose one of, and which one is meant by a name. */
@Injectable()
export class UnitChoices extends NamedChoices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Units of these; where they are many only the one that is chosen. */
  async among(reach: Reach, locale: Locale, { of, chosen = null, isFirstMeant = false }: Wanted): Promise<Choices> {
    const units = await this.database.read<UnitNamed & { readonly place: string }>(
      `SELECT c.id, c.code, c.place, n.name_vi, n.name_en
       FROM (SELECT u.id, u.code, row_number() OVER (ORDER BY ${treeRank}, u.code) AS place, u.id IS NOT DISTINCT FROM $3::uuid AS is_chosen
         FROM units u WHERE ${within('u.id', reach, '$2')} AND ${offered[of]} ORDER BY is_chosen DESC, place LIMIT ${mostListed + 1}) c
       JOIN unit_names n ON n.unit_id = c.id AND n.valid @> $1::date ORDER BY c.place`,
      [this.clock.today(), reach, isUUID(chosen) ? chosen : null],
    );
    const areMany = units.length > mostListed;
    const meant = units.find(({ id }) => id === chosen) ?? (isFirstMeant ? units[0] : undefined);
    const listed = areMany ? units.filter((unit) => unit === meant) : units;
    return {
      listed: unitsNamed(listed, locale).map(unitChoice),
      foundAt: areMany ? unitsFoundAt(of) : null,
    };
  }

  /** The first few that some role of the reader reaches, by words of their names and codes. */
  async suggested(actor: Actor, typed: string, of: UnitsOffered, locale: Locale): Promise<readonly Choice[]> {
    return unitsNamed(await this.named(actor, typed, of), locale).map(unitChoice);
  }

  async meant(actor: Actor, typed: string): Promise<Meant> {
    const units = await this.named(actor, typed, 'all');
    const coded = units.find(({ code }) => foldName(code) === codeIn(typed));
    if (coded) return coded;
    const full = units.filter((unit) => [unit.nameVi, unit.nameEn].some((name) => foldName(name) === foldName(typed)));
    const known = full.length > 0 ? full : units;
    const live = known.filter(({ isLive }) => isLive);
    const [one, ...others] = live.length > 0 ? live : known;
    if (!one) return noUnitNamed(typed);
    return others.length === 0 ? one : severalUnitsNamed(typed, [one, ...others]);
  }

  private async named(actor: Actor, typed: string, of: UnitsOffered): Promise<UnitNamed[]> {
    const words = foldLabel(typed).split(' ').filter(Boolean).slice(0, mostWords);
    const reach = actor.unitsOf(roles);
    if (words.length === 0) return [];
    const parameters: unknown[] = [this.clock.today(), reach, codeIn(typed), foldName(typed)];
    const place: Place = (value) => `$${parameters.push(value)}`;
    return this.database.read(
      `SELECT u.id, u.code, n.name_vi, n.name_en, ${isLiveUnit('$1')} AS is_live FROM ${unitText('$1')}
       WHERE ${within('u.id', reach, '$2')} AND ${offered[of]}
         AND (folded_text(u.code) = $3 OR written.text LIKE ALL (ARRAY[${words.map((word) => place(`%${forLike(word)}%`)).join(', ')}]))
       ORDER BY folded_text(u.code) = $3 DESC, $4 IN (folded_text(n.name_vi), folded_text(n.name_en)) DESC, is_live DESC, u.code LIMIT ${mostLookedAt}`,
      parameters,
    );
  }
}

/** What stands before the name, or the whole where nothing does. */
const codeIn = (typed: string): string => foldName(typed.split(/\s[–-]\s/)[0]!);
