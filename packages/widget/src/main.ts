import { findOrigin } from './find-origin.ts'
import { defineReviewsElement } from './reviews-element.ts'
import { defineStarsElement } from './stars-element.ts'

/** Put in by the build. */
declare const AFTERWORD_ORIGIN: string

const origin = findOrigin(AFTERWORD_ORIGIN)
defineReviewsElement(origin)
defineStarsElement(origin)
