import { missingPagesTexts } from '@afterword/language/texts/missing-pages/texts'
import type { Metadata } from 'next'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'

const { notFound: texts } = missingPagesTexts

export const metadata: Metadata = { title: texts.title }

const NotFound = () => (
  <main className="grid min-h-dvh place-items-center">
    <EmptyState title={texts.title} action={<ButtonLink href="/">{texts.toStart}</ButtonLink>}>
      {texts.text}
    </EmptyState>
  </main>
)

export default NotFound
