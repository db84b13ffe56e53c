import type { ReactNode } from 'react'

/** One part in one state. Its name is what `e2e/gallery` calls it. */
export const Specimen = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid min-w-0 content-start gap-2">
    <p className="text-sm text-ink-soft">{name}</p>
    <div data-specimen={name} className="min-w-0">
      {children}
    </div>
  </div>
)

/** A part with its states side by side. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-4 border-t border-line pt-5">
    <h2 className="text-lg font-semibold">{title}</h2>
    <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
  </section>
)
