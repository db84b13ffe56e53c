import type { Metadata } from 'next'
import { AuthFrame } from '../../../../sign-in/auth-frame.tsx'
import { ResetPasswordForm } from '../../../../sign-in/reset-password-form.tsx'

export const metadata: Metadata = { title: 'New password' }

const ResetPasswordPage = async ({ params }: { params: Promise<{ token: string }> }) => {
  const { token } = await params
  return (
    <AuthFrame title="Choose a new password" lead="It ends every session you have, in every browser.">
      <ResetPasswordForm token={token} />
    </AuthFrame>
  )
}

export default ResetPasswordPage
