import { nameLimits } from '@afterword/validation/primitives/name'
import { passwordLength } from '@afterword/validation/session/rules'
import Link from 'next/link'
import { ButtonLink } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { signInHref } from '#navigation/next-path.ts'
import { NewPasswordField } from '#sign-in/new-password-field.tsx'

/** What is wrong with a field, by its name. */
export type ErrorOf = (field: string) => string | null

/** Tells password managers which account the password belongs to. */
const AccountName = ({ email }: { email: string }) => (
  <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
)

/** For an address without an account. */
export const NewAccountFields = ({ email, errorOf }: { email: string; errorOf: ErrorOf }) => (
  <>
    <AccountName email={email} />
    <Field id="name" label="Your name" error={errorOf('name')} hint="Visible to other members of the shop.">
      <Input
        id="name"
        name="name"
        autoComplete="name"
        required
        maxLength={nameLimits.typed}
        aria-describedby={describedBy('name')}
        aria-invalid={errorOf('name') !== null}
      />
    </Field>
    <NewPasswordField id="new-password" error={errorOf('newPassword')} />
  </>
)

/** For an account that has a password, in a browser that is not signed in as it. */
export const PasswordProof = ({ email, error }: { email: string; error: string | null }) => (
  <>
    <AccountName email={email} />
    <Field
      id="password"
      label="Password"
      error={error}
      isHintKept
      hint={
        <>
          You already have an account. Enter its password to join, or{' '}
          <Link className="underline" href="/forgot-password" prefetch={false}>
            choose a new one
          </Link>{' '}
          first.
        </>
      }
    >
      <Input
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={passwordLength.most}
        aria-describedby={describedBy('password')}
        aria-invalid={error !== null}
      />
    </Field>
  </>
)

/** For an account without a password: it signs in elsewhere first, and comes back. */
export const ProviderProof = ({ token }: { token: string }) => (
  <div className="grid gap-4">
    <p>You already have an account. Sign in as usual, and you’ll return to this page.</p>
    <ButtonLink look="primary" href={signInHref(`/invite/${token}`)}>
      Sign in to accept
    </ButtonLink>
  </div>
)
