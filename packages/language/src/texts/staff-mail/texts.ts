import { englishTexts } from '../../catalogue.ts'
import { en } from './en.ts'

/** What stands in every mail to people who work with Afterword. */
export const staffMailTexts = englishTexts(en)
