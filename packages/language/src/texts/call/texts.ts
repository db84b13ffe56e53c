import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** What staff’s pages say of calls that failed. */
export const callTexts = englishTexts(en)
