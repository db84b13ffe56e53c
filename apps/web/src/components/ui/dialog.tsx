'use client'

import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

interface DialogProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  description?: string
  children: ReactNode
}

/** A question on top of the page: keeps the focus inside, Escape closes it. */
export const Dialog = ({ isOpen, onOpenChange, title, description, children }: DialogProps) => (
  <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
    <Primitive.Portal>
      <Primitive.Overlay className="fixed inset-0 z-40 bg-black/45" />
      <Primitive.Content
        {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        className="fixed inset-x-4 top-[8dvh] z-50 mx-auto grid max-h-[84dvh] max-w-md gap-4 overflow-y-auto rounded-xl border border-line bg-surface p-5 shadow-xl"
      >
        <div className="flex items-start justify-between gap-4">
          <div className="grid gap-1">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            {description !== undefined && (
              <Primitive.Description className="text-ink-soft">{description}</Primitive.Description>
            )}
          </div>
          <Primitive.Close asChild>
            <Button look="quiet" size="icon" aria-label="Close" className="-mt-1 -mr-2">
              <X aria-hidden />
            </Button>
          </Primitive.Close>
        </div>
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
)
