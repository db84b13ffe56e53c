import { operatorAttemptsTexts as texts } from '@afterword/language/texts/operator-attempts/texts'
import type { Verdict } from '@afterword/validation/incident/rules'
import { Badge } from '#ui/badge.tsx'

/** Why a call failed, in two or three words. */
export const VerdictBadge = ({ verdict }: { verdict: Verdict }) => <Badge>{texts.verdicts[verdict].name}</Badge>
