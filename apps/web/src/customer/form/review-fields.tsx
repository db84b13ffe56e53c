import { describeError } from '@afterword/language/describe-error'
import type { TypedReview } from '@afterword/validation/review/check-content'
import { reviewLimits } from '@afterword/validation/review/rules'
import { describedBy, Field } from '#ui/field.tsx'
import { Input } from '#ui/input.tsx'
import { StarChoice } from '#ui/star-choice.tsx'
import { Textarea } from '#ui/textarea.tsx'
import type { CustomerTexts } from '#customer/texts/customer-texts.ts'
import type { FieldErrors } from '#customer/model/form-values.ts'

interface ReviewFieldsProps {
  initial: TypedReview
  /** Characters in the review as it stands. */
  bodyLength: number
  errors: FieldErrors
  words: CustomerTexts
}

/** Stars, words, title, name: uncontrolled, so that what is typed before a script runs stays. */
export const ReviewFields = ({ initial, bodyLength, errors, words }: ReviewFieldsProps) => {
  const told = (field: keyof FieldErrors): string | null => {
    const errorCode = errors[field]
    return errorCode === undefined ? null : describeError(words.errors, errorCode)
  }
  return (
    <>
      <StarChoice
        name="rating"
        legend={words.ratingLegend}
        prompt={words.ratingPrompt}
        words={words.ratings}
        defaultValue={initial.rating}
        error={told('rating')}
        errorId="rating-error"
      />
      <Field
        id="body"
        label={words.bodyLabel}
        hint={words.bodyHint}
        error={told('body')}
        note={
          <span aria-hidden className="tabular-nums">
            {bodyLength === 0
              ? ''
              : `${bodyLength.toLocaleString(words.language)} / ${reviewLimits.bodyLength.toLocaleString(words.language)}`}
          </span>
        }
      >
        <Textarea
          id="body"
          name="body"
          rows={5}
          required
          maxLength={reviewLimits.bodyLength}
          placeholder={words.bodyPlaceholder}
          defaultValue={initial.body}
          aria-describedby={describedBy('body')}
          aria-invalid={errors.body !== undefined}
          size="large"
        />
      </Field>
      <div className="grid gap-5">
        <Field
          id="title"
          label={
            <>
              {words.titleLabel} <span className="font-normal text-ink-soft">({words.optional})</span>
            </>
          }
          error={told('title')}
        >
          <Input
            id="title"
            dir="auto"
            name="title"
            maxLength={reviewLimits.titleLength}
            defaultValue={initial.title}
            aria-describedby={describedBy('title')}
            aria-invalid={errors.title !== undefined}
            autoComplete="off"
            size="large"
          />
        </Field>
        <Field id="authorName" label={words.nameLabel} error={told('authorName')}>
          <Input
            id="authorName"
            dir="auto"
            name="authorName"
            maxLength={reviewLimits.authorNameLength}
            defaultValue={initial.authorName}
            aria-describedby={describedBy('authorName')}
            aria-invalid={errors.authorName !== undefined}
            autoComplete="nickname"
            size="large"
          />
        </Field>
      </div>
    </>
  )
}
