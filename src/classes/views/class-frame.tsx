import type { ComponentChildren, ComponentProps } from 'preact';
import { PageHeader } from '../../platform/pages/blocks';
import { useWords } from '../../platform/pages/page-context';
import type { ClassItem } from '../classes.queries';
import { classWords } from '../classes.words';
import { ClassTabs } from './class-tabs';

type Tabs = ComponentProps<typeof ClassTabs> & { readonly item: ClassItem };

/** A page of a class: its name, its tabs, and what can be done from here. */
export function ClassFrame({
  actions,
  children,
  ...tabs
}: Tabs & { actions?: ComponentChildren; children: ComponentChildren }) {
  const say = useWords(classWords);
  return (
    <>
      <PageHeader title={tabs.item.name} back={{ href: '/classes', label: say.allClasses }} actions={actions} />
      <ClassTabs {...tabs} />
      {children}
    </>
  );
}
