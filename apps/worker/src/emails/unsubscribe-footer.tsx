import { Link, Text } from '@react-email/components'
import { styles } from './styles.ts'

interface UnsubscribeFooterProps {
  readonly reason: string
  readonly label: string
  readonly unsubscribeUrl: string
}

/** Why a customer gets a mail, and the link that ends mails of the shop. */
export const UnsubscribeFooter = ({ reason, label, unsubscribeUrl }: UnsubscribeFooterProps) => (
  <>
    <Text style={styles.small} className="quiet">
      {reason}
    </Text>
    <Text style={styles.small} className="quiet">
      <Link href={unsubscribeUrl} style={{ color: 'inherit', textDecoration: 'underline' }}>
        {label}
      </Link>
    </Text>
  </>
)
