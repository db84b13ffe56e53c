import { reviewPageTexts } from '@afterword/language/texts/review-page/texts'
import type { ReactNode } from 'react'
import { documentLanguage } from '#customer/page/document-language.ts'
import { FailureTextsProvider } from '#customer/texts/failure-texts.tsx'

/** What all customers' pages share: the words of the page that stands in for one that failed. */
const CustomerLayout = async ({ children }: { children: ReactNode }) => {
  const language = await documentLanguage()
  return (
    <FailureTextsProvider texts={{ ...reviewPageTexts[language].failed, language }}>{children}</FailureTextsProvider>
  )
}

export default CustomerLayout
