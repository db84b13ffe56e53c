import { englishGeneralRemarks, englishProductRemarks, englishTitles } from './remarks-en.ts'
import { koreanGeneralRemarks, koreanProductRemarks, koreanTitles } from './remarks-ko.ts'

/** Sentences and titles by language, from which everyday reviews are put together. */
export const demoRemarks = {
  en: { general: englishGeneralRemarks, of: englishProductRemarks, titles: englishTitles },
  ko: { general: koreanGeneralRemarks, of: koreanProductRemarks, titles: koreanTitles },
} as const
