import { InvalidInput } from '../../platform/problems/refusals';

export const nothingToJoin = () =>
  InvalidInput.field('studyIds', 'required', {
    vi: 'Chưa giao chỉ tiêu và chưa chọn hội nghị nào. Hãy ghi số chỉ tiêu của ít nhất một lớp, hoặc chọn một hội nghị.',
    en: 'No seat is given and no study chosen. Give seats in at least one class, or choose a study.',
  });
