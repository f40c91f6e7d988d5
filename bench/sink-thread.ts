import { parentPort } from 'node:worker_threads';
import { Mailbox } from './mailbox';

/** A mail server beside the service, as in life: it takes none of the time of the thread that is measured. */
const mailbox = new Mailbox({
  after: () => {
    mailbox.letters.length = 0;
  },
});

mailbox.open().then(
  (url) => parentPort!.postMessage(url),
  (error: unknown) => {
    throw error;
  },
);
