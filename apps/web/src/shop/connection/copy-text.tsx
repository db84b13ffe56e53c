'use client'

import { adminShopTexts as texts } from '@afterword/language/texts/admin-shop/texts'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button.tsx'

interface CopyTextProps {
  /** The button’s name for screen readers, whose users do not see what it stands beside. */
  words: { readonly idle: string; readonly copied: string }
  value: string
}

/** Something to be pasted elsewhere. Where the browser refuses to copy, the text can be selected. */
export const CopyText = ({ words, value }: CopyTextProps) => {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value)
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  const said = state === 'copied' ? 'copied' : 'idle'
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <code className="min-w-0 font-mono text-sm wrap-anywhere whitespace-pre-wrap select-all">{value}</code>
      <Button size="small" onClick={() => void copy()} aria-label={words[said]}>
        {state === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
        {texts.copy[said]}
      </Button>
      <span role="status" className="text-sm text-ink-soft empty:hidden">
        {state === 'failed' ? texts.copy.failed : null}
      </span>
    </span>
  )
}
