import { invitationTexts as texts } from '@afterword/language/texts/invitation/texts'
import { nameLimits } from '@afterword/validation/primitives/name'
import { passwordLength } from '@afterword/validation/session/rules'
import Link from 'next/link'
import { ButtonLink } from '#ui/button.tsx'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { sayWith } from '#ui/say-with.ts'
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
    <Field id="name" label={texts.name} error={errorOf('name')} hint={texts.nameHint}>
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
      label={texts.password}
      error={error}
      isHintKept
      hint={sayWith(texts.passwordHint, {
        link: (
          <Link className="underline" href="/forgot-password" prefetch={false}>
            {texts.newPassword}
          </Link>
        ),
      })}
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
    <p>{texts.elsewhere}</p>
    <ButtonLink look="primary" href={signInHref(`/invite/${token}`)}>
      {texts.signInToAccept}
    </ButtonLink>
  </div>
)
