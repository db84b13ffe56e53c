import type { ReactNode } from 'react'

export const PageHeader = ({ title, children }: { title: string; children?: ReactNode }) => (
  <header className="flex max-w-page flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-4 pb-2 lg:px-6">
    <h1 className="mr-auto text-xl font-semibold">{title}</h1>
    {children}
  </header>
)
