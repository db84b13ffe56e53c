'use client'

import './globals.css'
import PageError from './error.tsx'

/** Stands in for the whole page when even its frame failed. */
const GlobalError = ({ error }: { error: Error & { digest?: string } }) => (
  <html lang="en">
    <body>
      <PageError error={error} />
    </body>
  </html>
)

export default GlobalError
