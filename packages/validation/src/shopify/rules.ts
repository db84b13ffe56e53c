/** How a delivery ended. */
export const settledOutcomes = ['processed', 'ignored', 'rejected'] as const
export type SettledOutcome = (typeof settledOutcomes)[number]

/** What is shown of a delivery: `waiting` until it has ended. */
export const deliveryOutcomes = ['waiting', ...settledOutcomes] as const
export type DeliveryOutcome = (typeof deliveryOutcomes)[number]
