import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findShownTextsIn, type ShownText } from './find-shown-texts.ts'
