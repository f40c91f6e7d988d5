import { declareJob } from '../../platform/jobs/jobs';

export const answerLinkRequests = declareJob('accounts.answer_link_requests');
