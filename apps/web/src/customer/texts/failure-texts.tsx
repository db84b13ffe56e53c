'use client'

import type { ReviewPageTexts } from '@afterword/language/texts/review-page/texts'
import { createContext, type ReactNode, use } from 'react'

type FailureTexts = ReviewPageTexts['failed'] & Pick<ReviewPageTexts, 'language'>

const Texts = createContext<FailureTexts | null>(null)

/** Hands the few sentences of a page that failed to its error page, which a browser draws by itself. */
export const FailureTextsProvider = ({ texts, children }: { texts: FailureTexts; children: ReactNode }) => (
  <Texts value={texts}>{children}</Texts>
)

/** Null outside of customers' pages. */
export const useFailureTexts = (): FailureTexts | null => use(Texts)
