import type { MemberRole } from '@afterword/validation/session/rules'

/** Who asks. Every service verb receives one; none guesses it. */
export type Principal =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'member'
      readonly userId: string
      readonly shopId: string
      readonly role: MemberRole
      readonly sessionId: string
      /** Signed in, or proved again who they are, at most 15 minutes ago; known for writes only. */
      readonly isRecent?: boolean
    }
  | { readonly kind: 'operator'; readonly userId: string; readonly sessionId: string }
  /** Somebody who holds a review link: may act for one review request of one shop. */
  | { readonly kind: 'customer'; readonly shopId: string; readonly reviewRequestId: string }
  /** A platform's webhook whose signature held, or one of our own jobs. */
  | { readonly kind: 'platform'; readonly shopId: string }
  | { readonly kind: 'system' }

export type { MemberRole }
