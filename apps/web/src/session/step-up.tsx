'use client'

import { type ReactNode, useState } from 'react'
import { describeCallFailure } from '#call/failure.ts'
import { StepUpDialog } from './step-up-dialog.tsx'

/** An act that waits until its person has proved who they are. */
interface WaitingAct {
  readonly goOn: () => void
  readonly giveUp: () => void
}

const needsStepUp = (error: unknown): boolean => describeCallFailure(error)?.code === 'step_up.required'

/**
 * For sensitive acts. `run` performs one; when the server asks for a recent proof of who it is
 * (`step_up.required`), the dialog asks for the password and the act is performed again.
 *
 * `dialog` must be rendered. When the person closes it, `run` rejects with the server's refusal, whose
 * words are fit to be shown.
 *
 * @example
 *   const stepUp = useStepUp()
 *   const remove = useMutation({
 *     mutationFn: (input: { memberId: string }) => stepUp.run(() => admin.member.remove.mutate(input)),
 *   })
 *   return <>… {stepUp.dialog}</>
 */
export const useStepUp = (): {
  readonly run: <Result>(act: () => Promise<Result>) => Promise<Result>
  readonly dialog: ReactNode
} => {
  const [waiting, setWaiting] = useState<readonly WaitingAct[]>([])

  const run = async <Result,>(act: () => Promise<Result>): Promise<Result> => {
    try {
      return await act()
    } catch (error) {
      if (!needsStepUp(error)) throw error
      await new Promise<void>((resolve, reject) => {
        const one = { goOn: resolve, giveUp: () => reject(error) }
        setWaiting((before) => [...before, one])
      })
      return await act()
    }
  }

  const settle = (how: keyof WaitingAct) => (): void => {
    for (const act of waiting) act[how]()
    setWaiting([])
  }
  return {
    run,
    dialog: <StepUpDialog isOpen={waiting.length > 0} onDone={settle('goOn')} onCancel={settle('giveUp')} />,
  }
}
