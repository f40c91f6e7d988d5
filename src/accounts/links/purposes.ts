export const linkPurposes = ['invitation', 'password', 'sign_in'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** How long a link opens something, from when it was made. */
export const lifeMinutes: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 24 * 60,
  password: 60,
  sign_in: 15,
};

/** The page a link opens; the token follows. */
const pathOf: Readonly<Record<LinkPurpose, string>> = {
  invitation: '/invitations',
  password: '/password-resets',
  sign_in: '/sign-in-links',
};

export const linkAddress = (publicUrl: string, purpose: LinkPurpose, token: string): string =>
  `${publicUrl}${pathOf[purpose]}/${token}`;
