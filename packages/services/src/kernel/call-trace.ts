/** What a call learns about itself while it runs, for the operator's log of attempts. */
export interface CallTrace {
  shopId?: string
  reviewRequestId?: string
  lineItemId?: string
  submissionId?: string
  /** When the transaction of a write had ended. */
  committedAt?: Date
  /** Code of the refusal, where it was refused. */
  code?: string
}

/** Notes what is known by now; nothing where nobody keeps a trace. */
export const noteCall = (ctx: { readonly trace?: CallTrace | undefined }, facts: CallTrace): void => {
  if (ctx.trace !== undefined) Object.assign(ctx.trace, facts)
}
