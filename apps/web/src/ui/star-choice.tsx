import { type Rating, ratings } from '@afterword/validation/review/rating'
import { StarShape } from './star-shape.tsx'

export type StarWords = Readonly<Record<Rating, string>>

interface StarChoiceProps {
  name: string
  legend: string
  /** What stands there while none is chosen. */
  prompt: string
  words: StarWords
  defaultValue: number | null
  error?: string | null | undefined
  errorId: string
}

/**
 * One to five stars as a real radio group: one tab stop, arrows, a word for each. Fills, hovers and
 * names the choice without a script. Nothing is said to be wrong before it was sent: `required` alone would say so.
 */
export const StarChoice = ({ name, legend, prompt, words, defaultValue, error, errorId }: StarChoiceProps) => (
  <fieldset
    role="radiogroup"
    aria-required
    aria-invalid={Boolean(error)}
    className="star-field min-w-0"
    aria-describedby={errorId}
  >
    <legend className="mb-1 font-semibold">{legend}</legend>
    <div className="flex flex-wrap items-center gap-x-3">
      <div className="star-choice -ml-1.5 flex">
        {ratings.map((value) => (
          <label key={value} className="relative grid size-12 cursor-pointer place-items-center">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={defaultValue === value}
              required
              // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- else browsers call a required radio invalid before any is chosen
              aria-invalid={Boolean(error)}
              className="absolute inset-0 m-0 size-full cursor-pointer opacity-0"
            />
            <StarShape className="size-9" />
            <span className="sr-only">{`${value} – ${words[value]}`}</span>
          </label>
        ))}
      </div>
      <p aria-hidden className="star-words text-ink-soft">
        <span data-word="0">{prompt}</span>
        {ratings.map((value) => (
          <span key={value} data-word={value} className="font-semibold text-ink">
            {words[value]}
          </span>
        ))}
      </p>
    </div>
    <p id={errorId} className="text-sm font-semibold text-red empty:hidden">
      {error}
    </p>
  </fieldset>
)
