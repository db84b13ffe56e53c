import type { Metadata } from 'next'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'

export const metadata: Metadata = { title: 'Page not found' }

const NotFound = () => (
  <main className="grid min-h-dvh place-items-center">
    <EmptyState title="Page not found" action={<ButtonLink href="/">Go to the start page</ButtonLink>}>
      Check the address, or go back to the previous page.
    </EmptyState>
  </main>
)

export default NotFound
