'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button.tsx'

/** Something to be pasted elsewhere. Where the browser lends no clipboard, the text can be selected. */
export const CopyText = ({ name, text }: { name: string; text: string }) => {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  const label = state === 'copied' ? 'Copied' : 'Copy'
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <code className="min-w-0 font-mono text-sm wrap-anywhere whitespace-pre-wrap select-all">{text}</code>
      <Button size="small" onClick={() => void copy()} aria-label={`${label} ${name}`}>
        {state === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
        {label}
      </Button>
      <span role="status" className="text-sm text-ink-soft empty:hidden">
        {state === 'failed' ? 'Couldn’t copy. Select the text and copy it manually.' : null}
      </span>
    </span>
  )
}
