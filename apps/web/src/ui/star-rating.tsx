import { ratings } from '@afterword/validation/review/rating'
import { cn } from './cn.ts'
import { StarShape } from './star-shape.tsx'

interface StarRatingProps {
  /** 0 to 5, drawn exactly: 4.76 is never five full stars. */
  value: number
  /** Read aloud instead of the stars: `4 of 5 stars`. */
  label: string
  className?: string
  starClassName?: string
}

/** The share of star `position` that is filled, 0 to 1. */
export const filledShare = (value: number, position: number): number => Math.min(1, Math.max(0, value - position + 1))

export const StarRating = ({ value, label, className, starClassName = 'size-4' }: StarRatingProps) => (
  <span role="img" aria-label={label} className={cn('inline-flex shrink-0 gap-px', className)}>
    {ratings.map((position) => (
      <span key={position} className="relative inline-block">
        <StarShape className={cn('text-star-empty', starClassName)} />
        <span
          className="absolute inset-y-0 left-0 overflow-hidden"
          style={{ width: `${filledShare(value, position) * 100}%` }}
        >
          <StarShape className={cn('max-w-none text-star', starClassName)} />
        </span>
      </span>
    ))}
  </span>
)
