import { defineReviewsElement } from './reviews-element.ts'
import { defineStarsElement } from './stars-element.ts'

/** The installation this script came from. */
const script = document.currentScript
const origin = script instanceof HTMLScriptElement ? new URL(script.src).origin : location.origin

defineReviewsElement(origin)
defineStarsElement(origin)
