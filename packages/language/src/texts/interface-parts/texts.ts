import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** What the parts of staff’s interface say by themselves. */
export const interfacePartsTexts = englishTexts(en)
