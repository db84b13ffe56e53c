import { signInTexts as texts } from '@afterword/language/texts/sign-in/texts'
import type { ReactNode } from 'react'

interface AuthFrameProps {
  title: string
  /** One sentence below the title. */
  lead?: ReactNode
  children: ReactNode
}

/** One narrow column in the middle: every page for signing in looks like this. */
export const AuthFrame = ({ title, lead, children }: AuthFrameProps) => (
  <main className="mx-auto grid min-h-dvh max-w-sm content-center gap-6 px-6 py-12">
    <div className="grid gap-1">
      <p className="font-semibold text-ink-soft">Afterword</p>
      <h1 className="text-xl font-semibold">{title}</h1>
      {lead !== undefined && <p className="text-ink-soft">{lead}</p>}
    </div>
    {children}
    <noscript>
      <p className="text-ink-soft">{texts.needsScript}</p>
    </noscript>
  </main>
)
