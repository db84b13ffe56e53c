import { describeRefusal } from '@afterword/language/describe-error'
import type { Language } from '@afterword/language/languages'
import { errorsTexts } from '@afterword/language/texts/errors/texts'
import { waitTexts } from '@afterword/language/texts/wait/texts'

interface Refusal {
  /** Null when nothing was refused. */
  readonly error: string | null
  readonly retryAfterSeconds: number | null
}

/** What a page says, as the server draws it, of the refusal that its address names. */
export const refusalText = ({ error, retryAfterSeconds }: Refusal, language: Language): string | null =>
  error === null
    ? null
    : describeRefusal({ errors: errorsTexts[language], wait: waitTexts[language] }, { code: error, retryAfterSeconds })
