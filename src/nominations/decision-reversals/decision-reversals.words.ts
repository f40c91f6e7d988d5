import { words } from '../../platform/messages/words';

export const decisionReversalWords = words({
  done: {
    vi: (done: number) => `Đã hoàn tác quyết định về ${done} người; chưa ai được báo.`,
    en: (done: number) => `Undid the decision on ${done}; nobody was told.`,
  },
  notDone: {
    vi: (refused: number, why: string) => ` Không hoàn tác được ${refused} người. ${why}`,
    en: (refused: number, why: string) => ` Not undone for ${refused}. ${why}`,
  },
});
