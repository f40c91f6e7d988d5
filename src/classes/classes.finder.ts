import { type Day, showDay } from '../platform/clock';
import type { Finder, Told } from '../platform/finding';
import { linkTo } from '../platform/pages/links';
import { classStageWords } from './classes.labels';
import { maySeeDrafts } from './classes.policy';
import { isSought } from './classes.search';
import { classWords } from './classes.words';
import { stageAt } from './training-class.stage';
import type { ClassState } from './training-class.states';
import { stageTones } from './views/stage-badge';

interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: ClassState;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly callOpensAt: string | null;
  readonly callClosesAt: string | null;
}

const moment = (written: string | null) => (written === null ? null : new Date(written));

/** What many classes are called is found among the latest; what is rare among so many of all. */
const [latest, mostLookedAt] = [200, 250];

/** Classes, those that open last first; drafts for the office alone. */
export const classesFinder: Finder<Row> = {
  kind: 'classes',

  statement({ actor, search, limit }, place) {
    const isMeant = `${maySeeDrafts(actor) ? 'true' : `c.state <> 'draft'`} AND ${isSought(search, place)}`;
    return `SELECT c.id, c.code, c.name, c.state, c.opens_on AS "opensOn", c.closes_on AS "closesOn",
        c.call_opens_at AS "callOpensAt", c.call_closes_at AS "callClosesAt"
      FROM ((SELECT c.id FROM (SELECT * FROM classes ORDER BY opens_on DESC, id LIMIT ${latest}) c WHERE ${isMeant})
        UNION (SELECT c.id FROM classes c WHERE ${isMeant} LIMIT ${mostLookedAt})) f
      JOIN classes c ON c.id = f.id ORDER BY c.opens_on DESC, c.id LIMIT ${place(limit)}::int`;
  },

  told({ id, code, name, callOpensAt, callClosesAt, ...days }, { locale, now }): Told {
    const stage = stageAt({ ...days, callOpensAt: moment(callOpensAt), callClosesAt: moment(callClosesAt) }, now);
    return {
      ...{ href: `/classes/${id}`, name },
      facts: [code, classWords[locale].fromTo(showDay(days.opensOn), showDay(days.closesOn))],
      state: { tone: stageTones[stage], text: classStageWords[locale][stage] },
    };
  },

  list: ({ search }) => linkTo('/classes', { search }),
};
