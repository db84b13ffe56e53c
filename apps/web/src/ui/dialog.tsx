'use client'

import { interfacePartsTexts as texts } from '@afterword/language/texts/interface-parts/texts'
import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { isComposing } from './is-composing.ts'
import { Button } from './button.tsx'
import { returnFocus } from './return-focus.ts'

interface DialogProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  description?: string
  children: ReactNode
}

/**
 * A question on top of the page for staff: keeps the focus inside, Escape closes it (unless an input method takes that
 * key). The first thing to answer has the first focus: the button that closes the dialog comes last. Afterwards the
 * focus is where it was (`return-focus.ts`).
 */
export const Dialog = ({ isOpen, onOpenChange, title, description, children }: DialogProps) => {
  const opener = useRef<Element>(null)
  return (
    <Primitive.Root open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Primitive.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          onOpenAutoFocus={() => void (opener.current = document.activeElement)}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            returnFocus(opener.current)
          }}
          onEscapeKeyDown={(event) => isComposing(event) && event.preventDefault()}
          className="fixed inset-x-4 top-[8dvh] z-50 mx-auto grid max-h-[84dvh] max-w-md gap-4 overflow-y-auto rounded-xl border border-line bg-surface p-5 shadow-xl"
        >
          <div className="grid gap-1 pr-8 pointer-coarse:pr-10">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            {description !== undefined && (
              <Primitive.Description className="text-ink-soft">{description}</Primitive.Description>
            )}
          </div>
          {children}
          <Primitive.Close asChild>
            <Button look="quiet" size="icon" aria-label={texts.close} className="absolute top-4 right-3">
              <X aria-hidden />
            </Button>
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
