import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the page Attempts, and the names of verdicts and outcomes. */
export const operatorAttemptsTexts = englishTexts(en)
