import type { MemberRole } from '@afterword/auth/principal'
import type { FreshLinkReason } from '@afterword/jobs/definitions/send-fresh-link'
import type { Language } from '@afterword/language/languages'

export interface MailShop {
  readonly name: string
  readonly logoUrl: string | null
  readonly accentColor: string
  readonly websiteUrl: string | null
  readonly replyToEmail: string | null
  readonly postalAddress: string | null
}

/** Minor units of `currency`. `compareAtMinor` is only there when it may be shown struck out. */
export interface MailPrice {
  readonly priceMinor: number
  readonly compareAtMinor: number | null
  /** Whether variants cost differently: "from" stands before the price. */
  readonly isPriceFrom?: boolean
  readonly currency: string
}

export interface MailItem {
  readonly title: string
  readonly variantTitle: string | null
  readonly imageUrl: string | null
  readonly price: MailPrice | null
  /** The item's own review link, without a rating. */
  readonly reviewUrl: string
  /** Whether the customer has written about it already; the link then shows and changes that. */
  readonly isReviewed: boolean
}

export interface MailOrder {
  /** What the customer knows it by, e.g. `#1042`. */
  readonly name: string | null
  readonly items: readonly MailItem[]
}

interface MailBase {
  /** Stays the same when the same mail is tried again, so that a mailbox can drop a second copy. */
  readonly messageId: string
  readonly to: string
  /** Whom the mail greets. */
  readonly greetingName: string | null
  readonly locale: Language
  readonly shop: MailShop
}

export interface ReviewRequestMail extends MailBase {
  readonly kind: 'review_request'
  readonly order: MailOrder
  /** Shows the page on GET; takes the one-click POST of RFC 8058. */
  readonly unsubscribeUrl: string
}

export interface FreshLinkMail extends MailBase {
  readonly kind: 'fresh_link'
  readonly reason: FreshLinkReason
  readonly orders: readonly MailOrder[]
  /** As in a review request. Somebody else may have asked for this mail. */
  readonly unsubscribeUrl: string
}

/** A short mail to somebody who works with Afterword: some words and at most one thing to do. */
export interface StaffMail {
  readonly kind: 'staff'
  readonly messageId: string
  readonly to: string
  readonly name: string | null
  readonly subject: string
  /** What a list of mails shows beside the subject: nothing that the mail begins with. */
  readonly preview: string
  readonly paragraphs: readonly string[]
  readonly action: { readonly label: string; readonly url: string } | null
  /** Shown large, to be typed in elsewhere. */
  readonly code: string | null
  /** What stands right before the code: where to enter it. */
  readonly codeLead?: string
  /** Why this mail came, and what to do if it should not have. */
  readonly reason: string
}

/** Somebody is asked to join the people of a shop. */
export interface InvitationMail extends MailBase {
  readonly kind: 'invitation'
  readonly inviterName: string
  readonly role: MemberRole
  readonly acceptUrl: string
}

/** Mails that show a shop. */
export type ShopMail = ReviewRequestMail | FreshLinkMail | InvitationMail
export type MailMessage = ShopMail | StaffMail

/** What keeps a mail to one sender while several try. */
export interface MailHold {
  /** Ends the try before the mail is handed over. */
  readonly signal: AbortSignal
  /** Runs when the server waits for the content, before its first byte; when it fails, nothing is handed over. */
  readonly beforeHandover: () => Promise<void>
}

/** Writes a message out and hands it to a mail server. The worker brings one. */
export interface Mailer {
  /**
   * Waits for the server as long as RFC 5321 grants it, so a try may take half an hour.
   *
   * @throws DomainError `mail.refused` when the server will never take it, `mail.unavailable` when a later try may
   *   work, `mail.unanswered` when the server has the content and the connection ended without its answer: the mail
   *   may arrive. `details.reason` holds the server's words without addresses.
   */
  send(message: MailMessage, hold?: MailHold): Promise<{ readonly messageId: string }>
}
