import { invariants } from '../../invariants/invariants';
import type { Finding } from '../../invariants/invariants.service';
import { Badge } from '../../platform/pages/badges';
import { PageHeader } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import { invariantWords } from '../invariants.words';

/** What always holds, and what breaks it if anything does. */
export function Invariants({ findings }: { findings: readonly Finding[] }) {
  const say = useWords(invariantWords);
  const locale = useLocale();
  const broken = findings.filter(({ ids }) => ids.length > 0).length;
  return (
    <>
      <PageHeader
        title={say.title}
        subtitle={broken === 0 ? say.allHold : say.someBroken(broken)}
        back={{ href: '/', label: say.desk }}
      />
      <Table
        caption={say.caption}
        hidesCaption
        rows={findings}
        empty={{ title: say.allHold }}
        columns={[
          { label: say.rule, isRowName: true, cell: ({ invariant }) => invariants[invariant][locale] },
          { label: say.code, cell: ({ invariant }) => invariant },
          {
            label: say.verdict,
            cell: ({ ids }) => (
              <Badge
                tone={ids.length === 0 ? 'success' : 'danger'}
                text={ids.length === 0 ? say.holds : `${say.broken}: ${ids.length}`}
              />
            ),
          },
          { label: say.ids, cell: ({ ids }) => ids.join(', ') },
        ]}
      />
    </>
  );
}
