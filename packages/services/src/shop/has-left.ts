/** How long an uninstall may be undone before anything ends for good. */
export const leaveDelayDays = 7
const leaveDelayMs = leaveDelayDays * 24 * 60 * 60 * 1000

/** When what an uninstall stopped ends for good. */
export const leavesAt = (uninstalledAt: Date): Date => new Date(uninstalledAt.getTime() + leaveDelayMs)

/** Whether a shop has been uninstalled for so long that its waiting mails are cancelled. */
export const hasLeft = (uninstalledAt: Date | null, now: Date): boolean =>
  uninstalledAt !== null && leavesAt(uninstalledAt) <= now
