import { declareActions } from '../../journal/actions';
import { words } from '../../messages/words';

export const exportWords = words({
  number: { vi: 'TT', en: 'No.' },
});

export const exportActions = declareActions('downloads', {
  list: { vi: 'đã tải một danh sách ra Excel', en: 'downloaded a list as Excel' },
});
