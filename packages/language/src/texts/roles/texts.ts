import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** The roles of a shop’s members. */
export const rolesTexts = englishTexts(en)
