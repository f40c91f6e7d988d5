import { InvalidInput } from '../../platform/problems/refusals';
import { PlanProposal } from './plan-proposal.entity';
import { ProposalSettled } from './proposals.refusals';

const at = new Date('2026-11-30T08:00:00+07:00');
const aProposal = () => Object.assign(new PlanProposal(), { state: 'proposed', lineId: null, answer: null, people: 5 });

describe('a proposal for the plan', () => {
  it('is taken in, merged into a line or declined with the reason, once', () => {
    const answers = [
      (one: PlanProposal) => one.enter('taken_in', 'l-1', at, null),
      (one: PlanProposal) => one.enter('merged', 'l-2', at, 'Cùng quý'),
      (one: PlanProposal) => one.decline(at, 'Không đủ người'),
    ];
    for (const answer of answers) {
      const proposal = aProposal();
      answer(proposal);
      expect(proposal.answeredAt).toBe(at);
      expect(() => proposal.change({ people: 6 })).toThrow(ProposalSettled);
      expect(() => proposal.withdraw()).toThrow(ProposalSettled);
    }
  });

  it('is not declined without the reason', () => {
    expect(() => aProposal().decline(at, null)).toThrow(InvalidInput);
  });

  it('waits again when the line it stood in is gone, but not when it was taken back', () => {
    const entered = aProposal();
    entered.enter('merged', 'l-1', at, 'Cùng quý');
    entered.reopen();
    expect(entered).toMatchObject({ state: 'proposed', lineId: null, answer: null, answeredAt: null });
    const withdrawn = aProposal();
    withdrawn.withdraw();
    withdrawn.reopen();
    expect(withdrawn.state).toBe('withdrawn');
  });
});
