/** How often something may be tried within a time. */
export interface AttemptLimit {
  readonly scope: string
  readonly max: number
  readonly windowSeconds: number
}

/**
 * What may be guessed at, and how often. Counted in the database: for all processes together. The key of a
 * count is what a thing is (an id, a hash, a folded address), never how it was written.
 */
export const attemptLimits = {
  /** Strangers: of one network at all accounts, of one network at one account, of all networks at one account. */
  guessNetwork: { scope: 'guess.network', max: 30, windowSeconds: 5 * 60 },
  guessAccountNetwork: { scope: 'guess.account_network', max: 10, windowSeconds: 15 * 60 },
  guessAccount: { scope: 'guess.account', max: 100, windowSeconds: 60 * 60 },
  /** One browser that the account knows, one session of it, or one invitation: apart from all strangers. */
  guessOwn: { scope: 'guess.own', max: 10, windowSeconds: 15 * 60 },
  guessOwnDay: { scope: 'guess.own_day', max: 50, windowSeconds: 24 * 60 * 60 },
  refreshNetwork: { scope: 'refresh.network', max: 30, windowSeconds: 5 * 60 },
  /** Mailed tokens that open nothing. Good ones are never counted. */
  tokenMissNetwork: { scope: 'token_miss.network', max: 20, windowSeconds: 10 * 60 },
  mailNetwork: { scope: 'mail.network', max: 20, windowSeconds: 15 * 60 },
  /** Mails of one purpose to one address that strangers ask for, all networks together. */
  mailAddress: { scope: 'mail.address', max: 10, windowSeconds: 24 * 60 * 60 },
  /** Fresh links that a shop's customers are sent because somebody asked. */
  freshLinkShop: { scope: 'fresh_link.shop', max: 300, windowSeconds: 24 * 60 * 60 },
  /** The same work for addresses without a customer, so that both take as long. */
  freshLinkUnknown: { scope: 'fresh_link.unknown', max: 300, windowSeconds: 24 * 60 * 60 },
  linkMissNetwork: { scope: 'link_miss.network', max: 20, windowSeconds: 10 * 60 },
  linkAgainNetwork: { scope: 'link_again.network', max: 20, windowSeconds: 60 * 60 },
} as const satisfies Record<string, AttemptLimit>
