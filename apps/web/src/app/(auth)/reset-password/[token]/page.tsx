import { signInTexts as texts } from '@afterword/language/texts/sign-in/texts'
import { describePasswordReset } from '@afterword/auth/reset-password'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { webDeps } from '#server/deps.ts'
import { AuthFrame } from '#sign-in/auth-frame.tsx'
import { ResetPasswordForm } from '#sign-in/reset-password-form.tsx'

export const metadata: Metadata = { title: texts.newPassword.pageTitle }

/** A link that opens nothing is a 404, for which apps/api shows `ended-link`. */
const ResetPasswordPage = async ({ params }: { params: Promise<{ token: string }> }) => {
  const { token } = await params
  const reset = await describePasswordReset(webDeps().auth, { token })
  if (reset === null) return notFound()
  const { title, lead } = texts.newPassword[reset.isFirst ? 'first' : 'next']
  return (
    <AuthFrame title={title} lead={lead}>
      <ResetPasswordForm token={token} />
    </AuthFrame>
  )
}

export default ResetPasswordPage
