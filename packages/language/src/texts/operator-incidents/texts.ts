import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The texts of the page Incidents and of one incident. */
export const operatorIncidentsTexts = englishTexts(en)
