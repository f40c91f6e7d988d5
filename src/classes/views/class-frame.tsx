import type { ComponentChildren, ComponentProps } from 'preact';
import { PageHeader } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { ClassItem } from '../classes.queries';
import { classWords } from '../classes.words';
import { courseNameOf } from './class-list';
import { ClassTabs } from './class-tabs';
import { StageBadge } from './stage-badge';

type Tabs = ComponentProps<typeof ClassTabs> & { readonly item: ClassItem };

/** A page of a class: its name and code, its tabs, and what can be done from here. */
export function ClassFrame({
  actions,
  saysStage = false,
  children,
  ...tabs
}: Tabs & {
  actions?: ComponentChildren;
  /** Whether it is said how far the class is, and of which course. */
  saysStage?: boolean;
  children?: ComponentChildren;
}) {
  const say = useWords(classWords);
  const locale = useLocale();
  const { item } = tabs;
  return (
    <>
      <PageHeader
        title={item.name}
        subtitle={
          saysStage ? (
            <>
              <StageBadge stage={item.stage} /> {item.code} · {courseNameOf(item, locale)}
            </>
          ) : (
            item.code
          )
        }
        back={{ href: '/classes', label: say.allClasses }}
        actions={actions}
      />
      <ClassTabs {...tabs} />
      {children}
    </>
  );
}
