import type { Verdict } from '@afterword/validation/incident/rules'
import type { Procedure, Stage } from './stage.ts'

/** What really happened to one call, which only the case knows. `none`: it worked, and there is nothing to tell. */
export type Label = Exclude<Verdict, 'unknown'> | 'none'

/** Something that happens to a person who sends a review, made to happen in a real Chromium. */
export interface VerdictCase {
  readonly name: string
  /** What happened to the first call of each procedure; null where an honest engineer could not say. */
  readonly labels: Readonly<Partial<Record<Procedure, Label | null>>>
  /** Whether it also runs with the other tests, not by `pnpm verdicts` alone. */
  readonly isQuick?: boolean
  /** Not looked at while the rules were made. */
  readonly isHeldOut?: boolean
  readonly width?: number
  /** Whether it starts a process, whose gap in the log would change its neighbours' verdicts. */
  readonly isRestart?: boolean
  /** Whether it needs a browser that keeps pages it has left (the back/forward cache); Playwright's own keeps none. */
  readonly keepsPages?: boolean
  /** @returns what only the browser's own doing decided, where that changes the label of the first call */
  act(stage: Stage): Promise<Label | undefined | void>
}
