/** The ratings a customer may give, in stars. */
export const ratings = [1, 2, 3, 4, 5] as const
export type Rating = (typeof ratings)[number]

/** The same, the best first: how they are listed. */
export const ratingsFromBest = [5, 4, 3, 2, 1] as const satisfies readonly Rating[]

export const lowestRating: Rating = 1
export const highestRating: Rating = 5

export const isRating = (value: unknown): value is Rating => ratings.some((rating) => rating === value)

/** Decimals with which an average is kept and shown, everywhere. */
export const averageDecimals = 2

/** How many gave each rating. */
export type Histogram = Readonly<Record<`${Rating}`, number>>

export interface RatingSummary {
  /** Rounded to `averageDecimals`; 0 when there are no ratings. */
  readonly average: number
  readonly count: number
  readonly histogram: Histogram
}

/** A rating's average and count: the only place that averages and rounds. */
export const summariseRatings = (histogram: Histogram): RatingSummary => {
  const counts = ratings.map((rating) => ({ rating, count: histogram[`${rating}`] }))
  const count = counts.reduce((total, each) => total + each.count, 0)
  const sum = counts.reduce((total, each) => total + each.rating * each.count, 0)
  const scale = 10 ** averageDecimals
  return { average: count === 0 ? 0 : Math.round((sum / count) * scale) / scale, count, histogram }
}

/** Counts each rating of a list; what is no rating is not counted. */
export const countRatings = (given: readonly number[]): Histogram => {
  const countOf = (rating: Rating): number => given.filter((each) => each === rating).length
  return { '1': countOf(1), '2': countOf(2), '3': countOf(3), '4': countOf(4), '5': countOf(5) }
}
