import { ratings } from '@afterword/validation/review/rating'
import type { StarWords } from './star-choice.tsx'
import { StarShape } from './star-shape.tsx'

interface StarLinksProps {
  words: StarWords
  hrefOf: (rating: number) => string
  onChoose?: (rating: number) => void
  /** Read before each word: the product's name. */
  subject: string
}

/** One tap starts the next review with that rating; links, so that it works without a script. */
export const StarLinks = ({ words, hrefOf, onChoose, subject }: StarLinksProps) => (
  <span className="star-links -ml-1.5 inline-flex">
    {ratings.map((value) => (
      <a
        key={value}
        href={hrefOf(value)}
        aria-label={`${subject}: ${value} – ${words[value]}`}
        onClick={(event) => {
          if (onChoose === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onChoose(value)
        }}
        className="grid size-11 place-items-center rounded-lg"
      >
        <StarShape className="size-7 text-star-empty" />
      </a>
    ))}
  </span>
)
