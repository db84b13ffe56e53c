import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the demo shop’s page. */
export const demoShopTexts = englishTexts(en)
