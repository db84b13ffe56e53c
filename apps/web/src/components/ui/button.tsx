import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from '../../style/cn.ts'

const buttonStyle = cva(
  [
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-lg border font-semibold no-underline transition-colors',
    'disabled:cursor-default disabled:opacity-60 aria-disabled:cursor-default aria-disabled:opacity-60',
    '[&_svg]:size-4 [&_svg]:shrink-0',
  ],
  {
    variants: {
      look: {
        primary:
          'border-transparent bg-accent text-accent-ink enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover',
        secondary: 'border-line-strong bg-surface text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken',
        quiet:
          'border-transparent bg-transparent text-ink-soft enabled:hover:bg-sunken enabled:hover:text-ink [a&]:hover:bg-sunken [a&]:hover:text-ink',
        danger: 'border-line-strong bg-surface text-red enabled:hover:bg-red-soft',
      },
      size: {
        small: 'min-h-8 px-2.5 py-1 text-sm pointer-coarse:min-h-11',
        medium: 'min-h-10 px-3.5 py-2 text-md pointer-coarse:min-h-11',
        large: 'min-h-12 px-5 py-2.5 text-lg',
      },
    },
    defaultVariants: { look: 'secondary', size: 'medium' },
  },
)

interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonStyle> {
  /** Gives the look to the only child, e.g. a link. */
  asChild?: boolean
}

export const Button = ({ className, look, size, asChild = false, ...props }: ButtonProps) => {
  const Element = asChild ? Slot.Root : 'button'
  return (
    <Element
      {...(asChild ? {} : { type: 'button' as const })}
      className={cn(buttonStyle({ look, size }), className)}
      {...props}
    />
  )
}
