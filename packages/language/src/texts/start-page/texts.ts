import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the start page. */
export const startPageTexts = englishTexts(en)
