import type { ReactNode } from 'react'

interface SectionProps {
  id: string
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** One subject of an account page. */
export const Section = ({ id, title, lead, children }: SectionProps) => (
  <section
    aria-labelledby={id}
    className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-xl border border-line bg-surface p-4 lg:p-5"
  >
    <div className="grid gap-1">
      <h2 id={id} tabIndex={-1} className="text-lg font-semibold outline-none">
        {title}
      </h2>
      {lead !== undefined && <p className="text-ink-soft">{lead}</p>}
    </div>
    {children}
  </section>
)
