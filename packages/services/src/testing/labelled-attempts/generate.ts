import type { Verdict } from '@afterword/validation/incident/rules'
import type { JudgedAttempt } from '../../insight/judgement/judgement.ts'
import { browserCauses } from './browsers.ts'
import { lostAnswers } from './lost-answers.ts'
import { lostRequests } from './lost-requests.ts'
import { createRandom } from './random.ts'
import { serverCauses } from './servers.ts'

/** What really happened, which only the generator knows. */
export interface LabelledAttempt {
  readonly cause: string
  /** The verdict an engineer with both logs before them would accept. */
  readonly truth: Verdict
  readonly attempt: JudgedAttempt
}

const causes = [...lostAnswers, ...lostRequests, ...browserCauses, ...serverCauses]

/** As many attempts of each cause, each with figures of its own. */
export const generateLabelledAttempts = (seed: number, perCause: number): LabelledAttempt[] => {
  const random = createRandom(seed)
  return causes.flatMap(([cause, truth, make]) =>
    Array.from({ length: perCause }, () => ({ cause, truth, attempt: make(random) })),
  )
}
