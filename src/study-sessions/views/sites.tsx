import { Badge } from '../../platform/pages/badges';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { SiteItem } from '../study-sessions.queries';
import { studyWords } from '../study-sessions.words';

export function Sites({ sites }: { sites: readonly SiteItem[] }) {
  const say = useWords(studyWords);
  return (
    <Table
      caption={say.sites}
      list="whole"
      rows={sites}
      empty={{ title: say.noSites, next: say.planNext }}
      columns={[
        {
          label: say.site,
          isRowName: true,
          cell: (site) => (
            <>
              {site.name} {site.central && <Badge tone="info" text={say.central} />}
            </>
          ),
        },
        { label: say.hostUnit, cell: (site) => site.hostUnitCode },
        { label: say.address, cell: (site) => site.address },
        { label: say.registered, isNumber: true, cell: (site) => site.registered },
        { label: say.capacity, isNumber: true, cell: (site) => site.capacity },
      ]}
    />
  );
}
