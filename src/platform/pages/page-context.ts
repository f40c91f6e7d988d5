import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Day } from '../clock';
import { addressed, type FormOfAddress, spokenTo } from '../messages/address';
import type { Bilingual, Locale } from '../messages/words';
import type { TakenList } from './exports/taken-list';
import type { Theme } from './page-theme';
import type { WrongFilters } from './wrong-filters';
import type { NamedFields } from './searched/named-choices';

/** On the line of the menu, below its last word, or beside the reader's name. */
export type MenuPlace = 'line' | 'more' | 'corner';

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  /** Beside the name of who is signed in, because it is about their account and not about the work. */
  readonly place: MenuPlace;
}

export interface Flash {
  readonly tone: 'success' | 'danger' | 'info';
  readonly text: string;
  /** The address of our own that takes back what was done, while it can be. */
  readonly undo?: string;
}

/** What every page knows about the request it answers. */
export interface PageContext {
  readonly locale: Locale;
  /** Who is signed in, as shown in the header; null on public pages. */
  readonly actorName: string | null;
  /** How the reader is spoken to; as a member unless told. */
  readonly address?: FormOfAddress;
  /** Whose account it is; none on public pages, and where an account belongs to nobody on a roster. */
  readonly personId?: string | null;
  /** What the reader chose; as their system has it unless told. */
  readonly theme?: Theme | null;
  /** The day it is asked for, said where it is printed. */
  readonly today?: Day;
  /** Path and query of this page: where the switches of the header come back to. */
  readonly path: string;
  readonly navigation: readonly NavigationItem[];
  readonly flash: Flash | null;
  /** Notices the reader has not read; the header leads to them. */
  readonly unread?: number;
  /** What was typed where one is chosen, by the names of its fields. */
  readonly named?: NamedFields | undefined;
  /** The list that is downloaded instead of this page. */
  readonly taken?: TakenList | undefined;
  /** What its address narrows the list of this page by and is told instead. */
  readonly wrongFilters?: WrongFilters | undefined;
  /** What the page is for, and what to do first. */
  readonly help?: Bilingual | undefined;
  /** What people call the provider one may sign in at, where a page asks to sign in. */
  readonly provider?: string;
}

export const CurrentPage = createContext<PageContext | null>(null);

export function usePage(): PageContext {
  const page = useContext(CurrentPage);
  if (!page) throw new Error('A page part was rendered outside renderPage and renderFragment.');
  return page;
}

export function useLocale(): Locale {
  return usePage().locale;
}

/** Whether the reader is this person. */
export function useIsOwn({ personId }: { readonly personId: string }): boolean {
  return usePage().personId === personId;
}

/** The reader's column of a table made by `words()`, spoken to the reader. */
export function useWords<Column extends object>(table: Readonly<Record<Locale, Column>>): Column {
  const { locale, address = 'dong_chi' } = usePage();
  return spokenTo(table[locale], address);
}

/** A sentence of ours that comes from elsewhere than `words()`, spoken to the reader. */
export function useAddressed(): (text: string) => string {
  const { address = 'dong_chi' } = usePage();
  return (text) => addressed(text, address);
}
