import { declareActions } from '../platform/journal/actions';
import { words } from '../platform/messages/words';

export const operationsWords = words({
  help: {
    vi: 'Những việc hệ thống tự làm: đang chờ bao nhiêu, có gì bị tắc. Mục nào tắc thì cho làm lại ở đây.',
    en: 'What the service does automatically: how much is waiting, and what is stuck. Restart here what is stuck.',
  },
  title: { vi: 'Vận hành', en: 'Operations' },
  asOf: {
    vi: (at: string) => `Tính đến ${at}; tự cập nhật mỗi 5 giây.`,
    en: (at: string) => `As of ${at}; renewed every 5 seconds.`,
  },
  reload: { vi: 'Tải lại số liệu', en: 'Reload the figures' },
  queue: { vi: 'Hàng việc', en: 'Queue' },
  queueOn: { vi: (backend: string) => `Hàng việc nằm trên ${backend}`, en: (backend: string) => `Queue on ${backend}` },
  running: { vi: 'Đang chạy', en: 'Running' },
  paused: { vi: 'Đang tạm dừng', en: 'Paused' },
  pausedMeans: {
    vi: 'Hàng việc đang tạm dừng: thư, nhắc việc và các việc tự động chưa được làm. Không có gì bị mất; bấm "Chạy tiếp" để làm nốt.',
    en: 'The queue is paused: mail, reminders and all other automatic work wait. Nothing is lost; press "Resume" to go on.',
  },
  queueAway: {
    vi: 'Hàng việc không trả lời. Việc đến hạn vẫn nằm trong cơ sở dữ liệu và sẽ được làm khi hàng việc trở lại. Hãy kiểm tra Redis hoặc PostgreSQL.',
    en: 'The queue does not answer. What is due stands in the database and is done once it is back; check Redis or PostgreSQL.',
  },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  active: { vi: 'Đang làm', en: 'Under way' },
  delayed: { vi: 'Hẹn giờ', en: 'For later' },
  failed: { vi: 'Làm không được', en: 'Failed' },
  doneLastHour: { vi: 'Làm xong trong giờ qua', en: 'Done in the last hour' },
  failedLastHour: { vi: 'Lỗi trong giờ qua', en: 'Failures in the last hour' },
  looks: { vi: 'Việc định kỳ', en: 'Recurring tasks' },
  look: { vi: 'Việc', en: 'Task' },
  lastDone: { vi: 'Lần gần nhất', en: 'Last done' },
  neverDone: { vi: 'Chưa lần nào', en: 'Never yet' },
  onTime: { vi: 'Đúng kỳ', en: 'On time' },
  overdue: { vi: 'Bị trễ', en: 'Overdue' },
  took: { vi: 'Hết (giây)', en: 'Took (seconds)' },
  behind: { vi: 'Làm không kịp', en: 'Falls behind' },
  lookState: { vi: 'Tình trạng', en: 'State' },
  looksOverdue: {
    vi: (count: number) =>
      `${count} việc định kỳ bị trễ. Việc đến hạn vẫn nằm trong cơ sở dữ liệu. Hãy kiểm tra các tiến trình worker còn chạy không.`,
    en: (count: number) =>
      `${count} recurring tasks are overdue. What is due is kept in the database; check that the worker processes are running.`,
  },
  backlogs: { vi: 'Việc đến hạn chưa xong', en: 'Due and not done' },
  backlog: { vi: 'Việc', en: 'What' },
  oldest: { vi: 'Cũ nhất từ', en: 'Oldest since' },
  nothing: { vi: 'Không có', en: 'None' },
  dead: { vi: 'Đã thôi làm', en: 'Given up' },
  keptHere: {
    vi: 'Chưa cấu hình máy chủ thư (SMTP_URL): thư được lưu tại đây và tính là đang chờ.',
    en: 'No mail server is set up (SMTP_URL): messages are kept here and count as waiting.',
  },
  deadMail: { vi: 'Thư không gửi được', en: 'Mail that was given up' },
  deadWebhooks: { vi: 'Tin ra cổng SMS không gửi được', en: 'Webhook deliveries that were given up' },
  deadJobs: { vi: 'Việc tự động bị lỗi', en: 'Jobs that failed' },
  noDead: { vi: 'Không có gì bị tắc ở đây', en: 'Nothing is stuck here' },
  noDeadNext: {
    vi: 'Việc nào hệ thống thử nhiều lần mà không xong sẽ hiện ở đây.',
    en: 'What fails again and again appears here.',
  },
  what: { vi: 'Nội dung', en: 'What' },
  to: { vi: 'Gửi đến', en: 'To' },
  error: { vi: 'Lỗi', en: 'Error' },
  at: { vi: 'Lúc', en: 'At' },
  attempts: { vi: 'Số lần thử', en: 'Attempts' },
  actions: { vi: 'Việc có thể làm', en: 'Actions' },
  replay: { vi: 'Làm lại', en: 'Try again' },
  replayAll: { vi: 'Làm lại tất cả', en: 'Try all again' },
  replayAllMeans: {
    vi: 'Tất cả các mục trong bảng này, kể cả những mục không hiện ra ở đây, sẽ được làm lại. Hãy chắc rằng nguyên nhân đã được khắc phục; thư, tin đã quá muộn cũng được gửi.',
    en: 'Everything of this kind, also what is not shown here, will be tried again. Make sure that the cause has been settled; messages that are already too late are sent too.',
  },
  replayedDone: {
    vi: (count: number) => `Đã xếp ${count} mục để làm lại.`,
    en: (count: number) => `${count} will be tried again.`,
  },
  newest: {
    vi: (shown: number) => `${shown} mục mới nhất; còn các mục cũ hơn.`,
    en: (shown: number) => `The newest ${shown}; there are older ones.`,
  },
  pause: { vi: 'Tạm dừng', en: 'Pause' },
  resume: { vi: 'Chạy tiếp', en: 'Resume' },
  pausedDone: {
    vi: 'Đã tạm dừng hàng việc. Việc đang làm được làm xong; sau đó không gửi thư, không nhắc, cho đến khi chạy tiếp.',
    en: 'The queue is paused. What is under way is finished; then no mail and no reminder leaves until it is resumed.',
  },
  resumedDone: { vi: 'Hàng việc đã chạy tiếp.', en: 'The queue is running again.' },
  mailTest: { vi: 'Gửi thử một thư cho tôi', en: 'Send me a test message' },
  mailTested: {
    vi: 'Đã viết thư thử; trang này cho biết thư đã đi hay chưa.',
    en: 'The test message is written; this page says whether it left.',
  },
  mailResume: { vi: 'Thử gửi thư ngay', en: 'Try mail now' },
  mailResumed: { vi: 'Hệ thống đang thử gửi lại thư.', en: 'Mail is being tried again.' },
  webhooks: { vi: 'Cổng SMS, trò chuyện', en: 'Webhooks' },
  backups: { vi: 'Sao lưu dữ liệu', en: 'Backups' },
});

/** To oneself, to see whether mail leaves. */
export const testMailWords = words({
  subject: { vi: 'Thư thử của hệ thống đào tạo', en: 'Test message of the training service' },
  body: {
    vi: (url: string) => `Thư này do đồng chí cho gửi thử từ ${url}. Nhận được thư này là hệ thống gửi thư được.\n`,
    en: (url: string) => `You had this message sent from ${url}. That it arrived says that mail works.\n`,
  },
});

export const jobActions = declareActions('jobs', {
  replayed: { vi: 'đã cho làm lại việc tự động bị lỗi', en: 'had failed jobs done again' },
});

export const queueActions = declareActions('queue', {
  paused: { vi: 'đã tạm dừng hàng việc', en: 'paused the queue' },
  resumed: { vi: 'đã cho hàng việc chạy tiếp', en: 'resumed the queue' },
});
