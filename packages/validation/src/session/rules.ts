/** The roles of a shop's members, from the one that may most to the one that may least. */
export const memberRoles = ['owner', 'moderator', 'viewer'] as const
export type MemberRole = (typeof memberRoles)[number]

/** Whether a role may less than another one. */
export const isLesserRole = (role: MemberRole, than: MemberRole): boolean =>
  memberRoles.indexOf(role) > memberRoles.indexOf(than)

/** Who may sign in: people of a shop, and those who run the installation. */
export const sessionKinds = ['member', 'operator'] as const
export type SessionKind = (typeof sessionKinds)[number]

/** What somebody asks a mail for. */
export const wayInPurposes = ['sign_in', 'password_reset'] as const
export type WayInPurpose = (typeof wayInPurposes)[number]

/**
 * Characters of a password. NIST SP 800-63B-4 asks for 15 where a password is all there is; with mailed links beside
 * it, 12. The most is what one try may cost us.
 */
export const passwordLength = { least: 12, most: 1_000 } as const

/** Digits that stand for a mailed sign-in link in the browser that asked for it. */
export const signInCodeDigits = 8
