import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** What stands around every page of staff. */
export const frameTexts = englishTexts(en)
