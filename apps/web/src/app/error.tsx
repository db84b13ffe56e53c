'use client'

import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLoadAgain } from '#ui/use-load-again.ts'

const PageError = ({ error }: { error: Error & { digest?: string } }) => {
  useLoadAgain(error.digest)
  return (
    <main role="alert" className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        title="This page could not be loaded"
        action={<Button onClick={() => globalThis.location.reload()}>Reload page</Button>}
      >
        Something went wrong on our side. Nothing was changed.
        {error.digest !== undefined && <p className="pt-2 text-sm">Reference {error.digest}</p>}
      </EmptyState>
    </main>
  )
}

export default PageError
