/** SQL: whether this row of `account_links` is an invitation that stands: neither used nor taken back, though it may have run out. */
export const standingInvitation = (link: string): string =>
  `${link}.purpose = 'invitation' AND ${link}.used_at IS NULL AND ${link}.revoked_at IS NULL`;

/** SQL: whether an account has an invitation that stands. Who never came is let in by nothing else. */
export const isInvited = (accountId: string): string =>
  `EXISTS (SELECT FROM account_links i WHERE i.account_id = ${accountId} AND ${standingInvitation('i')})`;
