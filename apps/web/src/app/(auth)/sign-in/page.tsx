import type { Metadata } from 'next'
import { safeNextPath } from '../../../navigation/next-path.ts'
import { SignInForm } from '../../../sign-in/sign-in-form.tsx'

export const metadata: Metadata = { title: 'Sign in' }

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const SignInPage = async ({ searchParams }: PageProps) => {
  const { next } = await searchParams
  return (
    <main className="mx-auto grid min-h-dvh max-w-sm content-center gap-6 px-6 py-12">
      <div className="grid gap-1">
        <p className="font-semibold text-ink-soft">Afterword</p>
        <h1 className="text-xl font-semibold">Sign in to your reviews</h1>
      </div>
      <SignInForm nextPath={safeNextPath(Array.isArray(next) ? next[0] : next)} />
      <noscript>
        <p className="text-ink-soft">Signing in needs JavaScript. Customers’ review pages work without it.</p>
      </noscript>
    </main>
  )
}

export default SignInPage
