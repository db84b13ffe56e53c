import { signInTexts as texts } from '@afterword/language/texts/sign-in/texts'
import { readLinkCookie } from '@afterword/auth/read-cookies'
import { describeSignInLink } from '@afterword/auth/sign-in-link'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { webDeps } from '#server/deps.ts'
import { AuthFrame } from '#sign-in/auth-frame.tsx'
import { SignInLinkButton, SignInLinkElsewhere } from '#sign-in/sign-in-link.tsx'

export const metadata: Metadata = { title: texts.title }

const SignInLinkPage = async ({ params }: { params: Promise<{ token: string }> }) => {
  const { token } = await params
  const cookies = (await headers()).get('cookie') ?? undefined
  const { auth, isSecure } = webDeps()
  const link = await describeSignInLink(auth, { token, browserSecret: readLinkCookie(cookies, isSecure) })
  switch (link.state) {
    case 'ready':
      return (
        <AuthFrame title={texts.title} lead={texts.link.lead}>
          <SignInLinkButton token={token} />
        </AuthFrame>
      )
    case 'other_browser':
      return (
        <AuthFrame title={texts.link.codeTitle}>
          <SignInLinkElsewhere code={link.code} />
        </AuthFrame>
      )
    case 'gone':
      return notFound()
  }
}

export default SignInLinkPage
