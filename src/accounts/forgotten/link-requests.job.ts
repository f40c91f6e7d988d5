import { declareJob } from '../../platform/jobs/jobs';

export const answerLinkRequests = declareJob('accounts.answer_link_requests', {
  vi: 'Trả lời yêu cầu liên kết đăng nhập, đặt lại mật khẩu',
  en: 'Answers requests for links',
});
