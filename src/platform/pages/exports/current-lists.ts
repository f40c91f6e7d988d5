import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { ListsOfPage } from './taken-list';

export const CurrentLists = createContext<ListsOfPage | null>(null);

export function useLists(): ListsOfPage {
  return useContext(CurrentLists) ?? new ListsOfPage(null);
}
