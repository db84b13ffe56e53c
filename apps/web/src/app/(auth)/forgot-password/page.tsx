import type { Metadata } from 'next'
import { AuthFrame } from '../../../sign-in/auth-frame.tsx'
import { ForgotPasswordForm } from '../../../sign-in/forgot-password-form.tsx'

export const metadata: Metadata = { title: 'Forgotten password' }

const ForgotPasswordPage = () => (
  <AuthFrame title="Choose a new password" lead="We mail you a link for it.">
    <ForgotPasswordForm />
  </AuthFrame>
)

export default ForgotPasswordPage
