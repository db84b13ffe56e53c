import { type SQL, sql } from 'drizzle-orm'

/** How long one kind of data is kept. */
export interface Retention {
  /** What it is, in words of a person who asks. */
  readonly holds: string
  /** From when its time counts. */
  readonly from: string
  /** How many days; `setting` is `AFTERWORD_RETENTION_DAYS`. */
  readonly days: number | 'setting'
  /** Why it is kept so long and no longer. */
  readonly why: string
}

/** The one place that says how long what is kept. `docs/retention.md` is written from it. */
export const retentions = {
  session: {
    holds: 'Sessions: browser, first part of the network',
    from: 'end',
    days: 30,
    why: 'A person looks up where they were signed in.',
  },
  invitation: {
    holds: 'Invitations: address',
    from: 'end',
    days: 30,
    why: 'It can be sent again.',
  },
  mailedWayIn: {
    holds: 'Mailed codes and links for signing in (hashes)',
    from: 'expiry',
    days: 1,
    why: 'An expired one is told from an unknown one.',
  },
  mailAllowance: {
    holds: 'Counts of mails that somebody may cause (hashes)',
    from: 'end of the wait',
    days: 1,
    why: 'Limits.',
  },
  attemptCount: {
    holds: 'Counts of tries of a network',
    from: 'end of the window',
    days: 1,
    why: 'Limits.',
  },
  submission: {
    holds: 'Answers to review submissions',
    from: 'submission',
    days: 30,
    why: 'The same submission, sent again, gets the same answer.',
  },
  reviewDraft: {
    holds: 'Begun changes to a sent review',
    from: 'last change',
    days: 30,
    why: 'It can be continued on another device. A draft of an item without a review stays.',
  },
  reviewLink: {
    holds: 'Links of mails',
    from: 'expiry or revocation',
    days: 30,
    why: 'An ended link still leads its owner to a new one, and stays as long as somebody owns it.',
  },
  linkHit: {
    holds: 'Visits of mailed links',
    from: 'visit',
    days: 90,
    why: 'The delivery screen looks back that far.',
  },
  webhookBody: {
    holds: 'Bodies of webhooks: orders with names and addresses',
    from: 'receipt, once processed',
    days: 30,
    why: 'What was applied can be looked into. The delivery itself and the hash of its body stay: a copy must not be applied again.',
  },
  dailyRun: {
    holds: 'Notes of daily work',
    from: 'day',
    days: 90,
    why: 'An incident is looked at beside the work that ran then.',
  },
  processMark: {
    holds: 'Starts and stops of processes',
    from: 'mark',
    days: 90,
    why: 'An incident is looked at beside them.',
  },
  serverAttempt: {
    holds: 'The server’s log of calls that could fail',
    from: 'day',
    days: 'setting',
    why: 'A report that comes late still finds its call.',
  },
  clientReport: {
    holds: 'What browsers report of failed calls, and how these ended',
    from: 'report',
    days: 'setting',
    why: 'As the log they are compared with. Incidents and their verdicts stay.',
  },
  browserReport: {
    holds: 'Browsers’ own reports (crashes, network errors)',
    from: 'report',
    days: 'setting',
    why: 'As the log they are compared with.',
  },
  logUsage: {
    holds: 'How full the log was',
    from: 'day',
    days: 'setting',
    why: 'As the log it is about.',
  },
  operatorAlert: {
    holds: 'Which alerts were sent to whom',
    from: 'alert',
    days: 30,
    why: 'An alert is sent once.',
  },
  operatorAct: {
    holds: 'Acts of operators and of the console',
    from: 'act',
    days: 730,
    why: 'What was done to the installation is asked after when something is found, which may be late.',
  },
} as const satisfies Record<string, Retention>

interface Clock {
  /** The database's own clock where it is left out. */
  readonly now?: Date
  /** `AFTERWORD_RETENTION_DAYS`, for what is kept as long as it says. */
  readonly settingDays?: number
}

/**
 * The time before which data of a kind is deleted: a `timestamptz` expression.
 *
 * @throws Error for what is kept by the setting, when the setting is not given.
 */
export const keptSince = (kind: keyof typeof retentions, { now, settingDays }: Clock = {}): SQL => {
  const { days }: Retention = retentions[kind]
  const kept = days === 'setting' ? settingDays : days
  if (kept === undefined) throw new Error(`${kind} is kept by the setting, which is not given`)
  const at = now === undefined ? sql`now()` : sql`${now.toISOString()}::timestamptz`
  return sql`(${at} - make_interval(days => ${kept}))`
}
