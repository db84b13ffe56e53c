import { signInTexts as texts } from '@afterword/language/texts/sign-in/texts'
import type { Metadata } from 'next'
import { AuthFrame } from '#sign-in/auth-frame.tsx'
import { ForgotPasswordForm } from '#sign-in/forgot-password-form.tsx'

interface PageProps {
  searchParams: Promise<Record<string, unknown>>
}

/** `?first=1` is what the console prints for a person whose account has no password yet. */
const wordsOf = async ({ searchParams }: PageProps) =>
  texts.newPassword[(await searchParams)['first'] === '1' ? 'first' : 'next']

export const generateMetadata = async (props: PageProps): Promise<Metadata> => ({ title: (await wordsOf(props)).title })

const ForgotPasswordPage = async (props: PageProps) => {
  const { title, askLead } = await wordsOf(props)
  return (
    <AuthFrame title={title} lead={askLead}>
      <ForgotPasswordForm />
    </AuthFrame>
  )
}

export default ForgotPasswordPage
