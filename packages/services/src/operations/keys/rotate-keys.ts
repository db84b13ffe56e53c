import { retireSigningKey, rotatePepper, rotateSigningKey } from '@afterword/auth/rotate-keys'
import { requireSystem } from '../../kernel/access.ts'
import type { ConsoleContext } from '../../kernel/context.ts'
import { inTransaction } from '../../kernel/in-transaction.ts'
import { writeOperatorAuditBeside } from '../../kernel/operator-audit.ts'

interface Rotation {
  readonly ctx: ConsoleContext
  readonly input: { readonly isImmediate: boolean }
}

/**
 * Makes the next key that signs access tokens. Like the acts below it also ends what went before, so it does not wait
 * for a log that cannot be written.
 *
 * @returns The key's name.
 * @throws DomainError `signing_key.pending`, `permission.denied`
 */
export const rotateSigningKeyAtConsole = async ({ ctx, input }: Rotation): Promise<string> => {
  requireSystem(ctx)
  return await inTransaction(ctx, async (tx, joined) => {
    const kid = await rotateSigningKey(joined, input)
    await writeOperatorAuditBeside(tx, joined, { action: 'signing_key.rotate', subject: kid, details: input })
    return kid
  })
}

/** Makes the next secret of refresh tokens. @returns Its number. @throws DomainError `permission.denied` */
export const rotatePepperAtConsole = async ({ ctx, input }: Rotation): Promise<number> => {
  requireSystem(ctx)
  return await inTransaction(ctx, async (tx, joined) => {
    const kid = await rotatePepper(joined, input)
    await writeOperatorAuditBeside(tx, joined, {
      action: 'refresh_pepper.rotate',
      subject: String(kid),
      details: input,
    })
    return kid
  })
}

/** Ends a replaced signing key at once. @throws DomainError `signing_key.not_found`, `permission.denied` */
export const retireSigningKeyAtConsole = async ({
  ctx,
  input,
}: {
  readonly ctx: ConsoleContext
  readonly input: { readonly kid: string }
}): Promise<void> => {
  requireSystem(ctx)
  await inTransaction(ctx, async (tx, joined) => {
    await retireSigningKey(joined, input.kid)
    await writeOperatorAuditBeside(tx, joined, { action: 'signing_key.retire', subject: input.kid })
  })
}
