import type { ClassItem } from '../../classes/classes.queries';
import { classWords } from '../../classes/classes.words';
import { courseNameOf } from '../../classes/views/class-list';
import { ClassTabs } from '../../classes/views/class-tabs';
import { StageBadge } from '../../classes/views/stage-badge';
import type { Actor } from '../../platform/access/actor';
import { PageHeader } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';

export function ClassHeading({ item, actor }: { item: ClassItem; actor: Actor }) {
  const say = useWords(classWords);
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={item.name}
        subtitle={
          <>
            <StageBadge stage={item.stage} /> {courseNameOf(item, locale)}
          </>
        }
        back={{ href: '/classes', label: say.allClasses }}
      />
      <ClassTabs item={item} actor={actor} current="completion" />
    </>
  );
}
