import { signInTexts as texts } from '@afterword/language/texts/sign-in/texts'
import type { Metadata } from 'next'
import { readNextPath } from '#navigation/next-path.ts'
import { toSearchParams } from '#navigation/to-search-params.ts'
import { webDeps } from '#server/deps.ts'
import { AuthFrame } from '#sign-in/auth-frame.tsx'
import { configuredProviders } from '#sign-in/providers.ts'
import { SignInForm } from '#sign-in/sign-in-form.tsx'
import { providerFailure } from '#sign-in/words.ts'
import { Notice } from '#ui/notice.tsx'

export const metadata: Metadata = { title: texts.title }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const SignInPage = async ({ searchParams }: PageProps) => {
  const query = toSearchParams(await searchParams)
  const providers = configuredProviders(webDeps().env.signInProviders).map(({ id, name }) => ({ id, name }))
  const failure = providerFailure(query.get('error'))
  return (
    <AuthFrame title={texts.heading}>
      {failure !== null && (
        <Notice tone="bad" role="alert">
          {failure}
        </Notice>
      )}
      <SignInForm nextPath={readNextPath(query, webDeps().env.PUBLIC_URL)} providers={providers} />
    </AuthFrame>
  )
}

export default SignInPage
