import type { Metadata } from 'next'
import { AuthFrame } from '../../../sign-in/auth-frame.tsx'
import { ForgotPasswordForm } from '../../../sign-in/forgot-password-form.tsx'

export const metadata: Metadata = { title: 'Forgot password' }

/** `?first=1` is what the console prints for somebody whose account has no password yet. */
const ForgotPasswordPage = async ({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) => {
  const isFirst = (await searchParams)['first'] === '1'
  const title = isFirst ? 'Choose your password' : 'Choose a new password'
  const lead = isFirst ? 'We’ll email you a link to set it. It also signs you in.' : 'We’ll email you a link to set it.'
  return (
    <AuthFrame title={title} lead={lead}>
      <ForgotPasswordForm />
    </AuthFrame>
  )
}

export default ForgotPasswordPage
