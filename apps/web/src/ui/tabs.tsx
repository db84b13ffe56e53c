import { formatNumber } from '@afterword/language/format-number'
import { interfacePartsTexts } from '@afterword/language/texts/interface-parts/texts'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'

/** Links that choose what a list shows; which one is on stands in the address. */
export const Tabs = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav aria-label={label} className="-mx-1 flex flex-wrap gap-1 px-1 py-1">
    {children}
  </nav>
)

interface TabProps {
  href: string
  isCurrent: boolean
  count?: number | undefined
  onSelect?: () => void
  children: ReactNode
}

export const Tab = ({ href, isCurrent, count, onSelect, children }: TabProps) => (
  <a
    href={href}
    aria-current={isCurrent ? 'page' : undefined}
    onClick={(event) => {
      if (onSelect === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      onSelect()
    }}
    className={cn(
      'inline-flex min-h-9 items-center gap-2 rounded-lg px-3 whitespace-nowrap transition-colors pointer-coarse:min-h-11',
      isCurrent ? 'bg-accent-soft font-semibold text-accent-text' : 'text-ink-soft hover:bg-sunken hover:text-ink',
    )}
  >
    {children}
    {count !== undefined && <span className="tabular-nums">{formatNumber(count, interfacePartsTexts)}</span>}
  </a>
)
