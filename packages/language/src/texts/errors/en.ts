import { customerCodes } from '@afterword/errors/customer-codes'

type Messages = { readonly [Code in keyof typeof customerCodes]: (typeof customerCodes)[Code]['message'] }

/** What a customer is told about an error. The sentences stand with their codes, because programs are answered them too. */
export const en = {
  // `fromEntries` forgets which code has which message.
  messages: Object.fromEntries(
    Object.entries(customerCodes).map(([code, { message }]) => [code, message]),
  ) as unknown as Messages,
} as const
