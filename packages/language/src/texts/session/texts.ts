import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** What a signed-in page asks and says about its session. */
export const sessionTexts = englishTexts(en)
