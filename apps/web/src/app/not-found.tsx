import { ButtonLink } from '../components/ui/button.tsx'
import { EmptyState } from '../components/ui/empty-state.tsx'

const NotFound = () => (
  <main className="grid min-h-dvh place-items-center">
    <EmptyState
      title="There is nothing at this address"
      action={<ButtonLink href="/">Go to the start page</ButtonLink>}
    >
      Check the address, or go back to where you came from.
    </EmptyState>
  </main>
)

export default NotFound
