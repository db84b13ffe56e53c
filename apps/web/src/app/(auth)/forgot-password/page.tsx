import type { Metadata } from 'next'
import { AuthFrame } from '#sign-in/auth-frame.tsx'
import { ForgotPasswordForm } from '#sign-in/forgot-password-form.tsx'
import { newPasswordWords } from '#sign-in/words.ts'

interface PageProps {
  searchParams: Promise<Record<string, unknown>>
}

/** `?first=1` is what the console prints for somebody whose account has no password yet. */
const wordsOf = async ({ searchParams }: PageProps) =>
  (await searchParams)['first'] === '1'
    ? { title: newPasswordWords.first.title, lead: 'We’ll email you a link to set it. It also signs you in.' }
    : { title: newPasswordWords.next.title, lead: 'We’ll email you a link to set it.' }

export const generateMetadata = async (props: PageProps): Promise<Metadata> => ({ title: (await wordsOf(props)).title })

const ForgotPasswordPage = async (props: PageProps) => {
  const { title, lead } = await wordsOf(props)
  return (
    <AuthFrame title={title} lead={lead}>
      <ForgotPasswordForm />
    </AuthFrame>
  )
}

export default ForgotPasswordPage
