import type { Random } from './random.ts'
import { demoRemarks } from './remarks.ts'
import type { DemoLanguage, ReviewedHandle, ReviewText } from './review-text.ts'

interface Subject {
  readonly handle: ReviewedHandle
  readonly language: DemoLanguage
}

/** Gives out a list's entries in random order, none again before all were given. */
const createDeck = (random: Random) => {
  const rest = new Map<readonly string[], string[]>()
  return (texts: readonly string[]): string => {
    const left = rest.get(texts) ?? []
    const deck = left.length > 0 ? left : random.shuffle(texts)
    rest.set(texts, deck.slice(1))
    return deck[0] as string
  }
}

const composedStars = (random: Random): 3 | 4 | 5 => {
  const roll = random.next()
  if (roll < 0.6) return 5
  return roll < 0.9 ? 4 : 3
}

/**
 * Puts everyday reviews of three to five stars together from single sentences. No two of a product
 * read the same.
 */
export const createReviewComposer = (random: Random): ((subject: Subject) => ReviewText) => {
  const draw = createDeck(random)
  const used = new Set<string>()

  const drawSentences = ({ handle, language }: Subject, stars: 3 | 4 | 5): string[] => {
    const { general, of } = demoRemarks[language]
    const { good, but } = of[handle]
    if (stars === 3)
      return random.chance(0.6) ? [draw(but), draw(general.mixed)] : [draw(good), draw(but), draw(general.mixed)]
    if (stars === 4) return random.chance(0.7) ? [draw(good), draw(but)] : [draw(general.good), draw(but)]
    const shape = random.int(0, 4)
    if (shape === 0) return [draw(general.good)]
    if (shape === 1) return [draw(good)]
    if (shape === 2) return [draw(good), draw(general.good)]
    return shape === 3 ? [draw(general.good), draw(good)] : [draw(good), draw(general.good), draw(general.good)]
  }

  return (subject) => {
    const stars = composedStars(random)
    for (;;) {
      const body = drawSentences(subject, stars).join(' ')
      const key = `${subject.handle} ${body}`
      if (used.has(key)) continue
      used.add(key)
      const title = random.chance(0.55) ? draw(demoRemarks[subject.language].titles[stars]) : null
      return { stars, title, body }
    }
  }
}
