import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the page Shop. */
export const adminShopTexts = englishTexts(en)
