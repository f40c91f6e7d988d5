export type RosterImportState = 'previewed' | 'applied' | 'reversed';

export const rosterImportMoves: Readonly<Record<RosterImportState, readonly RosterImportState[]>> = {
  previewed: ['applied'],
  applied: ['reversed'],
  reversed: [],
};
