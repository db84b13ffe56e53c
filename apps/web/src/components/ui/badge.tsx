import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from '../../style/cn.ts'

const badgeStyle = cva(
  'inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-sm whitespace-nowrap [&_svg]:size-3.5',
  {
    variants: {
      tone: {
        neutral: 'bg-sunken text-ink-soft',
        good: 'bg-accent-soft text-accent-text',
        waiting: 'bg-amber-soft text-amber',
        bad: 'bg-red-soft text-red',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
)

export type BadgeTone = NonNullable<VariantProps<typeof badgeStyle>['tone']>

export const Badge = ({ className, tone, ...props }: ComponentProps<'span'> & VariantProps<typeof badgeStyle>) => (
  <span className={cn(badgeStyle({ tone }), className)} {...props} />
)
