'use client'

import { adminReviewsTexts as texts } from '@afterword/language/texts/admin-reviews/texts'
import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useStepUp } from '#session/step-up.tsx'
import { Button } from '#ui/button.tsx'
import { isStepUpDeclined } from '#call/failure.ts'
import { failureMessage } from '#call/failure-message.ts'
import { downloadReviews } from './download-reviews.ts'

/** All reviews of the shop as a file, for owners. */
export const ExportButton = ({ shopId }: { shopId: string }) => {
  const stepUp = useStepUp()
  const exporting = useMutation({
    mutationFn: async () => await stepUp.run(async () => await downloadReviews(shopId)),
  })
  return (
    <>
      <span role="alert" className="text-sm text-red empty:hidden">
        {exporting.isError && !isStepUpDeclined(exporting.error) ? failureMessage(exporting.error) : null}
      </span>
      <Button look="quiet" size="small" disabled={exporting.isPending} onClick={() => exporting.mutate()}>
        <Download aria-hidden />
        {exporting.isPending ? texts.exporting : texts.export}
      </Button>
      {stepUp.dialog}
    </>
  )
}
