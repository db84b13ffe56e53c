import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

const tones = {
  neutral: 'bg-sunken text-ink-soft',
  good: 'bg-accent-soft text-accent-text',
  waiting: 'bg-amber-soft text-amber',
  bad: 'bg-red-soft text-red',
} as const

export type BadgeTone = keyof typeof tones

export const Badge = ({ className, tone = 'neutral', ...props }: ComponentProps<'span'> & { tone?: BadgeTone }) => (
  <span
    className={cn(
      'inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-sm whitespace-nowrap [&_svg]:size-3.5',
      tones[tone],
      className,
    )}
    {...props}
  />
)
