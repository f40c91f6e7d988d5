import { type SmtpVerdict, verdictOf, verdictOfReport } from './smtp-replies';

const said = (response: string, command = 'RCPT TO') =>
  verdictOf({ responseCode: Number(response.slice(0, 3)), response, command });

describe('what a mail server says', () => {
  it.each<[string, SmtpVerdict]>([
    ['421 4.7.0 Temporary System Problem. Try again later', 'sender'],
    ['421 Service not available, closing transmission channel', 'sender'],
    ['421 4.3.2 Service not active', 'sender'],
    ['450 4.2.0 Greylisted, try again in 300 seconds', 'later'],
    ['450 4.2.1 The user you are trying to contact is receiving mail too quickly', 'later'],
    ['450 4.7.1 Rate limit exceeded for this account', 'sender'],
    ['451 come back later', 'later'],
    ['452 4.2.2 The mailbox is full', 'later'],
    ['452 4.3.1 Insufficient system storage', 'sender'],
    ['452 4.5.3 Your message has too many recipients', 'later'],
    ['452 Too many messages sent today', 'sender'],
    ['550 5.4.5 Daily user sending limit exceeded', 'sender'],
    ['550-5.4.5 Daily user sending\r\n550 5.4.5 limit exceeded', 'sender'],
    ['554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException', 'sender'],
    ['554 5.2.0 Sending quota/limit exceeded', 'sender'],
    ['550 5.1.1 The email account that you tried to reach does not exist', 'address'],
    ['550 5.2.1 The email account is disabled', 'address'],
    ['552 5.2.2 The account is over quota', 'address'],
    ['550 5.1.8 Sender address rejected: domain not found', 'sender'],
    ['552 5.3.4 Message size exceeds fixed limit', 'message'],
    ['550 no such user', 'address'],
    ['552 Quota exceeded', 'address'],
    ['550 Mailbox quota exceeded', 'address'],
    ['554 message size exceeds the limit', 'message'],
    ['553 mailbox name not allowed', 'address'],
    ['554 5.7.1 Message rejected as spam', 'message'],
    ['554 transaction failed', 'message'],
    ['550 5.7.60 Client does not have permissions to send as this sender', 'sender'],
  ])('%s', (reply, verdict) => {
    expect(said(reply)).toBe(verdict);
    expect(said(reply, 'DATA')).toBe(verdict);
  });

  it('is about us when it answers the greeting, the sign-in or the sender', () => {
    expect(said('550 5.1.1 who are you', 'MAIL FROM')).toBe('sender');
    expect(said('535 5.7.8 wrong password', 'AUTH PLAIN')).toBe('sender');
    expect(verdictOf({ code: 'EAUTH' })).toBe('sender');
  });

  it('is nothing at all when it cannot be reached, and no word about a message when it hangs up', () => {
    expect(verdictOf({ code: 'ESOCKET', command: 'CONN' })).toBe('sender');
    expect(verdictOf({ code: 'EDNS' })).toBe('sender');
    expect(verdictOf({ code: 'ECONNRESET', command: 'DATA' })).toBe('later');
  });

  it('is read in a report of delivery by the same table', () => {
    expect(verdictOfReport('5.1.1', 'smtp; 550 5.1.1 unknown')).toBe('address');
    expect(verdictOfReport('5.7.1', 'smtp; 550 spam')).toBe('message');
    expect(verdictOfReport('4.4.7', 'expired')).toBe('later');
  });
});
