import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

const tones = {
  info: { Icon: Info, style: 'border-line bg-sunken text-ink' },
  good: { Icon: CircleCheck, style: 'border-transparent bg-accent-soft text-ink [&>svg]:text-accent-text' },
  waiting: { Icon: TriangleAlert, style: 'border-transparent bg-amber-soft text-ink [&>svg]:text-amber' },
  bad: { Icon: CircleAlert, style: 'border-transparent bg-red-soft text-ink [&>svg]:text-red' },
} as const

/** State told in words, in place; it stays until it is no longer true. */
export const Notice = ({
  tone = 'info',
  className,
  children,
  ...props
}: ComponentProps<'div'> & { tone?: keyof typeof tones }) => {
  const { Icon, style } = tones[tone]
  return (
    <div className={cn('flex gap-2.5 rounded-lg border px-3.5 py-3', style, className)} {...props}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
