'use client'

import { useSyncExternalStore } from 'react'
import { Button } from '../../../components/ui/button.tsx'
import { PlainFrame } from '../../../customer/shop-frame.tsx'
import { chooseLanguage, dictionaryOf } from '../../../language/dictionary.ts'

const never = () => () => undefined

const CustomerError = () => {
  const tags = useSyncExternalStore(
    never,
    () => navigator.languages.join(','),
    () => '',
  )
  const language = chooseLanguage(tags, null)
  const words = dictionaryOf(language)
  return (
    <PlainFrame language={language}>
      <div role="alert" className="grid gap-4">
        <h1 className="text-xl font-semibold">{words.failedTitle}</h1>
        <p>{words.failedBody}</p>
        <div>
          <Button look="primary" size="large" onClick={() => globalThis.location.reload()}>
            {words.reload}
          </Button>
        </div>
      </div>
    </PlainFrame>
  )
}

export default CustomerError
